import type { KnownBlock } from '@slack/types'
import { DateTime } from 'luxon'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { Home } from '../../usecases/home/show-home.ts'
import { clip, note, paragraph, strong } from '../blocks.ts'
import { leftOut, type Room } from './room.ts'

const itemsShown = 10
const placeShown = 40

/** The meetings to come with their times: a liaison's own items of each, the whole of it for the others. */
export function meetingBlocks(locale: Locale, { meetings, ownOnly: own }: Home, room: Room): KnownBlock[] {
  if (meetings.length === 0) return [strong(t(locale, 'home.meetings')), note(t(locale, 'home.no_meetings'))]
  const blocks = meetings.slice(0, room.meetings).flatMap((meeting) => {
    const start = DateTime.fromISO(meeting.startsAt, { setZone: true })
    const time = (minute: number) => start.plus({ minutes: minute }).toFormat('HH:mm')
    const day = t(locale, 'day.short', { day: start.toFormat('yyyy-MM-dd') })
    const lines = meeting.items
      .slice(0, itemsShown)
      .map((item) => t(locale, 'home.item', { ...item, time: time(item.startMinute) }))
    const rest = meeting.items.length - lines.length
    const { no, drafted } = meeting
    const place = clip(meeting.place, placeShown)
    if (!meeting.published) return [paragraph(t(locale, 'home.planned', { no, day, time: time(0), place, drafted }))]
    return [
      strong(t(locale, 'home.meeting', { no, day, time: time(0), place, count: meeting.items.length, own })),
      paragraph(lines.join('\n')),
      ...(rest > 0 ? [note(t(locale, 'home.more_items', { count: rest }))] : []),
    ]
  })
  return [...blocks, ...leftOut(locale, meetings.length - room.meetings, '/meeting list')]
}

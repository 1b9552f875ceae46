import type { KnownBlock, Overflow } from '@slack/types'
import type { SeriesRow } from '../../db/series-store.ts'
import { MEETING_LIMITS } from '../../domain/meeting/meeting-settings.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { CancelledMeeting } from '../../usecases/meeting/cancel-meeting.ts'
import type { ChangedSeries } from '../../usecases/meeting/change-series.ts'
import type { CreatedSeries } from '../../usecases/meeting/create-series.ts'
import type { EndedSeries } from '../../usecases/meeting/end-series.ts'
import type { MeetingList } from '../../usecases/meeting/list-meetings.ts'
import type { MovedMeeting } from '../../usecases/meeting/move-meeting.ts'
import type { SeenMeeting } from '../../usecases/meeting/seen-meeting.ts'
import { button, buttons, clip, type Message, message, note, option, paragraph, paragraphs, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { leadWords, ruleWords, whenOf, whoAndWhere } from './phrases.ts'

// Each line has a menu; Slack refuses a message of more than about 13,200 characters.
const linesShown = 8
const placeShown = 40

/** The meetings to come, those held last and the series, each with what the person may do with it. */
export function meetingListMessage(locale: Locale, list: MeetingList): Message {
  const { planId, planTitle: plan, meetings, held, series, mayPlan } = list
  const title = t(locale, meetings.length > 0 ? 'meeting.list_title' : 'meeting.list_none', {
    count: meetings.length,
    plan,
  })
  const rest = meetings.length - linesShown
  return message(title, [
    ...meetings.slice(0, linesShown).map((one) => meetingLine(locale, list, one)),
    ...(rest > 0 ? [note(t(locale, 'meeting.list_more', { count: rest }))] : []),
    ...(held.length > 0 ? [strong(t(locale, 'meeting.held_head'))] : []),
    ...held.map((one) => ({
      ...paragraph(lineOf(locale, one)),
      accessory: button(ids.meeting.more, t(locale, 'meeting.more.minutes'), inPlan(planId, `minutes ${one.no}`)),
    })),
    ...(series.length > 0 ? [strong(t(locale, 'meeting.series_head'))] : []),
    ...series.map((one) => seriesLine(locale, list, one)),
    ...(mayPlan && meetings.some((one) => !one.hasChannel) ? [note(t(locale, 'meeting.no_channel'))] : []),
    ...(mayPlan
      ? [
          buttons(
            button(ids.meeting.openNew, t(locale, 'meeting.new'), inPlan(planId, 'new')),
            button(ids.meeting.openSeries, t(locale, 'meeting.new_series'), inPlan(planId, 'series')),
          ),
        ]
      : []),
  ])
}

function meetingLine(locale: Locale, list: MeetingList, meeting: SeenMeeting): KnownBlock {
  const { no, state } = meeting
  // The meeting that is next to be held, or is being held: a menu on each line would be too much for one message.
  const runnable = list.meetings.find((one) => one.state === 'published' || one.state === 'running')
  const verbs: (MeetingVerb | false)[] = [
    list.mayPlan && meeting === runnable && 'run',
    state !== 'draft' && 'calendar',
    list.mayPlan && (state === 'published' || state === 'running') && 'roster',
    list.mayPlan && state !== 'running' && 'move',
    list.mayPlan && state !== 'running' && 'cancel',
  ]
  const options = verbs.flatMap((verb) =>
    verb ? [option(inPlan(list.planId, `${verb} ${no}`), t(locale, `meeting.more.${verb}`))] : [],
  )
  return withMenu(paragraph(lineOf(locale, meeting)), options)
}

/** What the menu of a meeting offers. */
type MeetingVerb = 'run' | 'move' | 'cancel' | 'calendar' | 'roster'

function seriesLine(locale: Locale, { planId, mayPlan }: MeetingList, series: SeriesRow): KnownBlock {
  const { no } = series
  const verbs = mayPlan ? (['set', 'stop'] as const) : []
  return withMenu(
    paragraph(settingsLine(locale, series, placeShown)),
    verbs.map((verb) => option(inPlan(planId, `${verb} ${no}`), t(locale, `meeting.more.${verb}`))),
  )
}

function withMenu(section: ReturnType<typeof paragraph>, options: Overflow['options']): KnownBlock {
  if (options.length === 0) return section
  return { ...section, accessory: { type: 'overflow', action_id: ids.meeting.more, options } }
}

/** A meeting in one line: number, day, hours, place, how it stands. */
function lineOf(locale: Locale, meeting: SeenMeeting): string {
  const { state, items, drafted, warning, place } = meeting
  const parts = [
    t(locale, `meeting_state.${state}`),
    ...(items > 0 ? [t(locale, 'meeting.items', { items })] : []),
    ...(drafted && state !== 'draft' ? [t(locale, 'meeting.drafted')] : []),
    ...(warning ? [t(locale, `meeting.warning.${warning}`)] : []),
  ]
  return t(locale, 'meeting.line', {
    ...whenOf(locale, meeting),
    place: clip(place, placeShown),
    state: parts.join(' · '),
  })
}

/** The receipt of a single meeting. */
export function plannedMessage(locale: Locale, meeting: SeenMeeting, channelOutside: boolean): Message {
  return message(t(locale, 'meeting.planned', whenOf(locale, meeting)), [
    ...paragraphs(meeting.place ? [t(locale, 'meeting.place_line', meeting)] : []),
    ...minds(locale, [meeting], channelOutside),
  ])
}

/** The receipt of a move. */
export function movedMessage(locale: Locale, { before, after }: MovedMeeting): Message {
  return message(t(locale, 'meeting.moved', whenOf(locale, after)), [
    ...paragraphs([
      ...(after.place ? [t(locale, 'meeting.place_line', after)] : []),
      t(locale, 'meeting.moved_before', { ...whenOf(locale, before), place: before.place }),
    ]),
    ...minds(locale, [after], false),
    note(t(locale, 'meeting.told')),
  ])
}

/** The receipt of a cancellation. */
export function cancelledMessage(locale: Locale, { meeting, reopened }: CancelledMeeting): Message {
  const issues = reopened.map((no) => `#${no}`).join(t(locale, 'list.separator'))
  return message(t(locale, 'meeting.cancelled', whenOf(locale, meeting)), [
    ...paragraphs(reopened.length > 0 ? [t(locale, 'meeting.reopened', { issues })] : []),
    note(t(locale, 'meeting.told')),
  ])
}

/** The receipt of a new series, with the meetings that it planned. */
export function seriesMessage(locale: Locale, { series, meetings }: CreatedSeries, channelOutside: boolean): Message {
  const days = meetings.map((meeting) => whenOf(locale, meeting).day).join(t(locale, 'list.separator'))
  return message(t(locale, 'meeting.series_created', { no: series.no, rule: ruleWords(locale, series.rule) }), [
    ...paragraphs([settingsLine(locale, series), t(locale, 'meeting.series_dates', { days })]),
    whoAndWhere(locale, series),
    ...minds(locale, meetings, channelOutside),
  ])
}

/** The receipt of changed settings. */
export function seriesChangedMessage(locale: Locale, changed: ChangedSeries, channelOutside: boolean): Message {
  const { series, changed: following, standing } = changed
  return message(t(locale, 'meeting.series_changed', { no: series.no, rule: ruleWords(locale, series.rule) }), [
    ...paragraphs([
      settingsLine(locale, series),
      ...(following.length > 0 ? [t(locale, 'meeting.series_follow', { meetings: numbers(locale, following) })] : []),
      ...standingLines(locale, standing),
    ]),
    whoAndWhere(locale, series),
    ...minds(locale, following, channelOutside),
  ])
}

/** The receipt of the end of a series. */
export function seriesEndedMessage(locale: Locale, { series, cancelled, standing }: EndedSeries): Message {
  return message(
    t(locale, 'meeting.series_ended', { no: series.no, count: cancelled.length }),
    paragraphs(standingLines(locale, standing)),
  )
}

function settingsLine(locale: Locale, series: SeriesRow, placeAtMost: number = MEETING_LIMITS.place): string {
  const { no, minutes } = series
  const place = clip(series.place, placeAtMost)
  const line = t(locale, 'meeting.series_line', { no, rule: ruleWords(locale, series.rule), minutes, place })
  return `${line}\n${leadWords(locale, series)}`
}

function standingLines(locale: Locale, standing: readonly SeenMeeting[]): string[] {
  return standing.length > 0 ? [t(locale, 'meeting.series_standing', { meetings: numbers(locale, standing) })] : []
}

function numbers(locale: Locale, meetings: readonly SeenMeeting[]): string {
  return meetings.map(({ no }) => t(locale, 'meeting.nth', { no })).join(t(locale, 'list.separator'))
}

/** What should be minded: days that do not work, calendars that are not published, a channel that is missing. */
function minds(locale: Locale, meetings: readonly SeenMeeting[], channelOutside: boolean): KnownBlock[] {
  const days = meetings.flatMap((meeting) =>
    meeting.warning ? [`${whenOf(locale, meeting).day} · ${t(locale, `meeting.warning.${meeting.warning}`)}`] : [],
  )
  return [
    ...days.map(note),
    ...(meetings.some((meeting) => !meeting.hasChannel) ? [note(t(locale, 'meeting.no_channel'))] : []),
    ...(channelOutside ? [note(t(locale, 'meeting.channel_invite'))] : []),
  ]
}

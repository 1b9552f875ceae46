import { DateTime } from 'luxon'
import type { ItemCall } from '../../domain/meeting/item-call.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { EndedMeeting } from '../../usecases/meeting/end-meeting.ts'
import type { BoardView } from '../../usecases/meeting/load-board.ts'
import type { MarkedAttendance } from '../../usecases/meeting/mark-attendance.ts'
import { type Message, message, note, paragraphs } from '../blocks.ts'
import { currentTitle, nextLines } from './current.ts'
import { endedLines } from './end.ts'

/** To a liaison of a unit whose item comes up, or is taken up. */
export function itemCallMessage(locale: Locale, call: ItemCall): Message {
  const { item, issueNo: no, title, place } = call
  const units = call.units.join(t(locale, 'list.separator'))
  const facts = { item, no, title, units }
  const time = call.expectedAt && DateTime.fromISO(call.expectedAt, { zone: call.zone }).toFormat('HH:mm')
  const point = time ? t(locale, 'item_call.soon', { ...facts, time }) : t(locale, 'item_call.now', facts)
  return message(point, [note(t(locale, 'item_call.place', { no: call.no, place }))])
}

/** Where a running meeting is, for who steps through it by words. */
export function boardMessage(locale: Locale, view: BoardView): Message {
  return message(currentTitle(locale, view), paragraphs(nextLines(locale, view)))
}

/** Who is there. */
export function attendanceMarkedMessage(locale: Locale, { present, absent }: MarkedAttendance): Message {
  const names = absent.join(t(locale, 'list.separator'))
  return message(t(locale, 'board.attendance_marked', { present: present.length, absent: names }))
}

/** How a meeting ended. */
export function endedMessage(locale: Locale, ended: EndedMeeting): Message {
  const [title = '', ...lines] = endedLines(locale, ended)
  return message(title, paragraphs(lines))
}

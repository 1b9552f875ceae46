import type { KnownBlock, ModalView, SectionBlock } from '@slack/types'
import { DateTime } from 'luxon'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { BoardRow, BoardView } from '../../usecases/meeting/load-board.ts'
import type { AttendanceChoices } from '../../usecases/meeting/mark-attendance.ts'
import { button, buttons, choices, clip, confirm, header, input, note, option, paragraph, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { currentBlocks, timeOf } from './current.ts'

/** So many coming and so many settled items are shown: a view takes 100 blocks. */
const shownAtMost = 30
const lineLength = 400

/** What a board, and what is opened from it, remembers. */
export type BoardMetadata = { planId: number; meetingNo: number; channel: string | null }

/** The board of a running meeting. `notice`: what has just gone wrong. */
export function boardModal(locale: Locale, view: BoardView, metadata: BoardMetadata, notice?: string): ModalView {
  const { meeting } = view
  return {
    type: 'modal',
    callback_id: ids.board.view,
    title: { type: 'plain_text', text: clip(t(locale, 'board.view_title', { no: meeting.no }), 24) },
    close: { type: 'plain_text', text: t(locale, 'button.close') },
    private_metadata: JSON.stringify(metadata),
    blocks: [
      ...(notice ? [strong(notice)] : []),
      note(factsLine(locale, view)),
      ...currentBlocks(locale, view),
      ...comingBlocks(locale, view),
      ...doneBlocks(locale, view),
      { type: 'divider' },
      note(endLine(locale, view)),
      steering(locale, view),
    ],
  }
}

/** The form of attendance. */
export function attendanceModal(
  locale: Locale,
  { units, present }: Pick<AttendanceChoices, 'units' | 'present'>,
  metadata: BoardMetadata & { boardViewId: string | null },
): ModalView {
  const unitOption = (unit: { id: number; name: string }) => option(String(unit.id), unit.name)
  const there = units.filter((unit) => present.includes(unit.id)).map(unitOption)
  return {
    type: 'modal',
    callback_id: ids.board.attendanceModal,
    title: { type: 'plain_text', text: t(locale, 'board.attendance_title') },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks: [
      input(
        'present',
        t(locale, 'board.attendance_present'),
        {
          type: 'multi_static_select',
          action_id: ids.board.present,
          ...choices(units.map(unitOption)),
          ...(there.length > 0 ? { initial_options: there } : {}),
        },
        { optional: true, hint: t(locale, 'board.attendance_hint') },
      ),
    ],
  }
}

/** A modal that only says something: the meeting is over. */
export function boardNoteModal(locale: Locale, no: number, title: string, lines: readonly string[]): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: clip(t(locale, 'board.view_title', { no }), 24) },
    close: { type: 'plain_text', text: t(locale, 'button.close') },
    blocks: [strong(title), ...lines.slice(0, 80).map((line) => paragraph(line))],
  }
}

function factsLine(locale: Locale, view: BoardView): string {
  const { meeting, plan, now } = view
  const start = DateTime.fromJSDate(meeting.startsAt, { zone: plan.zone })
  return t(locale, 'board.facts', {
    day: t(locale, 'day.short', { day: start.toISODate() ?? '' }),
    from: start.toFormat('HH:mm'),
    to: start.plus({ minutes: meeting.minutes }).toFormat('HH:mm'),
    place: meeting.place,
    now: timeOf(view, now),
  })
}

function comingBlocks(locale: Locale, view: BoardView): KnownBlock[] {
  const { board, items } = view
  if (board.coming.length === 0) return []
  const lines = board.coming.slice(0, shownAtMost).flatMap((coming) => {
    const item = items.find((one) => one.issueNo === coming.no)
    if (!item) return []
    const line = t(locale, 'board.coming_line', {
      place: item.position,
      no: item.issueNo,
      title: item.title,
      at: timeOf(view, coming.expectedAt),
      planned: timeOf(view, coming.plannedAt),
      shift: coming.shift,
      minutes: item.minutes,
      units: item.units.map((unit) => unit.name).join(t(locale, 'list.separator')),
    })
    return [section(line, button(ids.board.take, t(locale, 'board.take'), String(item.issueNo)))]
  })
  return [header(t(locale, 'board.coming')), ...lines, ...more(locale, board.coming.length)]
}

function doneBlocks(locale: Locale, { items }: BoardView): KnownBlock[] {
  const done = items.filter((item) => item.settled)
  if (done.length === 0) return []
  const title = t(locale, 'board.done', { count: done.length, total: items.length })
  const lines = done.slice(0, shownAtMost).map((item) => {
    const again = button(ids.board.record, t(locale, 'board.record_again'), String(item.issueNo))
    return section(doneLine(locale, item), item.gone ? undefined : again)
  })
  return [header(title), ...lines, ...more(locale, done.length)]
}

function doneLine(locale: Locale, { position, issueNo, title, decision, gone, actions }: BoardRow): string {
  return t(locale, 'board.done_line', {
    place: position,
    no: issueNo,
    title,
    outcome: gone || !decision ? t(locale, 'board.gone') : t(locale, `outcome.${decision.outcome}`),
    actions: actions.length,
    text: decision?.text ?? '',
  })
}

function endLine(locale: Locale, view: BoardView): string {
  const { endsAt, shift } = view.board
  return t(locale, 'board.end_expected', { at: timeOf(view, endsAt), shift })
}

function steering(locale: Locale, { attendance, items, meeting }: BoardView): KnownBlock {
  const marked = attendance.filter((one) => one.attended !== null)
  const present = marked.filter((one) => one.attended).length
  const open = items.filter((item) => !item.settled).map((item) => `#${item.issueNo}`)
  const question = t(locale, 'board.end_confirm', {
    open: clip(open.join(t(locale, 'list.separator')), 150),
    count: open.length,
  })
  const value = String(meeting.no)
  return buttons(
    button(ids.board.attendance, t(locale, 'board.attendance', { present, total: marked.length }), value),
    button(ids.board.refresh, t(locale, 'board.refresh'), value),
    button(ids.board.end, t(locale, 'board.end'), value, {
      style: 'danger',
      confirm: confirm(t(locale, 'board.end'), question, t(locale, 'button.yes'), t(locale, 'button.no')),
    }),
  )
}

function section(line: string, accessory: SectionBlock['accessory']): SectionBlock {
  const text = { type: 'plain_text' as const, text: clip(line, lineLength), emoji: false }
  return { type: 'section', text, ...(accessory ? { accessory } : {}) }
}

function more(locale: Locale, count: number): KnownBlock[] {
  return count > shownAtMost ? [note(t(locale, 'board.more', { count: count - shownAtMost }))] : []
}

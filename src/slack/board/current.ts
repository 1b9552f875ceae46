import type { KnownBlock } from '@slack/types'
import { DateTime } from 'luxon'
import { comesTo } from '../../domain/meeting/presence.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { BoardRow, BoardView } from '../../usecases/meeting/load-board.ts'
import { button, buttons, header, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'

/** What is under way, with its time, and the step that follows. */
export function currentBlocks(locale: Locale, view: BoardView): KnownBlock[] {
  const { board, items } = view
  const item = items.find((one) => one.issueNo === board.current?.no)
  const steps = [
    ...(item ? [recordButton(locale, item)] : []),
    ...(board.coming[0] ? [nextButton(locale, board.coming[0].no, item?.issueNo ?? null)] : []),
  ]
  return [
    header(currentTitle(locale, view)),
    ...paragraphs([...currentLines(locale, view, item), ...nextLines(locale, view)]),
    ...(steps.length > 0 ? [buttons(...steps)] : []),
  ]
}

/** One line that says what is under way. */
export function currentTitle(locale: Locale, { board, items }: BoardView): string {
  const item = items.find((one) => one.issueNo === board.current?.no)
  if (item) return t(locale, 'board.current', { place: item.position, no: item.issueNo, title: item.title })
  if (board.opening) return t(locale, 'board.opening')
  return t(locale, board.coming.length > 0 ? 'board.none_current' : 'board.all_settled')
}

/** What comes next and when; nothing where nothing does. */
export function nextLines(locale: Locale, view: BoardView): string[] {
  const { board, items } = view
  const [next] = board.coming
  const item = items.find((one) => one.issueNo === next?.no)
  if (!next || !item) return []
  return [t(locale, 'board.next_up', { no: item.issueNo, title: item.title, at: timeOf(view, next.expectedAt) })]
}

function currentLines(locale: Locale, view: BoardView, item: BoardRow | undefined): string[] {
  const { board, meeting, attendance } = view
  if (board.opening) {
    const started = timeOf(view, meeting.startedAt ?? meeting.startsAt)
    return [t(locale, 'board.times', { planned: '', started, ...board.opening }), ...followUpLines(locale, view)]
  }
  if (!item?.startedAt || !board.current) return []
  const planned = new Date(meeting.startsAt.getTime() + item.startMinute * 60_000)
  const names = (units: readonly { name: string }[]) => units.map((one) => one.name).join(t(locale, 'list.separator'))
  const away = attendance.filter((one) => one.attended === false || (one.attended === null && !comesTo(one, item)))
  const absent = item.units.filter((unit) => away.some((one) => one.unitId === unit.id))
  const times = { planned: timeOf(view, planned), started: timeOf(view, item.startedAt), ...board.current }
  return [
    t(locale, 'board.times', times),
    ...(item.units.length > 0 ? [t(locale, 'board.units', { units: names(item.units) })] : []),
    ...(absent.length > 0 ? [t(locale, 'board.absent', { units: names(absent) })] : []),
    ...(item.decision ? [t(locale, 'board.outcome_stands', { outcome: outcomeWords(locale, item.decision) })] : []),
  ]
}

function followUpLines(locale: Locale, { meeting }: BoardView): string[] {
  const followUp = meeting.agenda?.followUp
  if (!followUp) return []
  const { verified, running, overdue } = followUp
  return [
    t(locale, 'board.opening_counts', { verified, running, overdue: overdue.length }),
    ...overdue
      .slice(0, 20)
      .map(({ no, text, owner, dueOn }) =>
        t(locale, 'board.overdue_line', { no, text, owner, day: t(locale, 'day.short', { day: dueOn }) }),
      ),
  ]
}

function outcomeWords(locale: Locale, { outcome, text }: NonNullable<BoardRow['decision']>): string {
  return text === '' ? t(locale, `outcome.${outcome}`) : `${t(locale, `outcome.${outcome}`)} ${text}`
}

function recordButton(locale: Locale, { issueNo, decision }: BoardRow) {
  const words = t(locale, decision ? 'board.record_again' : 'board.record')
  return button(ids.board.record, words, String(issueNo), { style: 'primary' })
}

/** The step names where it comes from, so that two who step on at once do not step twice. */
function nextButton(locale: Locale, to: number, from: number | null) {
  return button(ids.board.next, t(locale, 'board.next'), `${from ?? ''}/${to}`)
}

/** An instant as the time of day in the plan's zone. */
export function timeOf({ plan }: BoardView, date: Date): string {
  return DateTime.fromJSDate(date, { zone: plan.zone }).toFormat('HH:mm')
}

import { type ActionRow, listActions } from '../../db/action-store.ts'
import { type AgendaItemRow, listAgendaItems, updateAgendaItem } from '../../db/agenda-item-store.ts'
import { type AttendanceRow, listAttendance } from '../../db/attendance-store.ts'
import { listScheduledIds } from '../../db/issue-for-agenda-store.ts'
import type { MeetingRow } from '../../db/meeting-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import { type Board, type BoardItem, boardOf, callAt, currentItem, type ItemStep } from '../../domain/meeting/board.ts'
import type { Work } from '../context.ts'

/** An item of the board: `gone`: its issue was settled or withdrawn without the meeting. */
export type BoardRow = AgendaItemRow & { settled: boolean; gone: boolean; actions: ActionRow[] }

/** A running meeting as its convener sees it. */
export type BoardView = {
  meeting: MeetingRow
  plan: Pick<PlanRow, 'id' | 'title' | 'zone' | 'language'>
  now: Date
  board: Board
  items: BoardRow[]
  attendance: AttendanceRow[]
}

/** The board of a running meeting as it stands. */
export async function viewBoard(work: Work, meeting: MeetingRow): Promise<BoardView> {
  const { tx, plan, now } = work
  const items = await loadItems(work, meeting)
  const board = boardOf(timesOf(meeting), items.map(toBoardItem), now.toJSDate())
  return { meeting, plan, now: now.toJSDate(), board, items, attendance: await listAttendance(tx, meeting.id) }
}

/** The items of a meeting with their outcomes. */
export async function loadItems({ tx, plan }: Pick<Work, 'tx' | 'plan'>, meeting: MeetingRow): Promise<BoardRow[]> {
  const items = await listAgendaItems(tx, meeting.id)
  const waiting = new Set(await listScheduledIds(tx, meeting.id))
  const actions = await listActions(tx, plan.id, { meetingId: meeting.id })
  return items.map((item) => {
    const scheduled = waiting.has(item.issueId)
    return {
      ...item,
      settled: item.decision !== null || !scheduled,
      gone: item.decision === null && !scheduled,
      actions: actions.filter((action) => action.decisionId === item.decision?.id),
    }
  })
}

/** A row as the rules of the board see it. */
export function toBoardItem({ issueNo: no, startMinute, minutes, startedAt, endedAt, settled }: BoardRow): BoardItem {
  return { no, startMinute, minutes, startedAt, endedAt, settled }
}

/**
 * Writes down steps of the board and, from what then stands, when the units of each item are told. `called`: an item that
 * is taken up whose units, where they were not told before, are told at once.
 */
export async function applySteps(
  work: Work,
  meeting: MeetingRow,
  steps: readonly ItemStep[],
  called: number | null,
): Promise<void> {
  const { tx, now } = work
  const items = await loadItems(work, meeting)
  const stepped = items.map((item) => withStep(item, steps))
  const board = boardOf(timesOf(meeting), stepped.map(toBoardItem), now.toJSDate())
  const current = currentItem(stepped)
  for (const [index, item] of stepped.entries()) {
    const coming = board.coming.find((one) => one.no === item.issueNo)
    const due = coming ? callAt(coming) : item === current ? item.callAt : null
    const { startedAt, endedAt } = item
    const change = { startedAt, endedAt, callAt: item.issueNo === called ? now.toJSDate() : due }
    if (!same(change, items[index])) await updateAgendaItem(tx, item.id, change)
  }
}

function withStep(item: BoardRow, steps: readonly ItemStep[]): BoardRow {
  const step = steps.find((one) => one.no === item.issueNo)
  return step ? { ...item, startedAt: step.startedAt ?? item.startedAt, endedAt: step.endedAt } : item
}

/** When a meeting was to start and did, and how long it hears of earlier decisions first. */
export function timesOf({ startsAt, startedAt, agenda }: MeetingRow) {
  return { startsAt, startedAt: startedAt ?? startsAt, openingMinutes: agenda?.followUp?.minutes ?? 0 }
}

type Times = Pick<AgendaItemRow, 'startedAt' | 'endedAt' | 'callAt'>

function same(change: Times, item: Times | undefined): boolean {
  const keys = ['startedAt', 'endedAt', 'callAt'] as const
  return item !== undefined && keys.every((key) => change[key]?.getTime() === item[key]?.getTime())
}

import type { AgendaNotice } from '../domain/agenda/notice.ts'
import type { DecisionOutcome } from '../domain/decision.ts'
import type { Transaction } from './database.ts'
import { toJson } from './json.ts'

/** An item of a published agenda with what became of it. Minutes count from the meeting's start. */
export type AgendaItemRow = {
  id: number
  issueId: number
  issueNo: number
  title: string
  position: number
  startMinute: number
  minutes: number
  startedAt: Date | null
  endedAt: Date | null
  callAt: Date | null
  calledAt: Date | null
  units: { id: number; name: string }[]
  decision: { id: number; outcome: DecisionOutcome; text: string } | null
}

/** Puts the items of a published agenda in the place of those that were there; `issueIds` in their order. */
export async function replaceAgendaItems(
  tx: Transaction,
  meetingId: number,
  items: AgendaNotice['items'],
  issueIds: readonly number[],
): Promise<void> {
  await tx.agendaItem.deleteMany({ where: { meetingId } })
  await tx.agendaItem.createMany({
    data: items.map((item, index) => ({
      meetingId,
      issueId: issueIds[index] ?? 0,
      position: index + 1,
      startMinute: item.startMinute,
      minutes: item.minutes,
      score: item.score,
      scoreParts: toJson(item.parts),
    })),
  })
}

/** The items of a meeting in their order. */
export async function listAgendaItems(tx: Transaction, meetingId: number): Promise<AgendaItemRow[]> {
  const items = await tx.agendaItem.findMany({
    where: { meetingId },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      issueId: true,
      position: true,
      startMinute: true,
      minutes: true,
      startedAt: true,
      endedAt: true,
      callAt: true,
      calledAt: true,
      issue: {
        select: {
          no: true,
          title: true,
          units: { orderBy: { unit: { position: 'asc' } }, select: { unit: { select: { id: true, name: true } } } },
        },
      },
      decision: { select: { id: true, outcome: true, text: true } },
    },
  })
  return items.map(({ issue, ...item }) => ({
    ...item,
    issueNo: issue.no,
    title: issue.title,
    units: issue.units.map(({ unit }) => unit),
  }))
}

/** What the meeting writes down of an item. */
export type ItemChange = Partial<Pick<AgendaItemRow, 'startedAt' | 'endedAt' | 'callAt' | 'calledAt' | 'minutes'>>

/** Writes an item of a meeting that is held by `lockMeeting`. */
export async function updateAgendaItem(tx: Transaction, id: number, change: ItemChange): Promise<void> {
  await tx.agendaItem.update({ where: { id }, data: change })
}

/** The running meetings that have an item whose units are to be told by now, each with its plan and workspace. */
export async function listMeetingsToCall(
  tx: Transaction,
  now: Date,
): Promise<{ meetingId: number; planId: number; workspaceId: string }[]> {
  const meetings = await tx.meeting.findMany({
    where: { state: 'running', items: { some: { calledAt: null, callAt: { lte: now } } } },
    orderBy: { id: 'asc' },
    select: { id: true, planId: true, plan: { select: { workspaceId: true } } },
  })
  return meetings.map(({ id, planId, plan }) => ({ meetingId: id, planId, workspaceId: plan.workspaceId }))
}

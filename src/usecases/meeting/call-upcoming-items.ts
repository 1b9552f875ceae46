import { DateTime } from 'luxon'
import { listMeetingsToCall, updateAgendaItem } from '../../db/agenda-item-store.ts'
import { lockMeeting, type MeetingRow } from '../../db/meeting-store.ts'
import { listMembers } from '../../db/member-store.ts'
import { findPlan } from '../../db/plan-store.ts'
import { boardOf, callAt, currentItem } from '../../domain/meeting/board.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { type Context, ownWork, type Work } from '../context.ts'
import { type BoardRow, loadItems, timesOf, toBoardItem } from './load-board.ts'
import { factsOf } from './meeting-facts.ts'

/**
 * Tells the liaisons of the units of each item that comes up within five minutes in a running meeting, each person once
 * an item. When an item comes up is computed anew, so that an overrun puts the call off. A meeting that fails is told to
 * `failed` and does not keep the others from being called. Returns how many items were called.
 */
export async function callUpcomingItems(
  context: Context,
  failed: (error: unknown, meetingId: number) => void = (error) => {
    throw error
  },
): Promise<number> {
  const due = await context.database.transaction((tx) => listMeetingsToCall(tx, context.now().toJSDate()))
  let called = 0
  for (const { meetingId, planId, workspaceId } of due) {
    try {
      called += await context.database.transaction(async (tx) => {
        const plan = await findPlan(tx, workspaceId, planId)
        const meeting = await lockMeeting(tx, planId, meetingId)
        if (!plan || meeting?.state !== 'running') return 0
        return callItems(ownWork(tx, plan, context.now().setZone(plan.zone)), meeting)
      })
    } catch (error) {
      failed(error, meetingId)
    }
  }
  return called
}

async function callItems(work: Work, meeting: MeetingRow): Promise<number> {
  const { tx } = work
  const now = work.now.toJSDate()
  const items = await loadItems(work, meeting)
  const board = boardOf(timesOf(meeting), items.map(toBoardItem), now)
  const current = currentItem(items)
  let called = 0
  for (const item of items.filter((one) => one.calledAt === null && one.callAt !== null && one.callAt <= now)) {
    const coming = board.coming.find((one) => one.no === item.issueNo)
    if (coming && callAt(coming) > now) await updateAgendaItem(tx, item.id, { callAt: callAt(coming) })
    else if (!coming && item !== current) await updateAgendaItem(tx, item.id, { callAt: null })
    else {
      await tell(work, meeting, item, coming?.expectedAt ?? null)
      await updateAgendaItem(tx, item.id, { calledAt: now })
      called += 1
    }
  }
  return called
}

async function tell(work: Work, meeting: MeetingRow, item: BoardRow, expectedAt: Date | null): Promise<void> {
  const { tx, plan, now } = work
  const own = new Map<string, string[]>()
  for (const { userId, role, unitId } of await listMembers(tx, plan.id)) {
    const unit = role === 'liaison' ? item.units.find((one) => one.id === unitId) : undefined
    if (unit) own.set(userId, [...(own.get(userId) ?? []), unit.name])
  }
  for (const [userId, units] of own) {
    await enqueue(tx, {
      workspaceId: plan.workspaceId,
      planId: plan.id,
      place: userId,
      dedupeKey: `meeting.item_soon/${item.id}/${userId}`,
      at: now.toJSDate(),
      kind: 'meeting.item_soon',
      payload: {
        ...factsOf(plan, meeting),
        item: item.position,
        issueNo: item.issueNo,
        title: item.title,
        units,
        expectedAt: expectedAt && DateTime.fromJSDate(expectedAt, { zone: plan.zone }).toISO(),
      },
    })
  }
}

import { listAttendance } from '../../db/attendance-store.ts'
import type { MeetingRow } from '../../db/meeting-store.ts'
import type { Roster } from '../../domain/meeting/invitation.ts'
import { comesTo } from '../../domain/meeting/presence.ts'
import { enqueue, nextEditKey } from '../../outbox/enqueue.ts'
import type { Work } from '../context.ts'
import { factsOf } from './meeting-facts.ts'

/** The roster of a meeting as it stands. */
export async function rosterOf({ tx, plan }: Pick<Work, 'tx' | 'plan'>, meeting: MeetingRow): Promise<Roster> {
  const { agenda } = meeting
  const needed = new Map(agenda?.attendance.map((one) => [one.unit, one.items]))
  const units = (await listAttendance(tx, meeting.id)).map((one) => {
    const { unit, required, reply, deputy, remark, fromMinute, untilMinute, attended } = one
    const items = needed.get(unit) ?? []
    const own = agenda?.items.filter((item) => items.includes(item.no)) ?? []
    const misses = meeting.state === 'published' && own.some((item) => !comesTo(one, item))
    return { unit, required, reply, deputy, remark, fromMinute, untilMinute, attended, items, misses }
  })
  return { ...factsOf(plan, meeting), units }
}

/** Sends the roster to the meeting's convener: once; after that each call brings that one message up to date. */
export async function sendRoster(work: Work, meeting: MeetingRow): Promise<void> {
  const { tx, plan, now } = work
  const first = `meeting.roster/${meeting.id}`
  const owed = {
    workspaceId: plan.workspaceId,
    planId: plan.id,
    place: meeting.convener,
    at: now.toJSDate(),
    kind: 'meeting.roster' as const,
    payload: await rosterOf(work, meeting),
  }
  const next = await nextEditKey(tx, plan.workspaceId, first)
  await enqueue(tx, next === null ? { ...owed, dedupeKey: first } : { ...owed, dedupeKey: next, edits: first })
}

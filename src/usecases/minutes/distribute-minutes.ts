import type { MeetingRow } from '../../db/meeting-store.ts'
import { listMembers } from '../../db/member-store.ts'
import type { MinutesRow } from '../../db/minutes-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import { amendmentContent, type MinutesContent, minutesContent } from '../../domain/minutes/minutes-content.ts'
import type { SignedNotice } from '../../domain/minutes/minutes-notice.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import type { Work } from '../context.ts'
import { noticeOf } from './minutes-message.ts'

/** A message holds no more; the file holds all. */
const ownActionsAtMost = 30

/** Posts what was signed to the meeting's channel, and sends it to the liaisons of its units, one message each. */
export async function distributeMinutes(
  work: Work,
  meeting: MeetingRow,
  row: MinutesRow & { documentId: number },
  signed: { by: string; on: string },
): Promise<void> {
  const { tx, plan, now } = work
  const { sentTo } = amendmentContent.pick({ sentTo: true }).parse(row.content)
  const items = row.number === 0 ? minutesContent.parse(row.content).items : []
  const notice = { ...noticeOf(plan, meeting, row), signedBy: signed.by, signedOn: signed.on }
  const send = async (place: string, units: readonly string[]) =>
    enqueue(tx, {
      workspaceId: plan.workspaceId,
      planId: plan.id,
      place,
      dedupeKey: `minutes.signed/${row.id}/${place}`,
      at: now.toJSDate(),
      documents: [row.documentId],
      kind: 'minutes.signed',
      payload: { ...notice, units: [...units], actions: actionsOf(items, units) },
    })
  const channel = meeting.channel ?? plan.meetingChannel
  if (channel !== null) await send(channel, [])
  for (const [userId, units] of await liaisonsOf(work, sentTo)) await send(userId, units)
}

function actionsOf(items: MinutesContent['items'], units: readonly string[]): SignedNotice['actions'] {
  return items
    .flatMap((item) => item.actions)
    .filter((action) => [action.owner, ...action.coUnits].some((unit) => units.includes(unit)))
    .map(({ no, text, dueOn, owner }) => ({ no, text, dueOn, owner: units.includes(owner) }))
    .slice(0, ownActionsAtMost)
}

async function liaisonsOf({ tx, plan }: Work, units: readonly string[]): Promise<Map<string, string[]>> {
  const known = await listUnits(tx, plan.id)
  const liaisons = new Map<string, string[]>()
  for (const { userId, role, unitId } of await listMembers(tx, plan.id)) {
    const unit = known.find((one) => one.id === unitId)
    if (role !== 'liaison' || !unit || !units.includes(unit.name)) continue
    liaisons.set(userId, [...(liaisons.get(userId) ?? []), unit.name])
  }
  return liaisons
}

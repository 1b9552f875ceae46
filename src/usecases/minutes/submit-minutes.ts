import { listMembers } from '../../db/member-store.ts'
import { lockMinutes, type MinutesRow, markSubmitted } from '../../db/minutes-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { MinutesNotice } from '../../domain/minutes/minutes-notice.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { lockHeldMeeting } from './find-minutes.ts'
import { noticeOf } from './minutes-message.ts'

/** Which draft a person looks at. */
export type MinutesReference = { no: number; number: number; version: number }

/**
 * Puts a draft before the leaders (送签): each gets it with its file and the button that signs it, once a draft. Without
 * a version it is the draft that stands.
 * @throws DomainError `minutes.no_leader`, and what `findHeldMeeting` and `draftOf` throw
 */
export async function submitMinutes(
  context: Context,
  actor: Actor,
  reference: MinutesReference | { no: number },
): Promise<MinutesNotice & { leaders: number }> {
  return changing(context, actor, 'minutes.draft', async (work) => {
    const { tx, plan, now } = work
    const meeting = await lockHeldMeeting(work, reference.no)
    const draft = draftOf(
      plan,
      await lockMinutes(tx, meeting.id),
      reference.no,
      'version' in reference ? reference : null,
    )
    const members = (await listMembers(tx, plan.id)).filter((one) => one.role === 'leader')
    const leaders = [...new Set(members.map((one) => one.userId))]
    if (leaders.length === 0) throw new DomainError('minutes.no_leader')
    const payload = noticeOf(plan, meeting, draft)
    for (const place of leaders) {
      await enqueue(tx, {
        workspaceId: plan.workspaceId,
        planId: plan.id,
        place,
        dedupeKey: `minutes.to_sign/${draft.id}/${draft.version}/${place}`,
        at: now.toJSDate(),
        documents: draft.documentId === null ? [] : [draft.documentId],
        kind: 'minutes.to_sign',
        payload,
      })
    }
    const { number, version } = draft
    await markSubmitted(tx, draft.id, version)
    await work.audit('minutes.submit', `meeting/${meeting.no}`, null, { number, version, leaders })
    return { ...payload, leaders: leaders.length }
  })
}

/**
 * The draft among the minutes of a meeting: that of the reference, or the only one.
 * @throws DomainError `minutes.none` {no}, `minutes.signed_already` {no}, `minutes.newer_draft` {no}
 */
export function draftOf(
  { zone }: { zone: string },
  rows: readonly MinutesRow[],
  no: number,
  reference: Pick<MinutesReference, 'number' | 'version'> | null,
): MinutesRow {
  if (rows.length === 0) throw new DomainError('minutes.none', { no })
  const row = reference
    ? rows.find((one) => one.number === reference.number)
    : (rows.find((one) => one.state === 'draft') ?? rows[0])
  if (!row) throw new DomainError('minutes.none', { no })
  const { signedBy, signedAt, draftedBy: by, draftedAt: at } = row
  const signed = signedBy !== null && signedAt !== null ? { by: signedBy, at: signedAt, zone } : null
  if (row.state === 'signed') throw new DomainError('minutes.signed_already', { no }, signed)
  if (reference && row.version !== reference.version)
    throw new DomainError('minutes.newer_draft', { no }, { by, at, zone })
  return row
}

import { addDocument } from '../../db/document-store.ts'
import type { MeetingRow } from '../../db/meeting-store.ts'
import { listMinutes, lockMinutes, type MinutesRow, signDraft } from '../../db/minutes-store.ts'
import { buildAmendment } from '../../documents/minutes/build-amendment.ts'
import { buildMinutes } from '../../documents/minutes/build-minutes.ts'
import { DomainError } from '../../domain/errors.ts'
import { amendmentContent, minutesContent } from '../../domain/minutes/minutes-content.ts'
import type { MinutesNotice } from '../../domain/minutes/minutes-notice.ts'
import { type Actor, type Context, changing, reading, type Work } from '../context.ts'
import { assembleMinutes } from './assemble-minutes.ts'
import { distributeMinutes } from './distribute-minutes.ts'
import { findHeldMeeting, lockHeldMeeting } from './find-minutes.ts'
import { fileName, noticeOf } from './minutes-message.ts'
import { draftOf, type MinutesReference } from './submit-minutes.ts'

/**
 * A leader signs (签发) the draft of a meeting's minutes, or of an amendment: it stays as it is from then on, is kept with
 * its file, posted to the meeting's channel and sent to the liaisons of its units. `reference` null: the draft that
 * stands. The file is built between two transactions; a draft that was replaced meanwhile is not signed.
 * @throws DomainError `minutes.not_submitted` {no} where its convener has not put it up for signature, `minutes.outdated` {no} where outcomes changed after it was drafted, and what `findHeldMeeting` and
 *   `draftOf` throw
 */
export async function signMinutes(
  context: Context,
  actor: Actor,
  no: number,
  reference: Pick<MinutesReference, 'number' | 'version'> | null,
  name: string,
): Promise<MinutesNotice> {
  const draft = await reading(context, actor, 'minutes.sign', async (work) => {
    const meeting = await findHeldMeeting(work, no)
    const row = draftOf(work.plan, await listMinutes(work.tx, meeting.id), no, reference)
    if (row.submitted !== row.version) throw new DomainError('minutes.not_submitted', { no })
    await refuseOutdated(work, meeting, row)
    return { row, signed: { by: name, on: work.now.toFormat('yyyy-MM-dd') } }
  })
  const { content, bytes } = await buildSigned(draft.row, draft.signed)
  return changing(context, actor, 'minutes.sign', async (work) => {
    const { tx, plan, now } = work
    const meeting = await lockHeldMeeting(work, no)
    const { number, version } = draft.row
    const row = draftOf(plan, await lockMinutes(tx, meeting.id), no, { number, version })
    await refuseOutdated(work, meeting, row)
    const at = now.toJSDate()
    const documentId = await addDocument(tx, plan.id, { name: fileName(no, number), bytes }, at)
    await signDraft(tx, row.id, { content, documentId, signedBy: actor.userId, signedAt: at })
    await work.audit('minutes.sign', `meeting/${no}`, { number, version }, { state: 'signed', documentId })
    const signed = { ...row, content, documentId, version: version + 1 }
    await distributeMinutes(work, meeting, signed, draft.signed)
    return noticeOf(plan, meeting, signed)
  })
}

async function buildSigned(row: MinutesRow, signed: { by: string; on: string }) {
  if (row.number === 0) {
    const content = { ...minutesContent.parse(row.content), signed }
    return { content, bytes: await buildMinutes(content) }
  }
  const content = { ...amendmentContent.parse(row.content), signed }
  return { content, bytes: await buildAmendment(content) }
}

/** What is signed is what stands: a leader who read a draft must not sign for outcomes that were changed behind it. */
async function refuseOutdated(work: Work, meeting: MeetingRow, row: MinutesRow): Promise<void> {
  if (row.number !== 0) return
  const drafted = minutesContent.parse(row.content)
  const standing = minutesContent.parse(await assembleMinutes(work, meeting, {}))
  if (JSON.stringify(drafted.items) !== JSON.stringify(standing.items))
    throw new DomainError('minutes.outdated', { no: meeting.no })
}

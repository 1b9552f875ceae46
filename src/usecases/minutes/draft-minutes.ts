import { addDocument } from '../../db/document-store.ts'
import type { MeetingRow } from '../../db/meeting-store.ts'
import { lockMinutes, type MinutesRow, saveDraft } from '../../db/minutes-store.ts'
import { buildMinutes } from '../../documents/minutes/build-minutes.ts'
import { minutesContent } from '../../domain/minutes/minutes-content.ts'
import type { MinutesNotice } from '../../domain/minutes/minutes-notice.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing, reading, type Work } from '../context.ts'
import { assembleMinutes, type Names, peopleOf } from './assemble-minutes.ts'
import { findHeldMeeting, lockHeldMeeting } from './find-minutes.ts'
import { fileName, noticeOf } from './minutes-message.ts'

/** The people whose names the minutes of a meeting need. @throws DomainError `meeting.unknown`, `minutes.not_held` */
export async function minutesPeople(context: Context, actor: Actor, no: number): Promise<string[]> {
  return reading(context, actor, 'minutes.draft', async (work) => peopleOf(work, await findHeldMeeting(work, no)))
}

/**
 * Drafts the minutes of a meeting that is over, in the place of an earlier draft, and sends them with their file to who
 * asked; a draft that says the same already stays as it is (`unchanged`), so that leaders can sign what they were sent.
 * The file is built between two transactions; where the meeting changed meanwhile, nothing is kept.
 * @throws DomainError `meeting.unknown` {no}, `minutes.not_held` {no}, `minutes.signed_already` {no}, `minutes.changed` {no}
 */
export async function draftMinutes(
  context: Context,
  actor: Actor,
  no: number,
  names: Names,
): Promise<MinutesNotice & { unchanged: boolean }> {
  const load = async (work: Work) => {
    const meeting = await findHeldMeeting(work, no)
    return { meeting, content: minutesContent.parse(await assembleMinutes(work, meeting, names)) }
  }
  const before = await reading(context, actor, 'minutes.draft', load)
  const bytes = await buildMinutes(before.content)
  return changing(context, actor, 'minutes.draft', async (work) => {
    await lockHeldMeeting(work, no)
    const { meeting, content } = await load(work)
    const [standing] = await lockMinutes(work.tx, meeting.id)
    if (standing?.state === 'signed') throw await changedSince(work, `meeting/${no}`, 'minutes.signed_already', { no })
    if (JSON.stringify(content) !== JSON.stringify(before.content))
      throw await changedSince(work, `meeting/${no}`, 'minutes.changed', { no })
    if (standing && JSON.stringify(minutesContent.parse(standing.content)) === JSON.stringify(content))
      return { ...noticeOf(work.plan, meeting, standing), unchanged: true }
    return { ...(await keepDraft(work, meeting, 0, content, bytes)), unchanged: false }
  })
}

/** Keeps a draft with its file and sends it to who drafted it. */
export async function keepDraft(
  work: Work,
  meeting: MeetingRow,
  number: number,
  content: object,
  bytes: Uint8Array,
): Promise<MinutesNotice> {
  const { tx, plan, now, actor } = work
  const at = now.toJSDate()
  const documentId = await addDocument(tx, plan.id, { name: fileName(meeting.no, number), bytes }, at)
  const draft: MinutesRow = await saveDraft(tx, meeting.id, number, {
    content,
    documentId,
    draftedBy: actor.userId,
    draftedAt: at,
  })
  const notice = noticeOf(plan, meeting, draft)
  await work.audit('minutes.draft', `meeting/${meeting.no}`, null, { number, version: draft.version })
  await enqueue(tx, {
    workspaceId: plan.workspaceId,
    planId: plan.id,
    place: actor.userId,
    dedupeKey: `minutes.draft/${draft.id}/${draft.version}`,
    at,
    documents: [documentId],
    kind: 'minutes.draft',
    payload: notice,
  })
  return notice
}

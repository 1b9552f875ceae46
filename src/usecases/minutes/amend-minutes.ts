import type { MeetingRow } from '../../db/meeting-store.ts'
import { listMinutes, lockMinutes, type MinutesRow } from '../../db/minutes-store.ts'
import { buildAmendment } from '../../documents/minutes/build-amendment.ts'
import { DomainError } from '../../domain/errors.ts'
import { checkAmendmentText } from '../../domain/minutes/amendment-text.ts'
import { type AmendmentContent, amendmentContent } from '../../domain/minutes/minutes-content.ts'
import type { MinutesNotice } from '../../domain/minutes/minutes-notice.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing, reading } from '../context.ts'
import { keepDraft } from './draft-minutes.ts'
import { findHeldMeeting, lockHeldMeeting } from './find-minutes.ts'

/**
 * Drafts the next numbered amendment (更正) of signed minutes, or drafts anew the one that is not signed yet, and sends it
 * with its file to who asked. A leader signs it like the minutes.
 * @throws DomainError `minutes.text_missing`, `minutes.text_too_long` {max, length}, `minutes.not_signed` {no},
 *   `minutes.newer_draft` {no}, and what `findHeldMeeting` throws
 */
export async function amendMinutes(context: Context, actor: Actor, no: number, text: string): Promise<MinutesNotice> {
  const checked = checkAmendmentText(text)
  const before = await reading(context, actor, 'minutes.draft', async (work) => {
    const meeting = await findHeldMeeting(work, no)
    return contentOf(meeting, await listMinutes(work.tx, meeting.id), checked)
  })
  const bytes = await buildAmendment(before)
  return changing(context, actor, 'minutes.draft', async (work) => {
    const { tx } = work
    const meeting = await lockHeldMeeting(work, no)
    const content = contentOf(meeting, await lockMinutes(tx, meeting.id), checked)
    // Its number stands in the file: another was signed meanwhile.
    if (content.amendmentNo !== before.amendmentNo)
      throw await changedSince(work, `meeting/${no}`, 'minutes.newer_draft', { no })
    return keepDraft(work, meeting, content.amendmentNo, content, bytes)
  })
}

function contentOf({ no }: MeetingRow, rows: readonly MinutesRow[], text: string): AmendmentContent {
  const [minutes] = rows
  if (minutes?.state !== 'signed') throw new DomainError('minutes.not_signed', { no })
  const amendmentNo =
    rows.find((row) => row.state === 'draft')?.number ?? Math.max(...rows.map((row) => row.number)) + 1
  const original = amendmentContent.omit({ amendmentNo: true, text: true }).parse(minutes.content)
  return amendmentContent.parse({ ...original, signed: null, amendmentNo, text })
}

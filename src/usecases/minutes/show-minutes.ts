import { loadDocuments } from '../../db/document-store.ts'
import { listMinutes } from '../../db/minutes-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { MinutesNotice } from '../../domain/minutes/minutes-notice.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { allows } from '../permissions.ts'
import { findHeldMeeting } from './find-minutes.ts'
import { noticeOf } from './minutes-message.ts'

/** Minutes or an amendment, with its file. */
type ShownMinutes = { notice: MinutesNotice; signed: boolean; file: { name: string; bytes: Uint8Array } | null }

/** The minutes of a meeting and its amendments. `mayDraft`, `maySign`: what the person may do with a draft. */
export type MinutesOverview = { no: number; rows: ShownMinutes[]; mayDraft: boolean; maySign: boolean }

/**
 * The minutes of a meeting that is over and its amendments; drafts are seen only by those who may draft or sign.
 * @throws DomainError `meeting.unknown` {no}, `minutes.not_held` {no}, `minutes.none` {no} for who may see none
 */
export async function showMinutes(context: Context, actor: Actor, no: number): Promise<MinutesOverview> {
  return reading(context, actor, 'minutes.show', async ({ tx, plan, roles }) => {
    const mayDraft = allows(roles, 'minutes.draft')
    const maySign = allows(roles, 'minutes.sign')
    const meeting = await findHeldMeeting({ tx, plan }, no)
    const all = await listMinutes(tx, meeting.id)
    const seen = all.filter((row) => row.state === 'signed' || mayDraft || maySign)
    if (seen.length === 0 && !mayDraft) throw new DomainError('minutes.none', { no })
    const rows: ShownMinutes[] = []
    for (const row of seen) {
      const [file] = row.documentId === null ? [] : await loadDocuments(tx, [row.documentId])
      rows.push({ notice: noticeOf(plan, meeting, row), signed: row.state === 'signed', file: file ?? null })
    }
    return { no, rows, mayDraft, maySign }
  })
}

import { lockMeeting } from '../../db/meeting-store.ts'
import { type AgendaWish, explainGap } from '../../domain/agenda/compose.ts'
import { type AgendaChange, changeFixes } from '../../domain/agenda/fixes.ts'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing, reading, type Work } from '../context.ts'
import type { AgendaView } from './agenda-view.ts'
import { composeOffThread } from './compose-off-thread.ts'
import { saveAsDraft } from './draft-agenda.ts'
import { loadSource } from './solve-meeting.ts'

/** Which draft a person looks at: a meeting's, by its id and count. */
export type DraftReference = { meetingId: number; draft: number }

/** What a change costs: minutes of waiting (negative: saved), and the issues that came and went with it. */
export type ChangePrice = { waiting: number; came: number[]; went: number[] }

/**
 * Changes what is fixed of an agenda and solves it anew under all that is fixed. The price compares it with what the same
 * issues give without the change. A published agenda may be changed too; it is then a draft to be published again.
 * @throws DomainError `agenda.unknown` when the draft was replaced, `agenda.not_open` {no}, `agenda.mandatory` {no}, `agenda.no_order` when nothing keeps all that is fixed,
 *   and what `changeFixes` throws
 */
export async function changeAgenda(
  context: Context,
  actor: Actor,
  reference: DraftReference,
  change: AgendaChange,
): Promise<{ view: AgendaView; price: ChangePrice }> {
  const { before, after, fixes } = await changing(context, actor, 'agenda.draft', async (work) => {
    const { meeting, notice } = await findDraft(work, reference)
    const before = await loadSource(work, meeting, meeting.fixes)
    checkChange(before.wish.issues, change)
    const order = notice.items.map((item) => item.no)
    const fixes = changeFixes(meeting.fixes, order, change)
    return { before, after: await loadSource(work, meeting, fixes), fixes }
  })
  const unchanged = await composeOffThread(before.wish)
  const composed = await composeOffThread(after.wish)
  const view = await saveAsDraft(context, actor, after, composed, fixes)
  const nos = (notice: Pick<AgendaNotice, 'items'>) => notice.items.map((item) => item.no)
  const beyond = (some: Pick<AgendaNotice, 'items'>, others: Pick<AgendaNotice, 'items'>) =>
    nos(some).filter((no) => !nos(others).includes(no))
  return {
    view,
    price: {
      waiting: composed.waiting - unchanged.waiting,
      came: beyond(composed, unchanged),
      went: beyond(unchanged, composed),
    },
  }
}

/**
 * Why an open issue is not on an agenda, exactly.
 * @throws DomainError `agenda.unknown`, `agenda.on_it` {no}, `agenda.not_open` {no}
 */
export async function explainWhyNot(
  context: Context,
  actor: Actor,
  reference: DraftReference,
  no: number,
): Promise<AgendaNotice['leftOut'][number]> {
  const { source, notice } = await reading(context, actor, 'agenda.draft', async (work) => {
    const { meeting, notice } = await findDraft(work, reference)
    return { notice, source: await loadSource(work, meeting, meeting.fixes) }
  })
  if (notice.items.some((item) => item.no === no)) throw new DomainError('agenda.on_it', { no })
  const gap = explainGap(source.wish, no)
  if (!gap) throw new DomainError('agenda.not_open', { no })
  return gap
}

/** Only an open issue can be added, and one that must be on the next agenda cannot be put off. */
function checkChange(issues: AgendaWish['issues'], change: AgendaChange): void {
  if (change.kind !== 'add' && change.kind !== 'defer') return
  const issue = issues.find((one) => one.no === change.no)
  if (!issue) throw new DomainError('agenda.not_open', { no: change.no })
  if (change.kind === 'defer' && issue.mandatory) throw new DomainError('agenda.mandatory', { no: change.no })
}

async function findDraft({ tx, plan }: Work, { meetingId, draft }: DraftReference) {
  const meeting = await lockMeeting(tx, plan.id, meetingId)
  const notice = meeting?.draft?.notice ?? meeting?.agenda
  if (!meeting || !notice || meeting.drafted !== draft) throw new DomainError('agenda.unknown')
  if (meeting.state !== 'draft' && meeting.state !== 'planned' && meeting.state !== 'published')
    throw new DomainError('agenda.closed', { no: meeting.no })
  return { meeting, notice }
}

import { DateTime } from 'luxon'
import { findLatestAgenda, lockMeeting, lockMeetingNo, type MeetingRow } from '../../db/meeting-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import type { AgendaChangeWords } from '../../domain/agenda/change-words.ts'
import { explainGap } from '../../domain/agenda/compose.ts'
import { type AgendaChange, changeFixes } from '../../domain/agenda/fixes.ts'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import type { AgendaWish } from '../../domain/agenda/wish.ts'
import { DomainError } from '../../domain/errors.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing, reading, type Work } from '../context.ts'
import { findUnit } from '../plan/find-unit.ts'
import type { AgendaView } from './agenda-view.ts'
import { composeOffThread } from './compose-off-thread.ts'
import { saveAsDraft } from './draft-agenda.ts'
import { loadSource } from './solve-meeting.ts'

/** A draft as a person looks at it: a meeting's, by its id and count. */
export type DraftReference = { meetingId: number; draft: number }

/** The agenda that is meant: the draft looked at, the one of a meeting, or the latest. */
export type AgendaPick = DraftReference | { meetingNo: number } | null

/** What a change costs: minutes of waiting (negative: saved), and the issues that came and went with it. */
type ChangePrice = { waiting: number; came: number[]; went: number[] }

/** An agenda after a change, and what that cost. */
export type ChangedAgenda = { view: AgendaView; change: AgendaChangeWords | AgendaChange; price: ChangePrice }

/**
 * Changes what is fixed of an agenda and solves it anew under all that is fixed. The price compares it with what the same
 * issues give without the change. A published agenda may be changed too; it is then a draft to be published again.
 * @throws DomainError `agenda.unknown` when the draft was replaced, `agenda.none`, `agenda.closed` {no}, `agenda.not_open`
 *   {no}, `agenda.mandatory` {no}, `agenda.window_outside` {given}, `agenda.no_order` when nothing keeps all that is fixed,
 *   and what `changeFixes` and `saveAsDraft` throw
 */
export async function changeAgenda(
  context: Context,
  actor: Actor,
  pick: AgendaPick,
  wish: AgendaChangeWords | AgendaChange,
): Promise<ChangedAgenda> {
  const { before, after, fixes, standing } = await changing(context, actor, 'agenda.draft', async (work) => {
    const { meeting, notice } = await findAgenda(work, pick)
    const before = await loadSource(work, meeting, meeting.fixes)
    const change = await toChange(work, meeting, wish)
    checkChange(before.wish.issues, change)
    const order = notice.items.map((item) => item.no)
    const fixes = changeFixes(meeting.fixes, order, change)
    return { before, after: await loadSource(work, meeting, fixes), fixes, standing: notice }
  })
  const composed = await composeOffThread(after.wish)
  const unchanged = wish.kind === 'again' ? standing : await composeOr(standing, before.wish)
  const view = await saveAsDraft(context, actor, after, composed, fixes)
  return { view, change: wish, price: priceOf(unchanged, composed) }
}

/**
 * Why an open issue is not on an agenda, exactly.
 * @throws DomainError `agenda.unknown`, `agenda.none`, `agenda.on_it` {no}, `agenda.not_open` {no}
 */
export async function explainWhyNot(
  context: Context,
  actor: Actor,
  pick: AgendaPick,
  no: number,
): Promise<AgendaNotice['leftOut'][number]> {
  const { source, notice } = await reading(context, actor, 'agenda.draft', async (work) => {
    const { meeting, notice } = await findAgenda(work, pick)
    return { notice, source: await loadSource(work, meeting, meeting.fixes) }
  })
  if (notice.items.some((item) => item.no === no)) throw new DomainError('agenda.on_it', { no })
  const gap = explainGap(source.wish, no)
  if (!gap) throw new DomainError('agenda.not_open', { no })
  return gap
}

/** What is fixed may no longer be possible without the change; the agenda as it stood is compared with then. */
async function composeOr(standing: AgendaNotice, wish: AgendaWish): Promise<Composed> {
  try {
    return await composeOffThread(wish)
  } catch (error) {
    if (error instanceof DomainError) return standing
    throw error
  }
}

type Composed = Pick<AgendaNotice, 'items' | 'waiting'>

function priceOf(before: Composed, after: Composed): ChangePrice {
  const nos = ({ items }: Composed) => items.map((item) => item.no)
  const beyond = (some: Composed, others: Composed) => nos(some).filter((no) => !nos(others).includes(no))
  return { waiting: after.waiting - before.waiting, came: beyond(after, before), went: beyond(before, after) }
}

async function toChange(
  work: Work,
  meeting: MeetingRow,
  wish: AgendaChangeWords | AgendaChange,
): Promise<AgendaChange> {
  if (wish.kind !== 'window_of') return wish
  const { id: unitId } = findUnit(await listUnits(work.tx, work.plan.id), wish.unit)
  const start = DateTime.fromJSDate(meeting.startsAt, { zone: work.plan.zone })
  const minuteOf = (time: string) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    const at = start.set({ hour, minute }).diff(start, 'minutes').minutes
    if (hour > 23 || minute > 59 || at < 0 || at > meeting.minutes)
      throw new DomainError('agenda.window_outside', { given: time })
    return at
  }
  const from = wish.from === null ? 0 : minuteOf(wish.from)
  const until = wish.until === null ? meeting.minutes : minuteOf(wish.until)
  if (from >= until) throw new DomainError('agenda.window_outside', { given: `${wish.from}–${wish.until}` })
  return { kind: 'window', unitId, from, until }
}

/** Only an open issue can be added, and one that must be on the next agenda cannot be put off. */
function checkChange(issues: AgendaWish['issues'], change: AgendaChange): void {
  if (change.kind !== 'add' && change.kind !== 'defer') return
  const issue = issues.find((one) => one.no === change.no)
  if (!issue) throw new DomainError('agenda.not_open', { no: change.no })
  if (change.kind === 'defer' && issue.mandatory) throw new DomainError('agenda.mandatory', { no: change.no })
}

async function findAgenda(work: Work, pick: AgendaPick): Promise<{ meeting: MeetingRow; notice: AgendaNotice }> {
  const { tx, plan } = work
  const meeting =
    pick && 'meetingNo' in pick
      ? await lockMeetingNo(tx, plan.id, pick.meetingNo)
      : await lockById(work, pick ? pick.meetingId : (await findLatestAgenda(tx, plan.id, true))?.id)
  const notice = meeting?.draft?.notice ?? meeting?.agenda
  if (!meeting || !notice) throw new DomainError('agenda.none')
  if (pick && 'draft' in pick && meeting.drafted !== pick.draft)
    throw await changedSince(work, `meeting/${meeting.no}`, 'agenda.unknown')
  if (meeting.state !== 'draft' && meeting.state !== 'planned' && meeting.state !== 'published')
    throw new DomainError('agenda.closed', { no: meeting.no })
  return { meeting, notice }
}

async function lockById({ tx, plan }: Work, id: number | undefined): Promise<MeetingRow | null> {
  return id === undefined ? null : lockMeeting(tx, plan.id, id)
}

import type { DateTime } from 'luxon'
import type { Transaction } from '../../db/database.ts'
import { listIssueVersions } from '../../db/issue-for-agenda-store.ts'
import { listIssues } from '../../db/issue-store.ts'
import { addDraft, dropDrafts, listPublishedStarts } from '../../db/meeting-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { listMeasurements, listTargets } from '../../db/target-store.ts'
import type { AgendaMode } from '../../domain/agenda/agenda-words.ts'
import { type BacklogIssue, scoreBacklog } from '../../domain/agenda/backlog.ts'
import { composeAgenda } from '../../domain/agenda/compose.ts'
import { checkMeetingMinutes, resolveStart, type WantedStart } from '../../domain/agenda/meeting-start.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { type AgendaView, viewAgenda } from './agenda-view.ts'

/** The joint meeting to draft an agenda for; what is null is as usual. */
export type MeetingWish = WantedStart & { minutes: number | null; mode: AgendaMode | null }

/**
 * Drafts the agenda of a joint meeting from the plan's open issues, and keeps it as a draft that nobody else sees; an
 * earlier draft for the same start is replaced.
 * @throws DomainError `agenda.no_open_issues`, `agenda.nothing_fits`, `agenda.start_taken` when that start's agenda is
 *   published, and what {@link resolveStart} and {@link checkMeetingMinutes} throw
 */
export async function draftAgenda(context: Context, actor: Actor, wish: MeetingWish): Promise<AgendaView> {
  const minutes = checkMeetingMinutes(wish.minutes)
  return changing(context, actor, 'agenda.draft', async (work) => {
    const { tx, plan, now } = work
    const start = resolveStart(wish, now, await listPublishedStarts(tx, plan.id, now.toJSDate()))
    const { issues, versions } = await loadBacklog(tx, plan.id, now)
    const notice = composeAgenda({ plan, start, minutes, mode: wish.mode ?? 'waiting', issues })
    const ids = new Map(issues.map((issue) => [issue.no, issue.id]))
    const places = notice.items.map(({ no }) => {
      const issueId = ids.get(no) ?? 0
      return { issueId, issueVersion: versions.get(issueId) ?? 0 }
    })
    // From here on drafts and publications of the plan come one after the other.
    await lockPlan(tx, plan.id)
    await refuseTakenStart(work, start)
    const replaced = await dropDrafts(tx, plan.id, start.toJSDate())
    const meetingId = await addDraft(
      tx,
      { planId: plan.id, notice, createdBy: actor.userId, createdAt: now.toJSDate() },
      places,
    )
    await work.audit('agenda.draft', `meeting/${meetingId}`, replaced.length > 0 ? { replaced } : null, {
      startsAt: notice.startsAt,
      minutes,
      mode: notice.mode,
      hash: notice.hash,
      issues: notice.items.map((item) => item.no),
    })
    return viewAgenda(plan, { state: 'draft', notice: { ...notice, meetingId } })
  })
}

async function loadBacklog(
  tx: Transaction,
  planId: number,
  now: DateTime,
): Promise<{ issues: BacklogIssue[]; versions: Map<number, number> }> {
  const versions = await listIssueVersions(tx, planId, 'open')
  const open = await listIssues(tx, planId, ['open'])
  if (open.length === 0) throw new DomainError('agenda.no_open_issues')
  const targets = await listTargets(tx, planId)
  const measurements = Map.groupBy(await listMeasurements(tx, planId), ({ targetId }) => targetId)
  const blocked = targets.map((target) => ({ target, measurements: measurements.get(target.id) ?? [] }))
  return { issues: scoreBacklog(open, blocked, now), versions }
}

async function refuseTakenStart({ tx, plan }: Work, start: DateTime): Promise<void> {
  const [next] = await listPublishedStarts(tx, plan.id, start.toJSDate())
  if (next?.getTime() === start.toMillis()) {
    throw new DomainError('agenda.start_taken', { given: start.toFormat('yyyy-MM-dd HH:mm') })
  }
}

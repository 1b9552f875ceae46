import type { DateTime } from 'luxon'
import { listIssueVersions } from '../../db/issue-for-agenda-store.ts'
import { listIssues } from '../../db/issue-store.ts'
import { type AgendaPlace, addDraft, dropDrafts, listPublishedStarts } from '../../db/meeting-store.ts'
import { lockPlan, type PlanRow } from '../../db/plan-store.ts'
import { listMeasurements, listTargets } from '../../db/target-store.ts'
import type { AgendaMode } from '../../domain/agenda/agenda-words.ts'
import { type BacklogIssue, scoreBacklog } from '../../domain/agenda/backlog.ts'
import type { ComposedAgenda } from '../../domain/agenda/compose.ts'
import { checkMeetingMinutes, resolveStart, type WantedStart } from '../../domain/agenda/meeting-start.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { type AgendaView, viewAgenda } from './agenda-view.ts'
import { composeOffThread } from './compose-off-thread.ts'

/** The joint meeting to draft an agenda for; what is null is as usual. */
export type MeetingWish = WantedStart & { minutes: number | null; mode: AgendaMode | null }

/**
 * Drafts the agenda of a joint meeting from the plan's open issues, and keeps it as a draft that nobody else sees; an
 * earlier draft for the same start is replaced. It is computed between two transactions, so that no one waits for it; an
 * issue that changes meanwhile is found out on publishing.
 * @throws DomainError `agenda.no_open_issues`, `agenda.nothing_fits`, `agenda.start_taken` when that start's agenda is
 *   published, and what {@link resolveStart} and {@link checkMeetingMinutes} throw
 */
export async function draftAgenda(context: Context, actor: Actor, wish: MeetingWish): Promise<AgendaView> {
  const minutes = checkMeetingMinutes(wish.minutes)
  const { plan, start, issues, versions } = await changing(context, actor, 'agenda.draft', (work) => load(work, wish))
  const { title, language, zone } = plan
  const meeting = {
    plan: { title, language, zone },
    startsAt: start.toISO() ?? '',
    minutes,
    mode: wish.mode ?? 'waiting',
  }
  const notice = await composeOffThread({ ...meeting, issues })
  const ids = new Map(issues.map((issue) => [issue.no, issue.id]))
  const places = notice.items.map(({ no }) => {
    const issueId = ids.get(no) ?? 0
    return { issueId, issueVersion: versions.get(issueId) ?? 0 }
  })
  // The request was taken in above.
  return changing(context, { ...actor, requestKey: null }, 'agenda.draft', async (work) => {
    if (work.plan.id !== plan.id) throw new DomainError('agenda.plan_changed', { plan: plan.title })
    return save(work, start, notice, places)
  })
}

type Loaded = { plan: PlanRow; start: DateTime; issues: BacklogIssue[]; versions: Map<number, number> }

async function load({ tx, plan, now }: Work, wish: WantedStart): Promise<Loaded> {
  const start = resolveStart(wish, now, await listPublishedStarts(tx, plan.id, now.toJSDate()))
  const versions = await listIssueVersions(tx, plan.id, 'open')
  const open = await listIssues(tx, plan.id, ['open'])
  if (open.length === 0) throw new DomainError('agenda.no_open_issues')
  const targets = await listTargets(tx, plan.id)
  const measurements = Map.groupBy(await listMeasurements(tx, plan.id), ({ targetId }) => targetId)
  const blocked = targets.map((target) => ({ target, measurements: measurements.get(target.id) ?? [] }))
  return { plan, start, issues: scoreBacklog(open, blocked, now), versions }
}

async function save(
  work: Work,
  start: DateTime,
  notice: ComposedAgenda,
  places: readonly AgendaPlace[],
): Promise<AgendaView> {
  const { tx, plan, now, actor } = work
  // Drafts and publications of a plan come one after the other.
  await lockPlan(tx, plan.id)
  await refuseTakenStart(work, start)
  const replaced = await dropDrafts(tx, plan.id, start.toJSDate())
  const draft = { planId: plan.id, notice, createdBy: actor.userId, createdAt: now.toJSDate() }
  const meetingId = await addDraft(tx, draft, places)
  const { startsAt, minutes, mode, hash } = notice
  const issues = notice.items.map((item) => item.no)
  const before = replaced.length > 0 ? { replaced } : null
  await work.audit('agenda.draft', `meeting/${meetingId}`, before, { startsAt, minutes, mode, hash, issues })
  return viewAgenda(plan, { state: 'draft', notice: { ...notice, meetingId } })
}

async function refuseTakenStart({ tx, plan }: Work, start: DateTime): Promise<void> {
  const [next] = await listPublishedStarts(tx, plan.id, start.toJSDate())
  if (next?.getTime() === start.toMillis()) {
    throw new DomainError('agenda.start_taken', { given: start.toFormat('yyyy-MM-dd HH:mm') })
  }
}

import { DateTime } from 'luxon'
import { replaceAgendaItems } from '../../db/agenda-item-store.ts'
import { listDecisions } from '../../db/decision-store.ts'
import { addDocument } from '../../db/document-store.ts'
import { listScheduledIds, lockIssues, moveIssues } from '../../db/issue-for-agenda-store.ts'
import { lockIssue } from '../../db/issue-store.ts'
import {
  type AgendaDraft,
  findLatestDraftOf,
  lockMeeting,
  type MeetingRow,
  updateMeeting,
} from '../../db/meeting-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { buildAgendaDocument } from '../../documents/agenda/build-agenda-document.ts'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import { DomainError } from '../../domain/errors.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing, reading, type Work } from '../context.ts'
import { recordDecision } from '../decision/record-decision.ts'
import { takeBackDeferrals } from '../decision/take-back-deferrals.ts'
import { inviteUnits } from '../meeting/invite-units.ts'
import type { DraftReference } from './change-agenda.ts'

/** What was published, and to which channel. */
export type PublishedAgenda = { notice: AgendaNotice; channel: string }

/**
 * Publishes a draft (null: the person's own latest): it is posted with its document to the meeting's channel, its issues
 * are scheduled, those the convener put off are carried over, and each delegate is invited. A published agenda that was
 * drafted anew is published again; those whose part changed are told. Of two who publish at once, or publish drafts that
 * share an issue, one succeeds.
 * @throws DomainError `agenda.no_draft`, `agenda.unknown` when a newer draft replaced it, `agenda.already_published`,
 *   `agenda.no_channel`, `agenda.start_passed`, `agenda.issues_changed` {issues} when the draft is out of date,
 *   `agenda.meeting_changed` {no} when the meeting was moved at the same moment
 */
export async function publishAgenda(
  context: Context,
  actor: Actor,
  reference: DraftReference | null,
): Promise<PublishedAgenda> {
  // The document is made between two transactions: on the embedded database everybody would wait for it.
  const drafted = await reading(context, actor, 'agenda.publish', (work) => findDraft(work, reference))
  const document = await buildAgendaDocument(drafted.draft.notice)
  return changing(context, actor, 'agenda.publish', async (work) => {
    const { tx, plan, now } = work
    await lockPlan(tx, plan.id)
    const seen = { meetingId: drafted.meeting.id, draft: drafted.meeting.drafted }
    const { meeting, draft } = await findDraft(work, seen)
    // Moved meanwhile: the document tells the times of before.
    if (JSON.stringify(draft.notice) !== JSON.stringify(drafted.draft.notice))
      throw await changedSince(work, `meeting/${meeting.no}`, 'agenda.meeting_changed', { no: meeting.no })
    checkPublishable(meeting, now)
    const channel = meeting.channel ?? plan.meetingChannel
    if (channel === null) throw new DomainError('agenda.no_channel')
    await scheduleIssues(work, meeting, draft)
    await deferIssues(work, meeting)
    const { notice, places } = draft
    const issueIds = places.map((place) => place.issueId)
    await replaceAgendaItems(tx, meeting.id, notice.items, issueIds)
    const published = {
      state: 'published' as const,
      agenda: notice,
      draft: null,
      published: meeting.published + 1,
      publishedBy: actor.userId,
      publishedAt: now.toJSDate(),
      sequence: meeting.sequence + 1,
    }
    await updateMeeting(tx, meeting.id, published)
    const file = { name: `agenda-${meeting.no}.docx`, bytes: document }
    await enqueue(tx, {
      kind: 'agenda.published',
      payload: { ...notice, revision: meeting.published },
      workspaceId: plan.workspaceId,
      planId: plan.id,
      place: channel,
      dedupeKey: `agenda.published/${meeting.id}/${published.published}`,
      at: now.toJSDate(),
      documents: [await addDocument(tx, plan.id, file, now.toJSDate())],
    })
    const before = meeting.agenda && { agenda: meeting.agenda, moved: false }
    await inviteUnits(work, { ...meeting, ...published, version: meeting.version + 1 }, notice, issueIds, before)
    await work.audit(
      'agenda.publish',
      `meeting/${meeting.no}`,
      { state: meeting.state, issues: meeting.agenda?.items.map((item) => item.no) ?? [] },
      { state: 'published', startsAt: notice.startsAt, scheduled: notice.items.map((item) => item.no) },
    )
    return { notice, channel }
  })
}

async function findDraft(
  work: Work,
  reference: DraftReference | null,
): Promise<{ meeting: MeetingRow; draft: AgendaDraft }> {
  const { tx, plan, actor } = work
  const id = reference?.meetingId ?? (await findLatestDraftOf(tx, plan.id, actor.userId))
  if (id === null) throw new DomainError('agenda.no_draft')
  const meeting = await lockMeeting(tx, plan.id, id)
  if (!meeting) throw new DomainError('agenda.unknown')
  if (reference && meeting.drafted !== reference.draft)
    throw await changedSince(work, `meeting/${meeting.no}`, 'agenda.unknown')
  const given = DateTime.fromJSDate(meeting.startsAt, { zone: plan.zone }).toFormat('yyyy-MM-dd HH:mm')
  if (!meeting.draft) throw new DomainError('agenda.already_published', { given })
  return { meeting, draft: meeting.draft }
}

function checkPublishable({ no, state, startsAt }: MeetingRow, now: DateTime): void {
  const start = DateTime.fromJSDate(startsAt, { zone: now.zone })
  if (state !== 'draft' && state !== 'planned' && state !== 'published') throw new DomainError('agenda.closed', { no })
  if (start <= now) throw new DomainError('agenda.start_passed', { given: start.toFormat('yyyy-MM-dd HH:mm') })
}

/** Every issue must still stand as it did when it was scored: open, or scheduled on this very meeting. */
async function scheduleIssues(work: Work, meeting: MeetingRow, { places }: AgendaDraft): Promise<void> {
  const { tx, plan } = work
  const own = new Set(await listScheduledIds(tx, meeting.id))
  const drafted = new Map(places.map((place) => [place.issueId, place.version]))
  const ids = [...new Set([...drafted.keys(), ...own])]
  const standing = await lockIssues(tx, plan.id, ids)
  const changed = standing.filter(
    ({ id, state, version }) =>
      drafted.has(id) && (version !== drafted.get(id) || !(state === 'open' || (state === 'scheduled' && own.has(id)))),
  )
  if (changed.length > 0) {
    throw new DomainError('agenda.issues_changed', { issues: changed.map((issue) => `#${issue.no}`) })
  }
  // Put off when it was published before, and added again.
  await takeBackDeferrals(work, meeting.id, (issueId) => drafted.has(issueId))
  const fresh = [...drafted.keys()].filter((id) => !own.has(id))
  await moveIssues(tx, plan.id, fresh, 'scheduled')
  await moveIssues(
    tx,
    plan.id,
    [...own].filter((id) => !drafted.has(id)),
    'open',
  )
}

/** What the convener put off leaves this meeting with that outcome, recorded as in a meeting; once. */
async function deferIssues(work: Work, meeting: MeetingRow): Promise<void> {
  const { tx, plan } = work
  const recorded = new Set((await listDecisions(tx, plan.id, { meetingId: meeting.id })).map((one) => one.issueNo))
  for (const no of meeting.fixes.deferred.filter((no) => !recorded.has(no))) {
    const issue = await lockIssue(tx, plan.id, no)
    if (issue?.state !== 'open') continue
    await recordDecision(
      work,
      issue,
      { outcome: 'deferred', text: '', actions: [] },
      { meetingId: meeting.id, agendaItemId: null },
    )
  }
}

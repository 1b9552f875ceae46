import { listDueDrafts } from '../../db/due-draft-store.ts'
import { lockMeeting, type MeetingRow, updateMeeting } from '../../db/meeting-store.ts'
import { findPlan } from '../../db/plan-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { viewAgenda } from '../agenda/agenda-view.ts'
import { composeOffThread } from '../agenda/compose-off-thread.ts'
import { type AgendaSource, loadSource, saveDraft } from '../agenda/solve-meeting.ts'
import { type Context, ownWork, type Work } from '../context.ts'
import { factsOf } from './meeting-facts.ts'

/** A meeting whose draft is owed to its convener. */
type Due = { workspaceId: string; planId: number; meetingId: number }

/** What is to be sent: the draft that stands, one to be computed first, or word that there is nothing to draft. */
type Step = { kind: 'send' } | { kind: 'compose'; source: AgendaSource } | { kind: 'nothing'; refusal: DomainError }

/**
 * Drafts the agendas that are due, of all plans, and sends each to its meeting's convener: one that a person drafted is sent
 * as it is; where nothing can be drafted the convener is told so, once. Each is computed between two transactions. One that
 * fails is told to `failed` and stays due. Gives how many were worked off.
 */
export async function draftDueAgendas(
  context: Context,
  failed: (error: unknown, meetingId: number) => void = (error) => {
    throw error
  },
): Promise<number> {
  const due = await context.database.transaction((tx) => listDueDrafts(tx, context.now().toJSDate()))
  let done = 0
  for (const one of due) {
    try {
      if (await draftOne(context, one)) done += 1
    } catch (error) {
      failed(error, one.meetingId)
    }
  }
  return done
}

async function draftOne(context: Context, due: Due): Promise<boolean> {
  const step = await onMeeting(context, due, nextStep)
  if (!step) return false
  const composed = step.kind === 'compose' ? await compose(step.source) : null
  const sent = await onMeeting(context, due, async (work, meeting) => {
    if (step.kind === 'nothing') return tellNothing(work, meeting, step.refusal)
    if (composed instanceof DomainError) return tellNothing(work, meeting, composed)
    if (step.kind === 'send') return meeting.draft ? send(work, meeting) : false
    // Someone drafted or moved it meanwhile: it is still owed, and the next round sees how it stands.
    if (!composed || meeting.version !== step.source.meeting.version) return false
    return send(work, await saveDraft(work, { ...step.source, meeting }, composed, meeting.fixes))
  })
  return sent ?? false
}

/** Works on a meeting whose draft is still owed, held until the transaction ends; null where it is not any more. */
async function onMeeting<T>(
  context: Context,
  { workspaceId, planId, meetingId }: Due,
  run: (work: Work, meeting: MeetingRow) => Promise<T>,
): Promise<T | null> {
  return context.database.transaction(async (tx) => {
    const plan = await findPlan(tx, workspaceId, planId)
    const meeting = plan && (await lockMeeting(tx, planId, meetingId))
    if (!meeting || meeting.draftWantedAt === null || meeting.draftSentAt !== null) return null
    if (meeting.state !== 'planned' && meeting.state !== 'draft') return null
    return run(ownWork(tx, plan, context.now().setZone(plan.zone)), meeting)
  })
}

async function nextStep(work: Work, meeting: MeetingRow): Promise<Step> {
  if (meeting.draft && meeting.draftedBy !== work.actor.userId) return { kind: 'send' }
  try {
    return { kind: 'compose', source: await loadSource(work, meeting, meeting.fixes) }
  } catch (error) {
    if (error instanceof DomainError) return { kind: 'nothing', refusal: error }
    throw error
  }
}

async function compose(source: AgendaSource) {
  try {
    return await composeOffThread(source.wish)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
}

async function send(work: Work, meeting: MeetingRow): Promise<boolean> {
  const { tx, plan, now } = work
  const { published, notice, warnings } = await viewAgenda(work, meeting)
  await enqueue(tx, {
    ...owed(work, meeting, `agenda.draft/${meeting.id}/${meeting.drafted}/${meeting.sequence}`),
    kind: 'agenda.draft',
    payload: { language: plan.language, published, notice, warnings },
  })
  await updateMeeting(tx, meeting.id, { draftSentAt: now.toJSDate() })
  await work.audit('agenda.send_draft', `meeting/${meeting.no}`, null, {
    drafted: meeting.drafted,
    to: meeting.convener,
  })
  return true
}

/** The convener is told once; each further day that brings an issue brings the draft after all. */
async function tellNothing(work: Work, meeting: MeetingRow, { code, params }: DomainError): Promise<boolean> {
  const joined = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? value.join(' ') : value,
  ])
  await enqueue(work.tx, {
    ...owed(work, meeting, `agenda.nothing/${meeting.id}/${meeting.sequence}`),
    kind: 'agenda.nothing',
    payload: { ...factsOf(work.plan, meeting), code, params: Object.fromEntries(joined) },
  })
  await updateMeeting(work.tx, meeting.id, { draftWantedAt: null })
  return true
}

function owed({ plan, now }: Work, meeting: MeetingRow, dedupeKey: string) {
  return { workspaceId: plan.workspaceId, planId: plan.id, place: meeting.convener, dedupeKey, at: now.toJSDate() }
}

import { addConsultation, findLatestConsultation } from '../../db/consultation-store.ts'
import { findIssue, type IssueRow } from '../../db/issue-store.ts'
import { listMembers } from '../../db/member-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import { checkProposal, isEnded, isUndecided } from '../../domain/consultation/consultation.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing, reading, type Work } from '../context.ts'
import { holdIssue } from '../issue/hold-issue.ts'
import { announceConsultation } from './announce.ts'
import { endConsultation } from './end-consultation.ts'

/** Whom a consultation asks: the units the issue needs; `silent` are those of no liaison, who cannot answer. */
export type Asked = { planId: number; no: number; title: string; units: string[]; silent: string[] }

/** A consultation that was asked; `replaced`: an earlier one of the issue was dropped for it. */
export type AskedConsultation = Asked & { replaced: boolean; channel: string }

/**
 * Asks the units that an issue needs whether they agree to a proposal, before it takes meeting time. A consultation of the
 * issue that is still under way is dropped for it.
 * @throws DomainError what `checkProposal` throws, `issue.unknown`, `consultation.not_open` {no},
 *   `consultation.no_channel`, `consultation.no_units` {no}
 */
export async function askConsultation(
  context: Context,
  actor: Actor,
  no: number,
  proposal: string,
): Promise<AskedConsultation> {
  const text = checkProposal(proposal)
  return changing(context, actor, 'issue.consult', async (work) => {
    const { tx, now } = work
    const issue = await holdIssue(work, no)
    const { unitIds, channel, ...asked } = await askable(work, issue)
    const replaced = await endConsultation(work, issue, 'replaced')
    const facts = { issueId: issue.id, proposal: text, askedBy: actor.userId, askedAt: now.toJSDate() }
    const id = await addConsultation(tx, { ...facts, unitIds })
    const consultation = await findLatestConsultation(tx, issue.id)
    if (consultation) await announceConsultation(work, { issue, consultation, ending: null })
    await work.audit('issue.consult', `issue/${no}`, null, { id, proposal: text, units: asked.units, replaced })
    return { ...asked, replaced, channel }
  })
}

/**
 * What the form of a consultation shows: whom it asks, and the proposal that is still under way and would be dropped.
 * @throws DomainError as `askConsultation`, but for the proposal
 */
export async function prepareConsultation(
  context: Context,
  actor: Actor,
  no: number,
): Promise<Asked & { earlier: string | null }> {
  return reading(context, actor, 'issue.consult', async (work) => {
    const issue = await findIssue(work.tx, work.plan.id, no)
    if (!issue) throw new DomainError('issue.unknown', { no })
    const { unitIds: _ids, channel: _channel, ...asked } = await askable(work, issue)
    const latest = await findLatestConsultation(work.tx, issue.id)
    return { ...asked, earlier: latest && !isEnded(latest.state) ? latest.proposal : null }
  })
}

async function askable({ tx, plan }: Work, { no, title, state, units: needed }: IssueRow) {
  if (!isUndecided(state)) throw new DomainError('consultation.not_open', { no })
  if (plan.meetingChannel === null) throw new DomainError('consultation.no_channel')
  const units = (await listUnits(tx, plan.id)).filter((unit) => needed.some((one) => one.id === unit.id))
  if (units.length === 0) throw new DomainError('consultation.no_units', { no })
  const heard = new Set((await listMembers(tx, plan.id)).map((member) => member.unitId))
  return {
    planId: plan.id,
    no,
    title,
    channel: plan.meetingChannel,
    unitIds: units.map((unit) => unit.id),
    units: units.map((unit) => unit.name),
    silent: units.filter((unit) => !heard.has(unit.id)).map((unit) => unit.name),
  }
}

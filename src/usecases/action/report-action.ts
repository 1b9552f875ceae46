import { type ActionRow, updateAction } from '../../db/action-store.ts'
import { checkEvidence } from '../../domain/action/action-report.ts'
import { nextActionState } from '../../domain/action/action-state.ts'
import { trailSubject } from '../../domain/action/action-trail.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { holdAction } from './settle-action.ts'

/**
 * The owner reports an action done, with evidence; the office is to verify it. Reporting again before that replaces the
 * evidence, and the audit trail keeps the earlier.
 * @throws DomainError what `checkEvidence` throws, `action.unknown` {no}, `action.not_yours` {no, owner},
 *   `action.not_possible` {no, state}
 */
export async function reportAction(
  context: Context,
  actor: Actor,
  no: number,
  text: string,
  version: number | null = null,
): Promise<ActionRow> {
  const evidence = checkEvidence(text)
  return changing(context, actor, 'action.report', async (work) => {
    const action = await holdOwnAction(work, no, version)
    const state = nextActionState(no, action.state, 'report')
    const change = { state, evidence, reportedBy: actor.userId, reportedAt: work.now.toJSDate() }
    await updateAction(work.tx, action.id, change)
    const before = { state: action.state, text: action.evidence, reportedBy: action.reportedBy }
    await work.audit('action.report', trailSubject(no), before, { state, text: evidence })
    return { ...action, ...change }
  })
}

/**
 * An action that one of the person's units owns, held until the transaction ends.
 * @throws DomainError `action.not_yours` {no, owner}, and what `holdAction` throws
 */
export async function holdOwnAction(work: Work, no: number, version: number | null): Promise<ActionRow> {
  const { action } = await holdAction(work, no, version)
  if (!work.units.some((unit) => unit.id === action.owner.id))
    throw new DomainError('action.not_yours', { no, owner: action.owner.name })
  return action
}

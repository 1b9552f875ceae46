import { type ActionRow, listActions } from '../../db/action-store.ts'
import { type ActionStanding, standingOf } from '../../domain/action/action-standing.ts'
import type { ExtensionWish } from '../../domain/action/action-trail.ts'
import type { Work } from '../context.ts'
import { loadWishes } from './see-actions.ts'

/** An action that somebody is to deal with, and how it stands against its day. */
type ActionDuty = Pick<ActionRow, 'no' | 'text' | 'issueNo' | 'owner' | 'dueOn' | 'remark' | 'evidence'> &
  ActionStanding

/** What a unit owes as owner; each action stands in one list only. */
type UnitDuties = {
  /** Within three working days. */
  dueSoon: ActionDuty[]
  overdue: ActionDuty[]
  /** Reported and returned by the office, `remark` says why; late or not. */
  returned: ActionDuty[]
}

/** What owners and the office have to do about actions at a moment. */
export type ActionDuties = {
  /** By the owner's id; a unit that owes nothing now is not in it. */
  byUnit: Map<number, UnitDuties>
  /** For the office: reported, to be verified or returned. */
  toVerify: ActionDuty[]
  /** For the office: the owner asks for a later day. */
  wishes: (ActionDuty & { wish: ExtensionWish })[]
  /** For the office: everything that is past its day. */
  overdue: ActionDuty[]
}

/** What is to be done about the plan's actions at `work.now`, each list by due day; by a fixed number of queries. */
export async function actionDuties(work: Pick<Work, 'tx' | 'plan' | 'now'>): Promise<ActionDuties> {
  const actions = await listActions(work.tx, work.plan.id, { states: ['open', 'reported'] })
  const wishes = await loadWishes(work, actions)
  const duties: ActionDuties = { byUnit: new Map(), toVerify: [], wishes: [], overdue: [] }
  for (const action of actions) {
    const { no, text, issueNo, owner, dueOn, remark, evidence } = action
    const duty = { no, text, issueNo, owner, dueOn, remark, evidence, ...standingOf(action, work.now) }
    const wish = wishes.get(no)
    const list = duty.returned ? 'returned' : duty.daysLate !== null ? 'overdue' : 'dueSoon'
    if (action.state === 'reported') duties.toVerify.push(duty)
    else if (list !== 'dueSoon' || duty.daysLeft !== null) unitDuties(duties, owner.id)[list].push(duty)
    if (duty.daysLate !== null) duties.overdue.push(duty)
    if (wish) duties.wishes.push({ ...duty, wish })
  }
  return duties
}

function unitDuties({ byUnit }: ActionDuties, unitId: number): UnitDuties {
  const known = byUnit.get(unitId) ?? { dueSoon: [], overdue: [], returned: [] }
  byUnit.set(unitId, known)
  return known
}

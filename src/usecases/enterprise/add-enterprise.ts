import { findEnterprise, listStandingEnterprises, addEnterprise as store } from '../../db/enterprise-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import {
  checkEnterpriseFacts,
  ENTERPRISE_LIMITS,
  isSameEnterprise,
  USUAL_MONTHS,
} from '../../domain/enterprise/enterprise-facts.ts'
import { maySeeEnterprise } from '../../domain/enterprise/may-see-enterprise.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { contactPerson, contactUnit, nameAndUnit } from './contact-unit.ts'
import { enterpriseSubject, viewerOf } from './enterprise-access.ts'
import { type SeenEnterprise, seeEnterprises } from './see-enterprises.ts'

/** A new enterprise as it was said; what is null is left to the usual. */
export type EnterpriseInput = {
  /** The name and the unit's id of a form, or the line that holds both. */
  named: { name: string; unitId: number | null } | string
  contact: string | null
  everyMonths: number | null
  notes: string | null
}

/** What an enterprise became, and the plan that its buttons speak of. */
export type KeptEnterprise = { planId: number; enterprise: SeenEnterprise }

/**
 * Enters an enterprise in the register: the office for any unit, a liaison for their own.
 * @throws DomainError what `checkEnterpriseFacts`, `contactUnit`, `contactPerson` and `refuseSame` throw,
 *   `enterprise.too_many` {max}
 */
export async function addEnterprise(context: Context, actor: Actor, input: EnterpriseInput): Promise<KeptEnterprise> {
  return changing(context, actor, 'enterprise.keep', async (work) => {
    const { tx, plan, now } = work
    // Names are compared and entries counted one after the other, and nobody leaves the unit meanwhile.
    await lockPlan(tx, plan.id)
    const { named, everyMonths, notes } = input
    const { name, unitId } = typeof named === 'string' ? await nameAndUnit(work, named) : named
    const facts = checkEnterpriseFacts({ name, everyMonths: everyMonths ?? USUAL_MONTHS, notes: notes ?? '' })
    const unit = await contactUnit(work, unitId)
    const contact = await contactPerson(work, unit, input.contact)
    await refuseSame(work, facts.name, null)
    const entry = { ...facts, unitId: unit.id, contact }
    const no = await store(tx, plan.id, { ...entry, createdBy: actor.userId, createdAt: now.toJSDate() })
    await work.audit('enterprise.add', enterpriseSubject(no), null, entry)
    return seenAgain(work, no)
  })
}

/**
 * Refuses a name that another standing enterprise has, and one entry too many. The other's number is told only to whoever
 * may see it.
 * @throws DomainError `enterprise.there_already` {no}, `enterprise.there_elsewhere`, `enterprise.too_many` {max}
 */
export async function refuseSame(work: Work, name: string, ownNo: number | null): Promise<void> {
  const standing = await listStandingEnterprises(work.tx, work.plan.id)
  const same = standing.find((one) => one.no !== ownNo && isSameEnterprise(one.name, name))
  if (same)
    throw maySeeEnterprise(viewerOf(work), [same.unitId])
      ? new DomainError('enterprise.there_already', { no: same.no })
      : new DomainError('enterprise.there_elsewhere')
  const { standing: max } = ENTERPRISE_LIMITS
  if (ownNo === null && standing.length >= max) throw new DomainError('enterprise.too_many', { max })
}

/** An enterprise as it stands now, for the receipt. */
export async function seenAgain(work: Work, no: number): Promise<KeptEnterprise> {
  const row = await findEnterprise(work.tx, work.plan.id, no)
  const [enterprise] = row ? await seeEnterprises(work, [row]) : []
  if (!enterprise) throw new DomainError('enterprise.unknown', { no })
  return { planId: work.plan.id, enterprise }
}

import { type EnterpriseRow, updateEnterprise } from '../../db/enterprise-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { checkEnterpriseFacts } from '../../domain/enterprise/enterprise-facts.ts'
import { DomainError } from '../../domain/errors.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { type KeptEnterprise, refuseSame, seenAgain } from './add-enterprise.ts'
import { contactPerson, contactUnit } from './contact-unit.ts'
import { enterpriseSubject, holdStanding } from './enterprise-access.ts'

/** What is to be otherwise; null stays as it is. `version`: as a form read it. */
export type EnterpriseWish = {
  name: string | null
  unit: number | string | null
  contact: string | null
  everyMonths: number | null
  notes: string | null
  version: number | null
}

/**
 * Changes an enterprise's name, contact unit or person, interval or notes. Handed over to another unit, its person is one
 * of that unit.
 * @throws DomainError what `holdStanding`, `checkEnterpriseFacts`, `contactUnit`, `contactPerson` and `refuseSame` throw,
 *   `enterprise.changed_meanwhile` {no}, `enterprise.unchanged` {no}
 */
export async function changeEnterprise(
  context: Context,
  actor: Actor,
  no: number,
  wish: EnterpriseWish,
): Promise<KeptEnterprise> {
  return changing(context, actor, 'enterprise.keep', async (work) => {
    await lockPlan(work.tx, work.plan.id)
    const row = await holdStanding(work, no)
    if (wish.version !== null && wish.version !== row.version)
      throw await changedSince(work, enterpriseSubject(no), 'enterprise.changed_meanwhile', { no })
    const facts = checkEnterpriseFacts({
      name: wish.name ?? row.name,
      everyMonths: wish.everyMonths ?? row.everyMonths,
      notes: wish.notes ?? row.notes,
    })
    const named = wish.unit === null || wish.unit === row.unitId ? null : await contactUnit(work, wish.unit)
    const unit = named ?? { id: row.unitId, name: row.unit, nameEn: null, aliases: [] }
    const keeps = unit.id === row.unitId && (wish.contact === null || wish.contact === row.contact)
    const contact = keeps ? row.contact : await contactPerson(work, unit, wish.contact)
    const wanted = { ...facts, unitId: unit.id, contact }
    const { before, after } = differences(row, wanted)
    if (Object.keys(after).length === 0) throw new DomainError('enterprise.unchanged', { no })
    if ('name' in after) await refuseSame(work, facts.name, no)
    await updateEnterprise(work.tx, row.id, wanted)
    await work.audit('enterprise.change', enterpriseSubject(no), before, after)
    return seenAgain(work, no)
  })
}

type Kept = Pick<EnterpriseRow, 'name' | 'unitId' | 'contact' | 'everyMonths' | 'notes'>

function differences(row: EnterpriseRow, wanted: Kept): { before: Partial<Kept>; after: Partial<Kept> } {
  const changed = (Object.keys(wanted) as (keyof Kept)[]).filter((key) => wanted[key] !== row[key])
  const of = (from: Kept) => Object.fromEntries(changed.map((key) => [key, from[key]]))
  return { before: of(row), after: of(wanted) }
}

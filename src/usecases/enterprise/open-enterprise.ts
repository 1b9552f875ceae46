import type { EnterpriseRow } from '../../db/enterprise-store.ts'
import { listUnits, type UnitRow } from '../../db/unit-store.ts'
import type { VisitRow } from '../../db/visit-store.ts'
import { mayKeepEnterprise } from '../../domain/enterprise/may-see-enterprise.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { visitOf } from './correct-visit.ts'
import { findStanding, viewerOf } from './enterprise-access.ts'

/** What the form of an enterprise starts with; `enterprise` null: a new one. */
export type EnterpriseForm = {
  planId: number
  /** Who keeps in touch, or would as a matter of course; null: to be chosen. */
  contact: string | null
  /** The units the person may choose. */
  units: UnitRow[]
  enterprise: EnterpriseRow | null
}

/** What a form about an enterprise's visit starts with; `visit` null: a new one. */
export type VisitForm = { planId: number; today: string; enterprise: EnterpriseRow; visit: VisitRow | null }

/**
 * An enterprise before the form that enters (`no` null), changes or ends it is shown: refused as its submission would be.
 * @throws DomainError `access.role_needed`, `enterprise.unknown` {no}, `enterprise.ended` {no}
 */
export async function openEnterprise(context: Context, actor: Actor, no: number | null): Promise<EnterpriseForm> {
  return reading(context, actor, 'enterprise.keep', async (work) => {
    const enterprise = no === null ? null : await findStanding(work, no)
    const self = work.units.length > 0 ? actor.userId : null
    const contact = enterprise?.contact ?? self
    return { planId: work.plan.id, contact, units: await ownUnits(work, enterprise), enterprise }
  })
}

/**
 * An enterprise before the form that records, corrects or removes (`visitId`) a visit is shown.
 * @throws DomainError as {@link openEnterprise}, and `enterprise.visit_gone` {no}
 */
export async function openVisit(
  context: Context,
  actor: Actor,
  no: number,
  visitId: number | null,
): Promise<VisitForm> {
  return reading(context, actor, 'enterprise.visit', async (work) => {
    const enterprise = await findStanding(work, no)
    const visit = visitId === null ? null : await visitOf(work, enterprise, visitId)
    return { planId: work.plan.id, today: work.now.toFormat('yyyy-MM-dd'), enterprise, visit }
  })
}

async function ownUnits(work: Work, enterprise: EnterpriseRow | null): Promise<UnitRow[]> {
  const viewer = viewerOf(work)
  const units = await listUnits(work.tx, work.plan.id)
  return units.filter(({ id }) => id === enterprise?.unitId || mayKeepEnterprise(viewer, id))
}

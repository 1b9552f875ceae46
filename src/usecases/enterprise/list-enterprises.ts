import { listStandingEnterprises } from '../../db/enterprise-store.ts'
import { maySeeEnterprise } from '../../domain/enterprise/may-see-enterprise.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { allows } from '../permissions.ts'
import { viewerOf } from './enterprise-access.ts'
import { type SeenEnterprise, seeEnterprises } from './see-enterprises.ts'

/** The enterprises a person may see that are kept in touch with, those whose visit is due first at the head. */
export type EnterpriseList = { planId: number; enterprises: SeenEnterprise[]; mayAdd: boolean }

/** See {@link EnterpriseList}. */
export async function listEnterprises(context: Context, actor: Actor): Promise<EnterpriseList> {
  return reading(context, actor, 'enterprise.list', async (work) => {
    const viewer = viewerOf(work)
    const rows = await listStandingEnterprises(work.tx, work.plan.id)
    const seen = await seeEnterprises(
      work,
      rows.filter(({ unitId }) => maySeeEnterprise(viewer, [unitId])),
    )
    const dueOf = ({ nextVisitOn }: SeenEnterprise) => nextVisitOn ?? ''
    return {
      planId: work.plan.id,
      enterprises: seen.toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)) || a.no - b.no),
      mayAdd: allows(work.roles, 'enterprise.keep'),
    }
  })
}

import { updateEnterprise } from '../../db/enterprise-store.ts'
import { checkEnterpriseReason } from '../../domain/enterprise/enterprise-facts.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { type KeptEnterprise, seenAgain } from './add-enterprise.ts'
import { enterpriseSubject, holdStanding } from './enterprise-access.ts'

/**
 * Ends keeping in touch with an enterprise, with a reason; its page stays, and no visit of it is due any more.
 * @throws DomainError what `checkEnterpriseReason` and `holdStanding` throw
 */
export async function endEnterprise(
  context: Context,
  actor: Actor,
  no: number,
  why: string,
): Promise<KeptEnterprise & { reason: string }> {
  const reason = checkEnterpriseReason(why)
  return changing(context, actor, 'enterprise.keep', async (work) => {
    const { id } = await holdStanding(work, no)
    await updateEnterprise(work.tx, id, { endedAt: work.now.toJSDate() })
    await work.audit('enterprise.end', enterpriseSubject(no), null, { reason })
    return { ...(await seenAgain(work, no)), reason }
  })
}

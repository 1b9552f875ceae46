import { updateEnterprise } from '../../db/enterprise-store.ts'
import { checkEnterpriseReason } from '../../domain/enterprise/enterprise-facts.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { type KeptEnterprise, seenAgain } from './add-enterprise.ts'
import { enterpriseSubject, holdStanding } from './enterprise-access.ts'

/**
 * Ends keeping in touch with an enterprise, with a reason; its page stays, and no visit of it is due any more. `version` is the
 * one a form showed; null: whatever it is.
 * @throws DomainError what `checkEnterpriseReason` and `holdStanding` throw, `enterprise.changed_meanwhile` {no}
 */
export async function endEnterprise(
  context: Context,
  actor: Actor,
  no: number,
  why: string,
  version: number | null = null,
): Promise<KeptEnterprise & { reason: string }> {
  const reason = checkEnterpriseReason(why)
  return changing(context, actor, 'enterprise.keep', async (work) => {
    const { id, version: current } = await holdStanding(work, no)
    if (version !== null && version !== current)
      throw await changedSince(work, enterpriseSubject(no), 'enterprise.changed_meanwhile', { no })
    await updateEnterprise(work.tx, id, { endedAt: work.now.toJSDate() })
    await work.audit('enterprise.end', enterpriseSubject(no), null, { reason })
    return { ...(await seenAgain(work, no)), reason }
  })
}

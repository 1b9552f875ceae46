import { z } from 'zod'
import { findLatestAudit } from '../../db/audit-store.ts'
import { type EnterpriseIssueRow, type EnterpriseRow, listEnterpriseIssues } from '../../db/enterprise-store.ts'
import { countVisits, listVisits, type VisitRow } from '../../db/visit-store.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { enterpriseSubject, findVisible } from './enterprise-access.ts'
import { type SeenEnterprise, seeEnterprises } from './see-enterprises.ts'

/** An enterprise's page: a page (from 1) of its visits, the newest first, and its issues. */
export type ShownEnterprise = {
  planId: number
  enterprise: SeenEnterprise
  /** Why it is kept in touch with no longer; '' where it is. */
  endReason: string
  visits: VisitRow[]
  visitCount: number
  page: number
  pages: number
  issues: EnterpriseIssueRow[]
}

/** Slack takes about 13,000 characters a message, and the notes of a visit may be 2,000. */
const visitsAPage = 3

const ended = z.object({ reason: z.string() })

/** An enterprise's page. @throws DomainError `enterprise.unknown` {no}, also where the person may not see it */
export async function showEnterprise(context: Context, actor: Actor, no: number, page = 1): Promise<ShownEnterprise> {
  return reading(context, actor, 'enterprise.list', async (work) => pageOf(work, await findVisible(work, no), page))
}

async function pageOf(work: Work, row: EnterpriseRow, wanted: number): Promise<ShownEnterprise> {
  const { tx, plan } = work
  const visitCount = await countVisits(tx, row.id)
  const pages = Math.max(1, Math.ceil(visitCount / visitsAPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const [enterprise] = await seeEnterprises(work, [row])
  return {
    planId: plan.id,
    enterprise: enterprise as SeenEnterprise,
    endReason: row.endedAt === null ? '' : await reasonOf(work, row.no),
    visits: await listVisits(tx, row.id, { take: visitsAPage, skip: (page - 1) * visitsAPage }),
    visitCount,
    page,
    pages,
    issues: await listEnterpriseIssues(tx, row.id),
  }
}

async function reasonOf({ tx, plan }: Work, no: number): Promise<string> {
  const { workspaceId, id: planId } = plan
  const subject = enterpriseSubject(no)
  const entry = await findLatestAudit(tx, { workspaceId, planId, action: 'enterprise.end', subject })
  return ended.safeParse(entry?.after).data?.reason ?? ''
}

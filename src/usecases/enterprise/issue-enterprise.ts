import { type EnterpriseRow, findIssueEnterprise } from '../../db/enterprise-store.ts'
import type { IssueRow } from '../../db/issue-store.ts'
import { maySeeEnterprise } from '../../domain/enterprise/may-see-enterprise.ts'
import type { Work } from '../context.ts'
import { findVisible, viewerOf } from './enterprise-access.ts'

/**
 * The enterprise on an issue's card: by its name for those concerned, its number only for whoever may open its page, and
 * `hidden` for everybody else, who learns that there is one and no more. null: it is about none.
 */
export type EnterpriseOnIssue = { name: string; no: number | null } | 'hidden' | null

/** See {@link EnterpriseOnIssue}. Concerned are the contact unit and the units that the issue needs. */
export async function enterpriseOnIssue(work: Work, issue: IssueRow): Promise<EnterpriseOnIssue> {
  const enterprise = await findIssueEnterprise(work.tx, issue.id)
  if (!enterprise) return null
  const { no, name, unitId } = enterprise
  const viewer = viewerOf(work)
  if (!maySeeEnterprise(viewer, [unitId, ...issue.units.map((unit) => unit.id)])) return 'hidden'
  return { name, no: maySeeEnterprise(viewer, [unitId]) ? no : null }
}

/** The enterprise that an issue is raised for, which must be one the person may see. @throws DomainError `enterprise.unknown` */
export async function enterpriseToRaiseFor(work: Work, no: number | null): Promise<EnterpriseRow | null> {
  return no === null ? null : findVisible(work, no)
}

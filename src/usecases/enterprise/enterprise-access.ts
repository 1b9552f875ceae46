import { type EnterpriseRow, findEnterprise, lockEnterprise } from '../../db/enterprise-store.ts'
import {
  type EnterpriseViewer,
  mayKeepEnterprise,
  maySeeEnterprise,
} from '../../domain/enterprise/may-see-enterprise.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Work } from '../context.ts'

/** The person of a use case as enterprises see them. */
export function viewerOf({ roles, units }: Pick<Work, 'roles' | 'units'>): EnterpriseViewer {
  return { roles, unitIds: units.map((unit) => unit.id) }
}

/**
 * The enterprise of that number, ended or not. One that the person may not see is refused in the same words as one that
 * does not exist.
 * @throws DomainError `enterprise.unknown` {no}
 */
export async function findVisible(work: Work, no: number): Promise<EnterpriseRow> {
  return visible(work, no, await findEnterprise(work.tx, work.plan.id, no))
}

/**
 * The enterprise of that number to be changed or visited, held until the transaction ends: not one that was ended.
 * @throws DomainError `enterprise.unknown` {no}, also where it is hidden; `enterprise.ended` {no}
 */
export async function holdStanding(work: Work, no: number): Promise<EnterpriseRow> {
  return standing(work, visible(work, no, await lockEnterprise(work.tx, work.plan.id, no)))
}

/** As {@link holdStanding}, before a form is shown. @throws DomainError as that */
export async function findStanding(work: Work, no: number): Promise<EnterpriseRow> {
  return standing(work, await findVisible(work, no))
}

function visible(work: Work, no: number, row: EnterpriseRow | null): EnterpriseRow {
  if (!row || !maySeeEnterprise(viewerOf(work), [row.unitId])) throw new DomainError('enterprise.unknown', { no })
  return row
}

function standing(work: Work, row: EnterpriseRow): EnterpriseRow {
  if (row.endedAt !== null) throw new DomainError('enterprise.ended', { no: row.no })
  // The table of permissions lets in the office and liaisons; whoever of them sees it, keeps it.
  if (!mayKeepEnterprise(viewerOf(work), row.unitId)) throw new DomainError('enterprise.unknown', { no: row.no })
  return row
}

/** The subject of an enterprise in the audit trail. */
export const enterpriseSubject = (no: number) => `enterprise/${no}`

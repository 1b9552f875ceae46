import { findLatestChange } from '../db/audit-store.ts'
import { DomainError } from '../domain/errors.ts'
import type { Work } from './context.ts'

/**
 * The refusal of a change to something that is otherwise now than the person saw it, with who changed it and when. `subject` is
 * its name in the audit trail.
 */
export async function changedSince(
  { tx, plan }: Pick<Work, 'tx' | 'plan'>,
  subject: string,
  ...[code, params]: ConstructorParameters<typeof DomainError>
): Promise<DomainError> {
  const change = await findLatestChange(tx, plan, subject)
  return new DomainError(code, params, change && { ...change, zone: plan.zone })
}

import { type IssueRow, lockIssue } from '../../db/issue-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Work } from '../context.ts'

/** The issue of that number, held until the transaction ends. @throws DomainError `issue.unknown` {no} */
export async function holdIssue({ tx, plan }: Work, no: number): Promise<IssueRow> {
  const issue = await lockIssue(tx, plan.id, no)
  if (!issue) throw new DomainError('issue.unknown', { no })
  return issue
}

import type { DecisionOutcome } from '../domain/decision.ts'
import type { IssueState } from '../domain/issue.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay } from './days.ts'

/** 重点企业. `no` is what people see; `contact` a Slack id. Its name is for the units concerned, the office and leaders. */
export type EnterpriseRow = {
  id: number
  no: number
  name: string
  unitId: number
  unit: string
  contact: string
  everyMonths: number
  notes: string
  createdBy: string
  createdAt: Date
  endedAt: Date | null
  version: number
  /** ISO day of its last visit; null: none was recorded. */
  lastVisitOn: string | null
}

const columns = {
  id: true,
  no: true,
  name: true,
  unitId: true,
  unit: { select: { name: true } },
  contact: true,
  everyMonths: true,
  notes: true,
  createdBy: true,
  createdAt: true,
  endedAt: true,
  version: true,
  visits: { orderBy: { visitedOn: 'desc' }, take: 1, select: { visitedOn: true } },
} as const

type Selected = Omit<EnterpriseRow, 'unit' | 'lastVisitOn'> & {
  unit: { name: string }
  visits: { visitedOn: Date }[]
}

function toRow({ unit, visits, ...enterprise }: Selected): EnterpriseRow {
  const [last] = visits
  return { ...enterprise, unit: unit.name, lastVisitOn: last ? fromDatabaseDay(last.visitedOn) : null }
}

/** The plan's enterprises that are kept in touch with, by number. */
export async function listStandingEnterprises(tx: Transaction, planId: number): Promise<EnterpriseRow[]> {
  const where = { planId, endedAt: null }
  return (await tx.enterprise.findMany({ where, orderBy: { no: 'asc' }, select: columns })).map(toRow)
}

/** The enterprise of that number, ended or not; or null. */
export async function findEnterprise(tx: Transaction, planId: number, no: number): Promise<EnterpriseRow | null> {
  const row = await tx.enterprise.findUnique({ where: { planId_no: { planId, no } }, select: columns })
  return row && toRow(row)
}

/** The enterprise of that number, held until the transaction ends; or null. */
export async function lockEnterprise(tx: Transaction, planId: number, no: number): Promise<EnterpriseRow | null> {
  await tx.$queryRaw`SELECT 1 FROM "Enterprise" WHERE "planId" = ${planId} AND "no" = ${no} FOR UPDATE`
  return findEnterprise(tx, planId, no)
}

/** What is stored of a new enterprise. */
export type NewEnterprise = Pick<
  EnterpriseRow,
  'name' | 'unitId' | 'contact' | 'everyMonths' | 'notes' | 'createdBy' | 'createdAt'
>

/** Stores an enterprise under the plan's next number and gives that; the plan's row is held until the transaction ends. */
export async function addEnterprise(tx: Transaction, planId: number, enterprise: NewEnterprise): Promise<number> {
  const { enterpriseSequence: no } = await tx.plan.update({
    where: { id: planId },
    data: { enterpriseSequence: { increment: 1 } },
    select: { enterpriseSequence: true },
  })
  await tx.enterprise.create({ data: { planId, no, ...enterprise } })
  return no
}

/** What may be written of an enterprise. */
export type EnterpriseChange = Partial<
  Pick<EnterpriseRow, 'name' | 'unitId' | 'contact' | 'everyMonths' | 'notes' | 'endedAt'>
>

/** Writes an enterprise that is held by `lockEnterprise`. */
export async function updateEnterprise(tx: Transaction, id: number, change: EnterpriseChange): Promise<void> {
  await tx.enterprise.update({ where: { id }, data: { ...change, version: { increment: 1 } } })
}

/** Hands the enterprises of each unit `from` to `into`, which it became part of: its liaisons go there, too. */
export async function moveEnterprises(
  tx: Transaction,
  planId: number,
  merged: readonly { from: number; into: number }[],
): Promise<void> {
  for (const { from, into } of merged)
    await tx.enterprise.updateMany({
      where: { planId, unitId: from },
      data: { unitId: into, version: { increment: 1 } },
    })
}

/** An issue of an enterprise, with what was decided about it last. */
export type EnterpriseIssueRow = {
  no: number
  title: string
  state: IssueState
  outcome: DecisionOutcome | null
  text: string
}

/** The issues of an enterprise, the newest first. */
export async function listEnterpriseIssues(tx: Transaction, enterpriseId: number): Promise<EnterpriseIssueRow[]> {
  const issues = await tx.issue.findMany({
    where: { enterpriseId },
    orderBy: { no: 'desc' },
    select: {
      no: true,
      title: true,
      state: true,
      decisions: { orderBy: { id: 'desc' }, take: 1, select: { outcome: true, text: true } },
    },
  })
  return issues.map(({ decisions: [last], ...issue }) => ({
    ...issue,
    outcome: last?.outcome ?? null,
    text: last?.text ?? '',
  }))
}

/** How many issues of each enterprise of the plan are in each state. */
export async function countEnterpriseIssues(
  tx: Transaction,
  planId: number,
): Promise<{ enterpriseId: number; state: IssueState; count: number }[]> {
  const groups = await tx.issue.groupBy({
    by: ['enterpriseId', 'state'],
    where: { planId, enterpriseId: { not: null } },
    _count: true,
  })
  return groups.map(({ enterpriseId, state, _count: count }) => ({ enterpriseId: enterpriseId ?? 0, state, count }))
}

/** The enterprise that an issue is about, or null. */
export async function findIssueEnterprise(
  tx: Transaction,
  issueId: number,
): Promise<Pick<EnterpriseRow, 'no' | 'name' | 'unitId'> | null> {
  const issue = await tx.issue.findUnique({
    where: { id: issueId },
    select: { enterprise: { select: { no: true, name: true, unitId: true } } },
  })
  return issue?.enterprise ?? null
}

import type { ActionState } from '../domain/action/action-state.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay, toDatabaseDay } from './days.ts'

/** 交办事项. `no` is what people see; `dueOn` an ISO day. */
export type ActionRow = {
  id: number
  no: number
  decisionId: number
  issueId: number
  issueNo: number
  issueTitle: string
  /** null: of a settlement without a meeting. */
  meetingId: number | null
  meetingNo: number | null
  text: string
  owner: { id: number; name: string }
  coUnits: { id: number; name: string }[]
  dueOn: string
  measure: string
  state: ActionState
  evidence: string
  reportedBy: string | null
  reportedAt: Date | null
  settledBy: string | null
  settledAt: Date | null
  remark: string
  createdAt: Date
  version: number
}

const unit = { select: { id: true, name: true } } as const

const columns = {
  id: true,
  no: true,
  decisionId: true,
  issueId: true,
  issue: { select: { no: true, title: true } },
  decision: { select: { meetingId: true, meeting: { select: { no: true } } } },
  text: true,
  owner: unit,
  coUnits: { orderBy: { unit: { position: 'asc' } }, select: { unit } },
  dueOn: true,
  measure: true,
  state: true,
  evidence: true,
  reportedBy: true,
  reportedAt: true,
  settledBy: true,
  settledAt: true,
  remark: true,
  createdAt: true,
  version: true,
} as const

type Selected = Omit<ActionRow, 'issueNo' | 'issueTitle' | 'meetingId' | 'meetingNo' | 'coUnits' | 'dueOn'> & {
  issue: { no: number; title: string }
  decision: { meetingId: number | null; meeting: { no: number } | null }
  coUnits: { unit: ActionRow['owner'] }[]
  dueOn: Date
}

function toRow({ issue, decision, coUnits, dueOn, ...action }: Selected): ActionRow {
  return {
    ...action,
    issueNo: issue.no,
    issueTitle: issue.title,
    meetingId: decision.meetingId,
    meetingNo: decision.meeting?.no ?? null,
    coUnits: coUnits.map((one) => one.unit),
    dueOn: fromDatabaseDay(dueOn),
  }
}

/** What is stored of a new action. */
export type NewAction = Pick<ActionRow, 'decisionId' | 'issueId' | 'text' | 'dueOn' | 'measure' | 'createdAt'> & {
  ownerId: number
  coUnitIds: readonly number[]
}

/** Stores an open action under the plan's next number and gives that; the plan's row is held until the transaction ends. */
export async function addAction(tx: Transaction, planId: number, action: NewAction): Promise<number> {
  const { coUnitIds, dueOn, ...facts } = action
  const { actionSequence: no } = await tx.plan.update({
    where: { id: planId },
    data: { actionSequence: { increment: 1 } },
    select: { actionSequence: true },
  })
  const { id } = await tx.action.create({
    data: { planId, no, state: 'open', dueOn: toDatabaseDay(dueOn), ...facts },
    select: { id: true },
  })
  await tx.actionUnit.createMany({ data: coUnitIds.map((unitId) => ({ actionId: id, unitId })) })
  return no
}

/** Which actions of a plan to list. */
export type ActionFilter = {
  states?: readonly ActionState[]
  issueId?: number
  /** Of decisions of this meeting. */
  meetingId?: number
  /** Owned by one of these units. */
  ownerIds?: readonly number[]
  /** Owned or helped by one of these units. */
  unitIds?: readonly number[]
}

/** The plan's actions of a filter, by due day and number. */
export async function listActions(tx: Transaction, planId: number, filter: ActionFilter = {}): Promise<ActionRow[]> {
  const { states, issueId, meetingId, ownerIds, unitIds } = filter
  const actions = await tx.action.findMany({
    where: {
      planId,
      ...(states ? { state: { in: [...states] } } : {}),
      ...(issueId === undefined ? {} : { issueId }),
      ...(meetingId === undefined ? {} : { decision: { meetingId } }),
      ...(ownerIds ? { ownerId: { in: [...ownerIds] } } : {}),
      ...(unitIds
        ? { OR: [{ ownerId: { in: [...unitIds] } }, { coUnits: { some: { unitId: { in: [...unitIds] } } } }] }
        : {}),
    },
    orderBy: [{ dueOn: 'asc' }, { no: 'asc' }],
    select: columns,
  })
  return actions.map(toRow)
}

/** The action of that number, or null. */
export async function findAction(tx: Transaction, planId: number, no: number): Promise<ActionRow | null> {
  const action = await tx.action.findUnique({ where: { planId_no: { planId, no } }, select: columns })
  return action && toRow(action)
}

/** The action of that number, held until the transaction ends; or null. */
export async function lockAction(tx: Transaction, planId: number, no: number): Promise<ActionRow | null> {
  await tx.$queryRaw`SELECT 1 FROM "Action" WHERE "planId" = ${planId} AND "no" = ${no} FOR UPDATE`
  return findAction(tx, planId, no)
}

/** What may be written of an action. */
export type ActionChange = Partial<
  Pick<ActionRow, 'state' | 'dueOn' | 'evidence' | 'reportedBy' | 'reportedAt' | 'settledBy' | 'settledAt' | 'remark'>
>

/** Writes an action that is held by `lockAction`. */
export async function updateAction(tx: Transaction, id: number, { dueOn, ...change }: ActionChange): Promise<void> {
  const data = { ...change, ...(dueOn === undefined ? {} : { dueOn: toDatabaseDay(dueOn) }) }
  await tx.action.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
}

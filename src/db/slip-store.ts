import { z } from 'zod'
import type { ObligationItem, ObligationKind } from '../domain/supervision/obligation.ts'
import type { SlipState } from '../domain/supervision/slip.ts'
import type { SlipLevel } from '../domain/supervision/stage.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay, toDatabaseDay } from './days.ts'

/** 督办单. `year` and `no` are what people see; null while it is not issued. `dueOn` an ISO day. */
export type SlipRow = {
  id: number
  year: number | null
  no: number | null
  kind: ObligationKind
  subject: string
  unitId: number
  unit: string
  level: SlipLevel
  state: SlipState
  dueOn: string
  items: ObligationItem[]
  createdAt: Date
  issuedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  signedBy: string | null
  signedAt: Date | null
  signedRemark: string
  settledAt: Date | null
  withdrawnBy: string | null
  withdrawnAt: Date | null
  reason: string
}

const columns = {
  id: true,
  year: true,
  no: true,
  kind: true,
  subject: true,
  unitId: true,
  unit: { select: { name: true } },
  level: true,
  state: true,
  dueOn: true,
  items: true,
  createdAt: true,
  issuedAt: true,
  decidedBy: true,
  decidedAt: true,
  signedBy: true,
  signedAt: true,
  signedRemark: true,
  settledAt: true,
  withdrawnBy: true,
  withdrawnAt: true,
  reason: true,
} as const

const storedItems = z.array(z.object({ no: z.int(), title: z.string() }))

type Selected = Omit<SlipRow, 'unit' | 'dueOn' | 'items'> & { unit: { name: string }; dueOn: Date; items: unknown }

function toRow({ unit, dueOn, items, ...slip }: Selected): SlipRow {
  return { ...slip, unit: unit.name, dueOn: fromDatabaseDay(dueOn), items: storedItems.parse(items) }
}

/** Which slips of a plan to list; a filter left out takes all. */
export type SlipFilter = {
  states?: readonly SlipState[]
  unitIds?: readonly number[]
  /** About one of these. */
  subjects?: readonly string[]
}

/** The slips of a filter, the newest first. */
export async function listSlips(tx: Transaction, planId: number, filter: SlipFilter = {}): Promise<SlipRow[]> {
  const { states, unitIds, subjects } = filter
  const slips = await tx.slip.findMany({
    where: {
      planId,
      ...(states ? { state: { in: [...states] } } : {}),
      ...(unitIds ? { unitId: { in: [...unitIds] } } : {}),
      ...(subjects ? { subject: { in: [...subjects] } } : {}),
    },
    orderBy: { id: 'desc' },
    select: columns,
  })
  return slips.map(toRow)
}

/** The slip of that id, held until the transaction ends; or null. */
export async function lockSlip(tx: Transaction, planId: number, id: number): Promise<SlipRow | null> {
  await tx.$queryRaw`SELECT 1 FROM "Slip" WHERE "planId" = ${planId} AND "id" = ${id} FOR UPDATE`
  return findSlipById(tx, planId, id)
}

/** The slip of that number, or null. */
export async function findSlip(tx: Transaction, planId: number, year: number, no: number): Promise<SlipRow | null> {
  const slip = await tx.slip.findUnique({ where: { planId_year_no: { planId, year, no } }, select: columns })
  return slip && toRow(slip)
}

/** The slip of that id, or null. */
export async function findSlipById(tx: Transaction, planId: number, id: number): Promise<SlipRow | null> {
  const slip = await tx.slip.findFirst({ where: { id, planId }, select: columns })
  return slip && toRow(slip)
}

/** The highest number given in a year; 0 where none was. The plan is held by `lockPlan`, so that none is given twice. */
export async function lastSlipNo(tx: Transaction, planId: number, year: number): Promise<number> {
  const last = await tx.slip.aggregate({ where: { planId, year }, _max: { no: true } })
  return last._max.no ?? 0
}

/** What is stored of a new slip. */
export type NewSlip = Pick<
  SlipRow,
  'year' | 'no' | 'kind' | 'subject' | 'unitId' | 'level' | 'state' | 'dueOn' | 'items' | 'createdAt' | 'issuedAt'
>

/** Stores new slips; gives their ids in their order. */
export async function addSlips(tx: Transaction, planId: number, slips: readonly NewSlip[]): Promise<number[]> {
  if (slips.length === 0) return []
  const rows = await tx.slip.createManyAndReturn({
    data: slips.map(({ dueOn, ...slip }) => ({ planId, ...slip, dueOn: toDatabaseDay(dueOn) })),
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** What may be written of a slip. */
export type SlipChange = Partial<
  Pick<
    SlipRow,
    | 'state'
    | 'year'
    | 'no'
    | 'items'
    | 'issuedAt'
    | 'decidedBy'
    | 'decidedAt'
    | 'signedBy'
    | 'signedAt'
    | 'signedRemark'
    | 'withdrawnBy'
    | 'withdrawnAt'
    | 'reason'
  >
>

/** Writes a slip that is held by `lockSlip`. */
export async function updateSlip(tx: Transaction, id: number, change: SlipChange): Promise<void> {
  await tx.slip.update({ where: { id }, data: { ...change, version: { increment: 1 } } })
}

/** Settles the slips of these ids that are still open. */
export async function settleSlips(tx: Transaction, ids: readonly number[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.slip.updateMany({
    where: { id: { in: [...ids] }, state: { in: ['proposed', 'issued', 'signed'] } },
    data: { state: 'settled', settledAt: at, version: { increment: 1 } },
  })
}

/** Lets settled slips of these ids stand again: they wait to be signed once more. */
export async function reissueSlips(tx: Transaction, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx.slip.updateMany({
    where: { id: { in: [...ids] }, state: 'settled' },
    data: {
      state: 'issued',
      settledAt: null,
      ...{ signedBy: null, signedAt: null, signedRemark: '' },
      version: { increment: 1 },
    },
  })
}

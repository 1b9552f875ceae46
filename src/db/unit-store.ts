import type { Transaction } from './database.ts'

/** 责任单位 */
export type UnitRow = { id: number; name: string; nameEn: string | null; aliases: string[] }

const columns = { id: true, name: true, nameEn: true, aliases: true } as const

/** The units of a plan that are not retired, in the document's order. */
export async function listUnits(tx: Transaction, planId: number): Promise<UnitRow[]> {
  return tx.unit.findMany({ where: { planId, retiredAt: null }, orderBy: { position: 'asc' }, select: columns })
}

/** The names of all units that a plan has or had, by their ids. */
export async function listUnitNames(tx: Transaction, planId: number): Promise<Map<number, string>> {
  const units = await tx.unit.findMany({ where: { planId }, select: { id: true, name: true } })
  return new Map(units.map(({ id, name }) => [id, name]))
}

import type { UnitRow } from '../../db/unit-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'

/**
 * The unit of that name, English name or alias; a part of a name is enough where only one unit has it (商务局 for 市商务局).
 * @throws DomainError `unit.unknown`, or `unit.ambiguous` with those it may be
 */
export function findUnit(units: readonly UnitRow[], name: string): UnitRow {
  const wanted = plain(name)
  const namesOf = (unit: UnitRow) => [unit.name, ...(unit.nameEn ? [unit.nameEn] : []), ...unit.aliases].map(plain)
  const exact = units.find((unit) => namesOf(unit).includes(wanted))
  if (exact) return exact
  const near = wanted === '' ? [] : units.filter((unit) => namesOf(unit).some((one) => one.includes(wanted)))
  const [only] = near
  if (!only) throw new DomainError('unit.unknown', { name })
  if (near.length > 1) throw new DomainError('unit.ambiguous', { name, units: near.map((unit) => unit.name) })
  return only
}

/** A unit by its id, as a form gives it, or by its name as {@link findUnit}. @throws DomainError as that */
export function pickUnit(units: readonly UnitRow[], idOrName: number | string): UnitRow {
  if (typeof idOrName === 'string') return findUnit(units, idOrName)
  const unit = units.find((one) => one.id === idOrName)
  if (!unit) throw new DomainError('unit.unknown', { name: String(idOrName) })
  return unit
}

function plain(name: string): string {
  return foldFullWidth(name).replace(/\s+/g, '').toLowerCase()
}

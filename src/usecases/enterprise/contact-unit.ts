import { listMembers } from '../../db/member-store.ts'
import { listUnits, type UnitRow } from '../../db/unit-store.ts'
import { mayKeepEnterprise } from '../../domain/enterprise/may-see-enterprise.ts'
import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import type { Work } from '../context.ts'
import { findUnit, pickUnit } from '../plan/find-unit.ts'
import { viewerOf } from './enterprise-access.ts'

/**
 * The unit that is to keep in touch, by id or name: any for the office, one of their own for a liaison; left out, a
 * liaison's only one.
 * @throws DomainError `enterprise.unit_missing`, `enterprise.unit_not_yours` {units}, what `pickUnit` throws
 */
export async function contactUnit(work: Work, named: number | string | null): Promise<UnitRow> {
  const { tx, plan, units: own } = work
  if (named === null) {
    const [only, second] = own
    if (!only || second) throw new DomainError('enterprise.unit_missing')
    return only
  }
  const unit = pickUnit(await listUnits(tx, plan.id), named)
  if (!mayKeepEnterprise(viewerOf(work), unit.id))
    throw new DomainError('enterprise.unit_not_yours', { units: own.map(({ name }) => name) })
  return unit
}

/**
 * The person who is to keep in touch for a unit: the one named, who must be a liaison of it; left out, whoever asks where
 * they are one, else its only liaison.
 * @throws DomainError `enterprise.contact_unfit` {unit}, `enterprise.contact_missing` {unit}
 */
export async function contactPerson({ tx, plan, actor }: Work, unit: UnitRow, named: string | null): Promise<string> {
  const members = await listMembers(tx, plan.id)
  const liaisons = members.filter(({ role, unitId }) => role === 'liaison' && unitId === unit.id)
  const wanted = named ?? liaisons.find(({ userId }) => userId === actor.userId)?.userId
  if (wanted !== undefined) {
    if (liaisons.some(({ userId }) => userId === wanted)) return wanted
    throw new DomainError('enterprise.contact_unfit', { unit: unit.name })
  }
  const [only, second] = liaisons
  if (!only || second) throw new DomainError('enterprise.contact_missing', { unit: unit.name })
  return only.userId
}

/**
 * The name and the unit in `某某公司 市商务局`: the unit is the last word, or the last few of an English name; a single word
 * is the name alone.
 * @throws DomainError what `findUnit` throws for a last word that is no unit
 */
export async function nameAndUnit({ tx, plan }: Work, rest: string): Promise<{ name: string; unitId: number | null }> {
  const words = rest.split(' ').filter((word) => word !== '')
  if (words.length < 2) return { name: rest, unitId: null }
  const units = await listUnits(tx, plan.id)
  const plain = (name: string) => foldFullWidth(name).replace(/\s+/g, '').toLowerCase()
  for (let from = 1; from < words.length; from += 1) {
    const typed = plain(words.slice(from).join(''))
    const unit = units.find(({ name, nameEn, aliases }) =>
      [name, nameEn ?? '', ...aliases].some((one) => plain(one) === typed),
    )
    if (unit) return { name: words.slice(0, from).join(' '), unitId: unit.id }
  }
  return { name: words.slice(0, -1).join(' '), unitId: findUnit(units, words.at(-1) ?? '').id }
}

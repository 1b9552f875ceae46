import { findSlip, lockSlip, type SlipRow } from '../../db/slip-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { owedKey } from '../../domain/supervision/decide-day.ts'
import type { Obligation } from '../../domain/supervision/obligation.ts'
import { slipLabel } from '../../domain/supervision/slip.ts'
import { slipLevels } from '../../domain/supervision/stage.ts'
import type { Work } from '../context.ts'

/** A slip by its number as people type it. */
export type SlipNumber = { year: number; no: number }

/** Is the person bound to the slips of their own units? */
export function ownUnitsOnly({ roles }: Work): boolean {
  return [...roles].every((role) => role === 'liaison')
}

/** Has it gone out? What is not sent, or not yet, is the leading group's own affair, and its unit does not see it. */
export function wasIssued({ no }: Pick<SlipRow, 'no'>): boolean {
  return no !== null
}

/** A slip that the person may see. @throws DomainError `slip.unknown` {slip}: there is none, or it is another unit's */
export async function seenSlip(work: Work, number: SlipNumber): Promise<SlipRow> {
  const slip = await findSlip(work.tx, work.plan.id, number.year, number.no)
  if (!slip || (ownUnitsOnly(work) && !isOwn(work, slip)))
    throw new DomainError('slip.unknown', { slip: slipLabel(number) })
  return slip
}

/** As {@link seenSlip}, held until the transaction ends. @throws DomainError `slip.unknown` {slip} */
export async function holdSlip(work: Work, number: SlipNumber): Promise<SlipRow> {
  const seen = await seenSlip(work, number)
  return (await lockSlip(work.tx, work.plan.id, seen.id)) ?? seen
}

/** Is it a slip of one of the person's units? */
export function isOwn({ units }: Pick<Work, 'units'>, { unitId }: Pick<SlipRow, 'unitId'>): boolean {
  return units.some((unit) => unit.id === unitId)
}

/** Of the open slips the one that asks for an obligation: the highest level that was issued; the others wait behind it. */
export function openSlipOf(slips: readonly SlipRow[], obligation: Obligation): SlipRow | undefined {
  return slips
    .filter(({ state }) => state === 'issued' || state === 'signed')
    .filter((slip) => owedKey(slip) === owedKey(obligation) && slip.dueOn === obligation.dueOn)
    .toSorted((one, other) => slipLevels.indexOf(other.level) - slipLevels.indexOf(one.level))[0]
}

/** The obligation that a slip is about, as long as it is owed for the same day. */
export function obligationOf(obligations: readonly Obligation[], slip: SlipRow): Obligation | undefined {
  return obligations.find((one) => owedKey(one) === owedKey(slip) && one.dueOn === slip.dueOn)
}

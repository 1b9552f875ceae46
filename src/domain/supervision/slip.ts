import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'

/**
 * Where a slip stands. A red one is `proposed` until a leader approves (issued) or declines it; `settled`: what was owed is
 * done, or its day was put off.
 */
export const slipStates = ['proposed', 'issued', 'signed', 'settled', 'declined', 'withdrawn'] as const
export type SlipState = (typeof slipStates)[number]

/** What happens to a slip. */
export type SlipEvent = 'approve' | 'decline' | 'sign' | 'settle' | 'withdraw'

/** What a person may type of a slip: the line it is signed with, and a reason; characters. */
export const SLIP_LIMITS = { remark: 500, reason: 500 } as const

const transitions: Readonly<Record<SlipState, Partial<Record<SlipEvent, SlipState>>>> = {
  proposed: { approve: 'issued', decline: 'declined', settle: 'settled' },
  issued: { sign: 'signed', settle: 'settled', withdraw: 'withdrawn' },
  signed: { settle: 'settled', withdraw: 'withdrawn' },
  // One that was issued in error is withdrawn even where the matter is done meanwhile; its number stays used.
  settled: { withdraw: 'withdrawn' },
  declined: {},
  withdrawn: {},
}

/** The state after an event; `slip` is its number as people see it. @throws DomainError `slip.not_possible` {slip, state} */
export function nextSlipState(slip: string, state: SlipState, event: SlipEvent): SlipState {
  const next = transitions[state][event]
  if (!next) throw new DomainError('slip.not_possible', { slip, state })
  return next
}

/** May this happen to a slip in this state? */
export function slipMay(state: SlipState, event: SlipEvent): boolean {
  return transitions[state][event] !== undefined
}

/** Does it still ask for something? */
export function isOpenSlip(state: SlipState): boolean {
  return transitions[state].settle !== undefined
}

/** The number of a slip as people see it, "2024-031"; empty for one that was not issued. */
export function slipLabel({ year, no }: { year: number | null; no: number | null }): string {
  return year === null || no === null ? '' : `${year}-${String(no).padStart(3, '0')}`
}

const label = /^(?:第\s*)?(?<year>20\d\d)\s*[-—–/年]\s*(?:第\s*)?(?<no>\d{1,6})\s*(?:号(?!\d))?(?<rest>(?!\d).*)$/su

/**
 * Reads a slip's number and what follows it: "2024-031 原因", "第2024-31号".
 * @throws DomainError `slip.number_missing` {given}
 */
export function parseSlipLabel(text: string): { year: number; no: number; rest: string } {
  const typed = text.trim()
  const groups = label.exec(foldFullWidth(typed))?.groups
  if (!groups) throw new DomainError('slip.number_missing', { given: typed.slice(0, 40) })
  const rest = typed.slice(typed.length - (groups.rest ?? '').length).replace(/^[\s,;:，；：、。]+/u, '')
  return { year: Number(groups.year), no: Number(groups.no), rest }
}

/** The line a slip is signed with, trimmed. @throws DomainError `slip.remark_missing`, `slip.remark_too_long` {max, length} */
export function checkRemark(text: string): string {
  return checked('remark', text)
}

/**
 * Why a slip is withdrawn or a red one not sent, trimmed.
 * @throws DomainError `slip.reason_missing`, `slip.reason_too_long` {max, length}
 */
export function checkSlipReason(text: string): string {
  return checked('reason', text)
}

function checked(what: keyof typeof SLIP_LIMITS, text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') throw new DomainError(`slip.${what}_missing`)
  const { length } = [...trimmed]
  const max = SLIP_LIMITS[what]
  if (length > max) throw new DomainError(`slip.${what}_too_long`, { max, length })
  return trimmed
}

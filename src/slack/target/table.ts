import type { TableBlock } from '@slack/types'
import type { DigestTarget } from '../../domain/digest.ts'
import type { JudgedClaim } from '../../domain/target-claim.ts'
import { amount, roundedAmount, signedAmount } from '../../i18n/amounts.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { clip } from '../blocks.ts'

/** A column of a table of targets. */
export type Column = 'metric' | 'goal' | 'current' | 'due' | 'gap' | 'status' | 'source'

/**
 * A target as a table shows it; `source` is the unit of the latest value, where the table has that column, and `claims`
 * what its units reported: one that differs from the status computed stands beside it.
 */
export type TableTarget = DigestTarget & { source?: string | null; claims?: readonly JudgedClaim[] }

/** Slack takes 100 rows, the head among them. */
const rowsAtMost = 99
/** What Slack counts for a cell beside its text, with a margin; the exact weight is not published. */
const cellWeight = 10
const cellLength = 80
const none = '—'

/**
 * A table of targets, in their order, of as many as fit into `budget` characters: the block and how many it shows, at
 * least one.
 */
export function targetTable(
  locale: Locale,
  targets: readonly TableTarget[],
  columns: readonly Column[],
  budget: number,
): { block: TableBlock; shown: number } {
  const head = columns.map((column) => t(locale, `target.column.${column}`))
  const rows = [head]
  let weight = weigh(head)
  for (const target of targets.slice(0, rowsAtMost)) {
    const row = columns.map((column) => clip(cell(locale, target, column), cellLength))
    weight += weigh(row)
    if (weight > budget && rows.length > 1) break
    rows.push(row)
  }
  const block: TableBlock = {
    type: 'table',
    rows: rows.map((row) => row.map((text) => ({ type: 'raw_text', text }))),
    column_settings: columns.map((column) => ({
      align: column === 'due' || column === 'gap' ? 'right' : 'left',
      is_wrapped: true,
    })),
  }
  return { block, shown: rows.length - 1 }
}

/** Where a target stands, in words beside the light; why not, where it cannot be told. */
export function standingWords(locale: Locale, target: Pick<DigestTarget, 'status' | 'reason'>): string {
  if (target.status) return t(locale, `status.${target.status}`)
  return t(locale, `target.unknown.${target.reason ?? 'no_measurement'}`)
}

/** Where a target stands, and beside it what the first of its units that sees it otherwise reported. */
function claimedWords(locale: Locale, target: TableTarget): string {
  const status = standingWords(locale, target)
  const [first, ...others] = (target.claims ?? []).filter(({ differs }) => differs !== null)
  if (!first) return status
  const claim = t(locale, `status.${first.status}`)
  return t(locale, 'target.claimed', { status, unit: clip(first.unit, 30), claim, more: others.length })
}

/** How many targets are on pace or better, behind, and not to be told. */
export function countStandings(targets: readonly Pick<DigestTarget, 'status'>[]) {
  const behind = targets.filter(({ status }) => status === 'behind').length
  const unknown = targets.filter(({ status }) => status === null).length
  return { total: targets.length, good: targets.length - behind - unknown, behind, unknown }
}

function cell(locale: Locale, target: TableTarget, column: Column): string {
  const { metric, taskNo, unit, value, by, per, current, asOf, due, gap } = target
  switch (column) {
    case 'metric':
      return t(locale, 'target.metric', { metric: clip(metric, cellLength - 15), taskNo })
    case 'goal':
      return t(locale, 'target.goal', { amount: amount(locale, value, unit), by, yearly: per === 'year' })
    case 'current':
      return current === null || asOf === null
        ? none
        : t(locale, 'target.current', { amount: amount(locale, current, unit), asOf })
    case 'due':
      return due === null ? none : roundedAmount(locale, due, unit)
    case 'gap':
      return gap === null ? none : signedAmount(locale, gap, unit)
    case 'status':
      return claimedWords(locale, target)
    case 'source':
      return asOf === null ? none : t(locale, 'target.source', { unit: target.source ?? null })
  }
}

function weigh(row: readonly string[]): number {
  return row.reduce((sum, text) => sum + text.length + cellWeight, cellWeight)
}

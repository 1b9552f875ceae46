import type { KnownBlock } from '@slack/types'
import { compareDecimals, subtractDecimals } from '../../domain/decimal.ts'
import { type ChangeKind, changeKinds, type DigestChanges } from '../../domain/digest/changes.ts'
import type { DigestContent } from '../../domain/digest.ts'
import { amount, signedAmount } from '../../i18n/amounts.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { clip, note, paragraphs, strong } from '../blocks.ts'

const numbersNamed = 8
const targetsNamed = 12

/** The kinds that are told on one line. */
const groups = ['report', 'issue', 'action', 'milestone', 'policy', 'slip'] as const

/** What happened since the last digest: how many of each kind, which issues, and where targets moved from and to. */
export function changeBlocks(locale: Locale, { changes, since, from, zone }: DigestContent): KnownBlock[] {
  if (!changes || since === null) return []
  const moved = changes.targets.map((change) => targetLine(locale, change))
  const lines = [
    ...groups.map((group) => groupLine(locale, group, changes)).filter((line) => line !== ''),
    ...moved.slice(0, targetsNamed),
  ]
  const rest = moved.length - targetsNamed
  return [
    strong(t(locale, 'digest.since', { at: since, zone, from })),
    ...paragraphs(lines.length === 0 ? [t(locale, 'digest.no_changes')] : lines),
    ...(rest > 0 ? [note(t(locale, 'digest.more', { count: rest }))] : []),
  ]
}

function groupLine(locale: Locale, group: (typeof groups)[number], changes: DigestChanges): string {
  return changeKinds
    .filter((kind) => kind.startsWith(`${group}.`) && (changes.counts[kind] ?? 0) > 0)
    .map((kind) => kindWords(locale, kind, changes))
    .join(t(locale, 'digest.change.separator'))
}

function kindWords(locale: Locale, kind: ChangeKind, { counts, numbers }: DigestChanges): string {
  const text = t(locale, `digest.change.${kind}`, { count: counts[kind] ?? 0 })
  const named = kind.startsWith('issue.') ? (numbers[kind] ?? []) : []
  if (named.length === 0) return text
  const shown = named.slice(0, numbersNamed).map((no) => `#${no}`)
  const more = named.length - shown.length
  return t(locale, 'digest.change.numbers', { text, numbers: shown.join(t(locale, 'list.separator')), more })
}

function targetLine(locale: Locale, { metric, unit, before, after }: DigestChanges['targets'][number]): string {
  const said = (value: string) => amount(locale, value, unit)
  const gap = before === null || after === null ? null : subtractDecimals(after, before)
  return t(locale, 'digest.change.target', {
    metric: clip(metric, 60),
    before: before === null ? null : said(before),
    after: after === null ? '—' : said(after),
    gap: gap === null || compareDecimals(gap, '0') === 0 ? null : signedAmount(locale, gap, unit),
  })
}

import type { TargetProgress } from '../../domain/compilation/report-content.ts'
import { amount, roundedAmount, signedAmount } from '../../i18n/amounts.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { leadIn, paragraph } from '../official/paragraphs.ts'
import { ruledTable } from '../official/tables.ts'
import type { MakeSection } from './section.ts'

const none = '—'

/** 指标完成情况: every target with its value, due, gap and status, and where the unit claims another. */
export const targetsSection: MakeSection = (locale, { targets, asOf }, figures) => {
  const title = t(locale, 'compilation.targets')
  if (targets.length === 0)
    return { title, children: [paragraph(locale, 'Body', t(locale, 'compilation.targets_none'))] }
  const columns = [
    { head: t(locale, 'compilation.column.metric'), width: 34 },
    { head: t(locale, 'compilation.column.goal'), width: 30 },
    { head: t(locale, 'compilation.column.current'), width: 31 },
    { head: t(locale, 'compilation.column.due'), width: 21, centered: true },
    { head: t(locale, 'compilation.column.gap'), width: 21, centered: true },
    { head: t(locale, 'compilation.column.status'), width: 19, centered: true },
  ]
  const disputed = targets.flatMap((target) => disagreement(locale, target) ?? [])
  const more = figures.undrawn > 0 ? [t(locale, 'compilation.figures_more', { count: figures.undrawn })] : []
  return {
    title,
    children: [
      leadIn(locale, t(locale, 'compilation.targets_intro', { day: asOf })),
      ruledTable(
        locale,
        columns,
        targets.map((target) => row(locale, target)),
        { whole: true },
      ),
      ...figures.targets,
      ...disputed.map((line) => paragraph(locale, 'Body', line)),
      ...figures.trends,
      ...more.map((line) => paragraph(locale, 'Body', line)),
    ],
  }
}

function row(locale: Locale, target: TargetProgress): string[] {
  const { metric, taskNo, unit, value, by, per, standing, claimed, disagrees } = target
  const { current, asOf, due, gap, status, reason } = standing
  const word = status
    ? t(locale, `compilation.status.${status}`)
    : t(locale, `compilation.unknown.${reason ?? 'no_measurement'}`)
  const claim = disagrees && claimed ? [t(locale, 'compilation.claimed', { status: statusWord(locale, claimed) })] : []
  return [
    t(locale, 'target.metric', { metric, taskNo }),
    t(locale, 'target.goal', { amount: amount(locale, value, unit), by, yearly: per === 'year' }),
    current === null || asOf === null
      ? none
      : t(locale, 'target.current', { amount: amount(locale, current, unit), asOf }),
    due === null ? none : roundedAmount(locale, due, unit),
    gap === null ? none : signedAmount(locale, gap, unit),
    [word, ...claim].join('\n'),
  ]
}

function disagreement(locale: Locale, { metric, taskNo, standing, claimed, disagrees }: TargetProgress): string | null {
  if (!disagrees || claimed === null || standing.status === null || taskNo === null) return null
  const computed = statusWord(locale, standing.status)
  return t(locale, 'compilation.disagreement', { metric, computed, task: taskNo, claimed: statusWord(locale, claimed) })
}

const statusWord = (locale: Locale, status: NonNullable<TargetProgress['claimed']>) =>
  t(locale, `compilation.status.${status}`)

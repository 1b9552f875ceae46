import type { KnownBlock } from '@slack/types'
import type { DigestSection } from '../../domain/digest/sections.ts'
import { type DigestContent, NAMED_AT_MOST } from '../../domain/digest.ts'
import { statuses } from '../../domain/progress-report.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { button, buttons, clip, note, paragraph, paragraphs, strong } from '../blocks.ts'
import { chartBlock } from '../chart-block.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { targetTable } from '../target/table.ts'
import { changeBlocks } from './changes.ts'
import { digestChart } from './chart.ts'

const titleLength = 100
const textLength = 200
const linesNamed = 8
const withButtons = 3
const unitsNamed = 5

/** What each part of a digest looks like; nothing where there is nothing to say. */
export const sectionBlocks: Readonly<Record<DigestSection, (locale: Locale, content: DigestContent) => KnownBlock[]>> =
  {
    leaders: leaderBlocks,
    changes: changeBlocks,
    targets: targetBlocks,
    reports: reportBlocks,
    units: unitBlocks,
    issues: issueBlocks,
    actions: actionBlocks,
    supervision: slipBlocks,
    roadmap: roadmapBlocks,
    practices: practiceBlocks,
  }

function leaderBlocks(locale: Locale, { leaders, planId }: DigestContent): KnownBlock[] {
  const { issues, slips } = leaders
  const count = issues.count + slips.count
  if (count === 0) return []
  const asked = planId === null ? [] : issues.named.slice(0, withButtons)
  const line = ({ units, title, ...issue }: (typeof issues.named)[number]) =>
    t(locale, 'digest.leaders.issue', { ...issue, title: clip(title, titleLength), units: unitNames(locale, units) })
  const others = [
    ...issues.named.slice(asked.length, linesNamed).map(line),
    ...slips.named
      .slice(0, linesNamed)
      .map(({ unit, dueOn, items }) =>
        t(locale, 'digest.leaders.slip', { unit: clip(unit, 60), due: dayOf(locale, dueOn), items }),
      ),
  ]
  const rest = count - asked.length - others.length
  return [
    strong(t(locale, 'digest.leaders', { count })),
    ...asked.flatMap((issue): KnownBlock[] => {
      const value = inPlan(planId ?? 0, String(issue.no))
      const ask = button(ids.issue.require, t(locale, 'issue.require'), value)
      return [paragraph(line(issue)), buttons(ask, button(ids.issue.show, t(locale, 'issue.show'), value))]
    }),
    ...paragraphs(others),
    ...(rest > 0 ? [note(t(locale, 'digest.more', { count: rest }))] : []),
  ]
}

function targetBlocks(locale: Locale, content: DigestContent): KnownBlock[] {
  if (content.targets.length === 0) return []
  const columns = ['metric', 'current', 'due', 'gap', 'status', 'source'] as const
  const chart = digestChart(locale, content)
  // What a message takes was weighed when the digest was divided.
  const { block } = targetTable(locale, content.targets, columns, Number.POSITIVE_INFINITY)
  return [...(chart ? [chartBlock(chart)] : []), block]
}

function reportBlocks(locale: Locale, content: DigestContent): KnownBlock[] {
  const { owed, filed, filedUnits } = content.reports
  if (owed === 0) return []
  const period = t(locale, 'period.name', { key: content.periodKey })
  const claims = claimWords(locale, content.statusCounts)
  const lines = content.bySection.map((section) =>
    t(locale, 'digest.section', { ...section, title: clip(section.title, 60), counts: claimWords(locale, section) }),
  )
  return [
    strong(t(locale, 'digest.reports', { period, filed, owed, units: filedUnits.length })),
    ...(claims === '' ? [] : [note(t(locale, 'digest.claims', { counts: claims }))]),
    ...paragraphs(lines),
  ]
}

function claimWords(locale: Locale, counts: DigestContent['statusCounts']): string {
  return statuses
    .filter((status) => counts[status] > 0)
    .map((status) => t(locale, 'digest.claim', { status: t(locale, `status.${status}`), count: counts[status] }))
    .join(' · ')
}

function unitBlocks(locale: Locale, { reports, unfiledUnits }: DigestContent): KnownBlock[] {
  if (reports.owed === 0) return []
  if (reports.unfiled.length === 0) return [paragraph(t(locale, 'digest.all_filed'))]
  const names = reports.unfiled.map(({ unit, owed, filed }) => `${clip(unit, 60)} ${filed}/${owed}`)
  const units = unfiledUnits ?? reports.unfiled.length
  return paragraphs([t(locale, 'digest.unfiled', { units, list: names.join(t(locale, 'list.separator')) })])
}

function issueBlocks(locale: Locale, { issues, ages, blocking }: DigestContent): KnownBlock[] {
  if (issues.open === 0) return []
  const lines = issues.top.map((issue) => {
    const units = unitNames(locale, issue.units)
    return t(locale, 'digest.issue', { ...issue, title: clip(issue.title, titleLength), units })
  })
  const rest = issues.open - lines.length
  const blocked = blocking.named.slice(0, linesNamed)
  const unnamed = blocking.count - blocked.length
  return [
    strong(t(locale, 'digest.issues', { open: issues.open })),
    ...(ages ? [note(t(locale, 'digest.ages', ages))] : []),
    paragraph(lines.join('\n')),
    ...(rest > 0 ? [note(t(locale, 'digest.more_issues', { count: rest }))] : []),
    ...(blocked.length > 0
      ? paragraphs([
          t(locale, 'digest.blocking'),
          ...blocked.map(({ no, title, metric }) =>
            t(locale, 'digest.blocking.line', { no, title: clip(title, titleLength), metric: clip(metric, 60) }),
          ),
        ])
      : []),
    ...(unnamed > 0 ? [note(t(locale, 'digest.more', { count: unnamed }))] : []),
  ]
}

function actionBlocks(locale: Locale, { overdueActions: { count, named } }: DigestContent): KnownBlock[] {
  if (named.length === 0) return []
  const lines = named.map(({ no, text, owner, dueOn, days }) =>
    t(locale, 'digest.action', { no, text: onOneLine(text), owner, due: dayOf(locale, dueOn), days }),
  )
  return [strong(t(locale, 'digest.actions', { count })), ...paragraphs(lines), ...namedFirst(locale, count)]
}

function slipBlocks(locale: Locale, { slips }: DigestContent): KnownBlock[] {
  if (Object.values(slips).every((count) => count === 0)) return []
  return [strong(t(locale, 'digest.supervision')), paragraph(t(locale, 'digest.slips', slips))]
}

function roadmapBlocks(locale: Locale, { slippedMilestones, policies }: DigestContent): KnownBlock[] {
  const slipped = slippedMilestones.named.map(({ title, dueOn, ...milestone }) =>
    t(locale, 'digest.milestone', { ...milestone, title: onOneLine(title), due: dayOf(locale, dueOn) }),
  )
  const issued = policies.named.map(({ title, issuedOn, ...policy }) =>
    t(locale, 'digest.policy', { ...policy, title: onOneLine(title), issued: dayOf(locale, issuedOn) }),
  )
  if (slipped.length + issued.length === 0) return []
  return [
    strong(t(locale, 'digest.roadmap')),
    ...(slipped.length > 0 ? paragraphs([t(locale, 'digest.milestones', slippedMilestones), ...slipped]) : []),
    ...namedFirst(locale, slippedMilestones.count),
    ...(issued.length > 0 ? paragraphs([t(locale, 'digest.policies', policies), ...issued]) : []),
    ...namedFirst(locale, policies.count),
  ]
}

function practiceBlocks(locale: Locale, { practices: { count, named } }: DigestContent): KnownBlock[] {
  if (named.length === 0) return []
  const lines = named.map((practice) => t(locale, 'digest.practice', practice))
  return [strong(t(locale, 'digest.practices', { count })), ...paragraphs(lines), ...namedFirst(locale, count)]
}

/** Of very many only the first are named, and how many there are is said. */
function namedFirst(locale: Locale, count: number): KnownBlock[] {
  return count > NAMED_AT_MOST ? [note(t(locale, 'digest.named_first', { count, named: NAMED_AT_MOST }))] : []
}

function unitNames(locale: Locale, units: readonly string[]): string {
  const names = units.slice(0, unitsNamed).map((unit) => clip(unit, 40))
  const more = units.length - names.length
  return t(locale, 'digest.units', { names: names.join(t(locale, 'list.separator')), more })
}

const onOneLine = (text: string) => clip(text.replace(/\s+/g, ' '), textLength)

const dayOf = (locale: Locale, day: string) => t(locale, 'day.short', { day })

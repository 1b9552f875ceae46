import type { DigestContent } from '../digest.ts'
import { targetBars } from './bars.ts'
import type { DigestChanges } from './changes.ts'
import type { DigestSection } from './sections.ts'

/**
 * Slack takes 13,200 characters a message, some counted for each block and cell; a table takes 100 rows. What is weighed
 * here is what an item takes at most in either language, so that a part fits whatever language it is sent in.
 */
const partWeight = 9500
const headingWeight = 300
const rowsAtMost = 60
const sectionWeight = 75

type Item = { section: DigestSection; place: number; weight: number }

/**
 * A digest in as many parts as Slack takes in one message each, in order; together they hold all of it. The first says the
 * point; each says which of how many it is.
 */
export function digestParts(content: DigestContent): DigestContent[] {
  const parts: Item[][] = [[]]
  let weight = openingWeight(content)
  for (const section of content.sections) {
    let opened = false
    for (const item of itemsOf(content, section)) {
      const extra = opened ? 0 : headingWeight
      const rows = parts.at(-1)?.filter((one) => one.section === 'targets').length ?? 0
      const full = weight + extra + item.weight > partWeight || (section === 'targets' && rows >= rowsAtMost)
      if (full && (parts.length > 1 || (parts[0]?.length ?? 0) > 0 || weight > partWeight / 2)) {
        parts.push([])
        weight = headingWeight * 2
      } else weight += extra
      parts.at(-1)?.push(item)
      weight += item.weight
      opened = true
    }
  }
  return parts.map((items, place) => partOf(content, items, { no: place + 1, of: parts.length }))
}

function openingWeight({ interpretation, planTitle }: DigestContent): number {
  return 700 + Math.min(200, planTitle.length) + interpretation.length
}

/** What a section is made of, each with its weight; a section without a list is one item. */
function itemsOf(content: DigestContent, section: DigestSection): Item[] {
  const item = (weight: number, place: number): Item => ({ section, place, weight })
  const lines = (texts: readonly string[][]) =>
    texts.map((text, place) => item(sectionWeight + sum(text.map(({ length }) => length)), place))
  switch (section) {
    case 'leaders':
      return content.leaders.issues.count + content.leaders.slips.count === 0 ? [] : [item(leadersWeight(content), 0)]
    case 'changes':
      return content.changes ? [item(changesWeight(content.changes), 0)] : []
    case 'targets':
      return content.targets.map((target, place) =>
        item(targetWeight(target) + (place === 0 ? chartWeight(content) : 0), place),
      )
    case 'reports':
      if (content.reports.owed === 0) return []
      // A digest of an earlier version has no sections, and shows its counts all the same.
      return content.bySection.length === 0
        ? [item(sectionWeight, 0)]
        : content.bySection.map(({ no, title }, place) => item(110 + no.length + Math.min(60, title.length), place))
    case 'units':
      if (content.reports.owed === 0) return []
      return content.reports.unfiled.length === 0
        ? [item(sectionWeight, 0)]
        : content.reports.unfiled.map(({ unit }, place) => item(Math.min(60, unit.length) + 12, place))
    case 'issues':
      return content.issues.open === 0 ? [] : [item(issuesWeight(content), 0)]
    case 'actions':
      return lines(content.overdueActions.named.map(({ text, owner }) => [text.slice(0, 200), owner]))
    case 'supervision':
      return Object.values(content.slips).some((count) => count > 0) ? [item(headingWeight, 0)] : []
    case 'roadmap':
      return lines([
        ...content.slippedMilestones.named.map(({ title, unit }) => [title.slice(0, 200), unit]),
        ...content.policies.named.map(({ title, documentNo, unit }) => [title.slice(0, 200), documentNo, unit]),
      ])
    case 'practices':
      return lines(content.practices.named.map(({ text, unit }) => [text, unit]))
  }
}

const lengthOf = (texts: readonly string[], each: number) =>
  texts.reduce((sum, text) => sum + Math.min(each, text.length) + 2, 0)

/** As many of each as are shown at most, however many there are. */
function leadersWeight({ leaders: { issues, slips } }: DigestContent): number {
  const named = issues.named.slice(0, 8).map(({ title, units }) => 90 + lengthOf([title], 100) + unitsLength(units))
  return 100 + sum(named) + sum(slips.named.slice(0, 8).map(({ unit }) => 90 + Math.min(60, unit.length)))
}

function changesWeight({ counts, numbers, targets }: DigestChanges): number {
  const named = Object.values(numbers).map((all) => Math.min(8, all.length) * 8)
  return 150 + Object.keys(counts).length * 45 + sum(named) + Math.min(12, targets.length) * 170
}

function issuesWeight({ issues, blocking }: DigestContent): number {
  const top = issues.top.map(({ title, units }) => 90 + lengthOf([title], 100) + unitsLength(units))
  const blocked = blocking.named
    .slice(0, 8)
    .map(({ title, metric }) => 20 + lengthOf([title], 100) + lengthOf([metric], 60))
  return 350 + sum(top) + sum(blocked)
}

/** A label of each bar stands at each of its values and on the axis. */
function chartWeight({ targets }: DigestContent): number {
  return 150 + Math.min(20, targets.length) * 90
}

const unitsLength = (units: readonly string[]) => 30 + lengthOf(units.slice(0, 5), 40)
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

function targetWeight({ metric, source, unit }: DigestContent['targets'][number]): number {
  return 190 + Math.min(80, metric.length) + Math.min(80, source?.length ?? 8) + 3 * Math.min(20, unit.length)
}

function partOf(content: DigestContent, items: readonly Item[], part: DigestContent['part']): DigestContent {
  const of = (section: DigestSection) =>
    new Set(items.filter((item) => item.section === section).map(({ place }) => place))
  const taken = <T>(all: readonly T[], section: DigestSection, from = 0) => {
    const places = of(section)
    return all.filter((_, place) => places.has(place + from))
  }
  const { overdueActions, slippedMilestones, policies, practices, reports } = content
  return {
    ...content,
    part,
    sections: content.sections.filter((section) => items.some((item) => item.section === section)),
    targets: taken(content.targets, 'targets'),
    bars: of('targets').has(0) ? targetBars(content.targets) : [],
    bySection: taken(content.bySection, 'reports'),
    reports: { ...reports, unfiled: taken(reports.unfiled, 'units') },
    overdueActions: { ...overdueActions, named: taken(overdueActions.named, 'actions') },
    slippedMilestones: { ...slippedMilestones, named: taken(slippedMilestones.named, 'roadmap') },
    policies: { ...policies, named: taken(policies.named, 'roadmap', slippedMilestones.named.length) },
    practices: { ...practices, named: taken(practices.named, 'practices') },
  }
}

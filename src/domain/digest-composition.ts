import { DateTime } from 'luxon'
import { workingDaysBetween } from './calendar.ts'
import { changesBetween, type DigestEvent } from './digest/changes.ts'
import { type DigestIssue, issueLines, named } from './digest/issue-lines.ts'
import { keyOf, type ReportVersion, standingReports, type TalliedTask, tallyReports } from './digest/report-tally.ts'
import type { DigestSection } from './digest/sections.ts'
import type { DigestCadence } from './digest/slots.ts'
import { type RecordedMeasurement, standingMeasurements, targetEvents } from './digest/target-changes.ts'
import type { DigestContent } from './digest.ts'
import type { PeriodRule } from './plan-settings.ts'
import { periodState, previousPeriod, type ReportingPeriod, reportablePeriod } from './reporting-period.ts'
import type { TargetFacts } from './target.ts'
import { claimOf } from './target-claim.ts'
import { targetLine } from './target-line.ts'

/** Which digest is wanted. */
export type DigestWish = {
  cadence: DigestCadence
  language: string
  sections: readonly DigestSection[]
  /** What happened after this instant is told; null: nothing is. */
  since: Date | null
  /** What that instant is. */
  from: DigestContent['from']
  missedSlots: number
  interpretation: string
}

/** Those who owe and what they owe, by the numbers people know. */
type Slip = { level: 'blue' | 'yellow' | 'red'; state: string; unit: string; dueOn: string; items: number }

/** All that a digest is composed from, as it was loaded. */
export type DigestFacts = {
  plan: { id: number; title: string; zone: string }
  /** The instant it speaks of, in the plan's zone. */
  now: DateTime
  /** Up to this instant, included, what happened is told. */
  until: Date
  /** That instant is past: it is told as far as the records allow. */
  past: boolean
  period: ReportingPeriod
  targets: readonly (TargetFacts & { taskNo: number | null })[]
  /** Every value recorded up to `now`, in the order they were recorded. */
  measurements: readonly RecordedMeasurement[]
  tasks: readonly TalliedTask[]
  isPaused: (taskId: number) => boolean
  /** All versions of the period that were filed up to `now`. */
  reports: readonly ReportVersion[]
  /** Unsettled issues, the weightiest first. */
  issues: readonly DigestIssue[]
  /** Open actions whose day is over, the most overdue first. */
  actions: readonly { no: number; text: string; owner: string; dueOn: string }[]
  /** Slips that stand, and red ones proposed. */
  slips: readonly Slip[]
  /** Milestones whose day is over and that are not done. */
  milestones: DigestContent['slippedMilestones']['named']
  /** What units put on record since. */
  policies: DigestContent['policies']['named']
  practices: DigestContent['practices']['named']
  /** What happened since, but for values of targets. */
  events: readonly DigestEvent[]
}

/**
 * The reporting period a digest speaks of at `now` (in the plan's zone): the one reports are for, and until that is asked
 * for, the one before, whose late reports are still missing; but none that was due before the plan was there (`planned`, an
 * ISO day). One that was spoken of (`known`) keeps its days.
 */
export function digestPeriod(
  now: DateTime,
  rule: PeriodRule,
  known: readonly ReportingPeriod[] = [],
  planned = '',
): ReportingPeriod {
  const reportable = reportablePeriod(now, rule)
  const earlier = periodState(reportable, now) === 'upcoming' ? previousPeriod(reportable, rule) : reportable
  const period = earlier.dueOn < planned ? reportable : earlier
  const overlaps = (one: ReportingPeriod) => one.startsOn <= period.endsOn && one.endsOn >= period.startsOn
  return known.find(({ key }) => key === period.key) ?? known.findLast(overlaps) ?? period
}

/** The picture a digest shows, from what is known. Nothing is guessed: what cannot be told is null, with its reason. */
export function composeContent(facts: DigestFacts, wish: DigestWish): DigestContent {
  const { plan, now, past, period, slips } = facts
  const asOf = now.toFormat('yyyy-MM-dd')
  const standingOnes = standingReports(facts.reports, now.toJSDate())
  const targets = targetLines(facts, standingOnes, asOf)
  const { leading, ...issues } = issueLines(facts.issues, targets, now)
  const counted = (wanted: (slip: Slip) => boolean) => slips.filter(wanted).length
  const standing = (level: Slip['level']) => counted((slip) => slip.level === level && slip.state !== 'proposed')
  const proposed = slips.filter(({ state }) => state === 'proposed')
  const reports = tallyReports(facts.tasks, standingOnes, facts.isPaused)
  return {
    planId: plan.id,
    planTitle: plan.title,
    language: wish.language,
    zone: plan.zone,
    asOf,
    past,
    cadence: wish.cadence,
    sections: [...wish.sections],
    part: { no: 1, of: 1 },
    follows: null,
    periodKey: period.key,
    dueOn: period.dueOn,
    missedSlots: wish.missedSlots,
    since: wish.since && DateTime.fromJSDate(wish.since, { zone: plan.zone }).toISO(),
    from: wish.from,
    bars: null,
    changes: wish.since && changesBetween(allEvents(facts, wish.since), wish.since, facts.until),
    targets,
    ...reports,
    unfiledUnits: reports.reports.unfiled.length,
    ...issues,
    point: pointOf(targets, reports.reports, facts.issues),
    overdueActions: named(facts.actions.map((action) => ({ ...action, days: workingDaysLate(action.dueOn, now) }))),
    slips: {
      blue: standing('blue'),
      yellow: standing('yellow'),
      red: standing('red'),
      unsigned: counted(({ state }) => state === 'issued'),
      proposed: proposed.length,
    },
    slippedMilestones: named(facts.milestones),
    policies: named(facts.policies),
    practices: named(facts.practices),
    leaders: {
      issues: leading,
      slips: named(proposed.map(({ unit, dueOn, items }) => ({ unit, dueOn, items }))),
    },
    interpretation: wish.interpretation,
  }
}

function targetLines(
  { targets, measurements, tasks, period }: DigestFacts,
  standing: ReturnType<typeof standingReports>,
  asOf: string,
): DigestContent['targets'] {
  const byTarget = Map.groupBy(measurements, ({ targetId }) => targetId)
  return targets.map((target) => {
    const known = standingMeasurements(byTarget.get(target.id) ?? [])
    const line = targetLine(target, known, asOf)
    const latest = known.find((one) => one.asOf === line.asOf)
    const task = tasks.find(({ no }) => no === target.taskNo)
    const claims = (task?.units ?? []).flatMap(({ id, name }) => {
      const report = task && standing.get(keyOf(task.id, id))
      return report ? [{ status: report.status, unit: name, period: period.key }] : []
    })
    const differing = claimOf(line.status, claims).claims.flatMap(({ differs, ...claim }) =>
      differs === null ? [] : [{ ...claim, differs }],
    )
    return { ...line, id: target.id, source: latest?.source || latest?.unit || null, claims: differing }
  })
}

function pointOf(
  targets: DigestContent['targets'],
  { owed, filed }: DigestContent['reports'],
  issues: readonly DigestIssue[],
): DigestContent['point'] {
  const count = (wanted: (target: DigestContent['targets'][number]) => boolean) => targets.filter(wanted).length
  const [behind, unknown] = [count(({ status }) => status === 'behind'), count(({ status }) => status === null)]
  return {
    targets: { total: targets.length, good: targets.length - behind - unknown, behind, unknown },
    reports: { owed, filed },
    issues: { open: issues.length, carried: issues.filter(({ carried }) => carried >= 2).length },
  }
}

function allEvents({ plan, targets, measurements, events, until }: DigestFacts, since: Date): DigestEvent[] {
  const window = { since, until, zone: plan.zone }
  const byTarget = Map.groupBy(measurements, ({ targetId }) => targetId)
  return [...events, ...targets.flatMap((target) => targetEvents(target, byTarget.get(target.id) ?? [], window))]
}

function workingDaysLate(dueOn: string, now: DateTime): number {
  return Math.max(0, workingDaysBetween(DateTime.fromISO(dueOn, { zone: now.zone }), now))
}

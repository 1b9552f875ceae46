import type { Severity } from '../issue.ts'

/** What an issue's urgency is computed from. */
export type ScoredFacts = {
  severity: Severity
  /** Days since it was raised, whole. */
  ageDays: number
  /** The target it blocks: none, one that keeps its pace, or one behind. */
  target: 'none' | 'kept' | 'behind'
  /** Meetings it was carried over. */
  carried: number
  /** Units that it needs. */
  units: number
}

export const scoreParts = ['severity', 'age', 'target', 'carried', 'units'] as const
type ScorePart = (typeof scoreParts)[number]

/** Points of severity 1 to 4 (一般, 较重, 严重, 紧急). */
export const SEVERITY_POINTS: Readonly<Record<Severity, number>> = { 1: 5, 2: 10, 3: 20, 4: 30 }
/** Points for the blocked target. */
export const TARGET_POINTS: Readonly<Record<ScoredFacts['target'], number>> = { none: 0, kept: 5, behind: 10 }
/** One point for each so many days waited. */
export const DAYS_PER_AGE_POINT = 7
export const MAX_AGE_POINTS = 20
export const POINTS_PER_CARRY = 8
export const MAX_CARRY_POINTS = 24
/** For each unit beyond the first: what several share, none can settle alone. */
export const POINTS_PER_FURTHER_UNIT = 2
export const MAX_UNIT_POINTS = 10

/** An integer and the parts it is the sum of, each to be printed with it; a part may be 0. */
export type Score = { score: number; parts: { name: ScorePart; points: number }[] }

/** How urgent an issue is. Integers only, so that the printed parts always add up. */
export function scoreIssue(facts: ScoredFacts): Score {
  const points: Record<ScorePart, number> = {
    severity: SEVERITY_POINTS[facts.severity],
    age: bounded(Math.floor(facts.ageDays / DAYS_PER_AGE_POINT), MAX_AGE_POINTS),
    target: TARGET_POINTS[facts.target],
    carried: bounded(facts.carried * POINTS_PER_CARRY, MAX_CARRY_POINTS),
    units: bounded((facts.units - 1) * POINTS_PER_FURTHER_UNIT, MAX_UNIT_POINTS),
  }
  const parts = scoreParts.map((name) => ({ name, points: points[name] }))
  return { score: parts.reduce((sum, part) => sum + part.points, 0), parts }
}

const bounded = (points: number, max: number) => Math.min(Math.max(points, 0), max)

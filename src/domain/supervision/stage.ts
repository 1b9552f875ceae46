import { DateTime } from 'luxon'
import { addWorkingDays, workingDaysBetween } from '../calendar.ts'
import type { PlanSettings } from '../plan-settings.ts'
import type { Obligation } from './obligation.ts'

/** The levels of a slip (督办单): 提醒, 警示, 通报; red goes out only with a leader's approval. */
export const slipLevels = ['blue', 'yellow', 'red'] as const
export type SlipLevel = (typeof slipLevels)[number]

/** Where something owed stands: so many working days before its day, on it, or past it by as much as a slip's level says. */
export type Stage = `before-${number}` | 'day' | SlipLevel

/** The settings that stages are told by; days are working days. */
export type StageSettings = Pick<PlanSettings, 'reminderDays' | 'slipDays'>

/**
 * The stage of an obligation on an ISO day: the last one whose window has begun, or null before the first. Days off do not
 * count, so what is due on a day off is told of on the working day before it.
 */
export function stageOf(
  { dueOn, countFrom }: Pick<Obligation, 'dueOn' | 'countFrom'>,
  { reminderDays, slipDays }: StageSettings,
  day: string,
): Stage | null {
  if (day <= dueOn) {
    const left = workingDays(day, dueOn)
    if (left === 0) return 'day'
    const begun = reminderDays.filter((days) => left <= days)
    return begun.length === 0 ? null : `before-${Math.min(...begun)}`
  }
  const late = daysLate({ countFrom }, day)
  return slipLevels.findLast((level) => late >= slipDays[level]) ?? 'day'
}

/** Is it a stage that a slip belongs to? */
export function isSlipLevel(stage: Stage): stage is SlipLevel {
  return slipLevels.some((level) => level === stage)
}

/** Working days that something is late on an ISO day; 0 while it is not. */
export function daysLate({ countFrom }: Pick<Obligation, 'countFrom'>, day: string): number {
  return day <= countFrom ? 0 : workingDays(countFrom, day)
}

/** Working days from an ISO day to the day something is due; 0 on it and after it. */
export function daysLeft({ dueOn }: Pick<Obligation, 'dueOn'>, day: string): number {
  return day >= dueOn ? 0 : workingDays(day, dueOn)
}

/** The level that follows one, and the ISO day on which it is reached; null after the last. */
export function nextLevel(
  { countFrom }: Pick<Obligation, 'countFrom'>,
  { slipDays }: StageSettings,
  level: SlipLevel,
): { level: SlipLevel; on: string } | null {
  const next = slipLevels[slipLevels.indexOf(level) + 1]
  return next ? { level: next, on: addWorkingDays(utc(countFrom), slipDays[next]).toFormat('yyyy-MM-dd') } : null
}

const workingDays = (from: string, to: string) => workingDaysBetween(utc(from), utc(to))
const utc = (day: string) => DateTime.fromISO(day, { zone: 'utc' })

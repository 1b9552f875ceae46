import type { MilestoneState } from '../domain/milestone/milestone-standing.ts'
import type { Locale } from './locale.ts'
import { t } from './translate.ts'

/** What the line of a milestone tells; days are ISO days, `days` as in `MilestoneStanding`. */
export type MilestoneLine = {
  no: number
  title: string
  unit: string
  dueOn: string
  doneOn: string | null
  state: MilestoneState
  days: number | null
}

/** A milestone in one line: "节点3 口岸验收完成 · 江城海关 · 9月30日（周一）到期 · 🟡 已逾期 3 个工作日"; `today` is an ISO day. */
export function milestoneLine(locale: Locale, milestone: MilestoneLine, today: string): string {
  const { no, title, unit, dueOn } = milestone
  const due = roadmapDay(locale, dueOn, today)
  return t(locale, 'milestone.line', { no, title, unit, due, standing: standingWords(locale, milestone, today) })
}

/** A day of a roadmap, which goes over years: with its year where that is not this one. */
export function roadmapDay(locale: Locale, day: string, today: string): string {
  return t(locale, day.slice(0, 4) === today.slice(0, 4) ? 'day.short' : 'milestone.day_with_year', { day })
}

function standingWords(locale: Locale, { state, days, doneOn }: MilestoneLine, today: string): string {
  if (state === 'planned') return t(locale, 'milestone.standing.planned')
  if (state === 'done')
    return t(locale, 'milestone.standing.done', { day: roadmapDay(locale, doneOn ?? today, today), days: days ?? 0 })
  return t(locale, `milestone.standing.${state}`, { days: days ?? 0 })
}

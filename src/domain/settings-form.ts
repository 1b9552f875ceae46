import { DomainError } from './errors.ts'
import { foldFullWidth } from './full-width.ts'
import { type PlanSettings, planSettings } from './plan-settings.ts'

/** The fields of a plan's settings, as people write them: numbers as digits, `reminderDays` several of them. */
export type SettingsForm = Record<SettingsField, string>

/** A field of the settings. */
export type SettingsField = (typeof settingsFields)[number]

/** The fields of the settings, in the order in which they are shown. */
export const settingsFields = ['cadence', 'opens', 'due', 'reminders', 'blue', 'yellow', 'red'] as const

/** What is wrong at a field. */
export type SettingsProblem = { field: SettingsField; error: DomainError }

const limits = {
  opens: { least: 0, most: 60 },
  due: { least: 0, most: 60 },
  blue: { least: 1, most: 250 },
  yellow: { least: 2, most: 250 },
  red: { least: 3, most: 250 },
} as const
const reminder = { least: 1, most: 60, count: 4 }

/** The settings as their form starts with them. */
export function settingsForm({ reporting, reminderDays, slipDays }: PlanSettings): SettingsForm {
  return {
    cadence: reporting.cadence,
    opens: String(reporting.opensDaysBefore),
    due: String(reporting.dueWorkingDays),
    reminders: reminderDays.join(','),
    blue: String(slipDays.blue),
    yellow: String(slipDays.yellow),
    red: String(slipDays.red),
  }
}

/**
 * Reads a filled form: the settings, or what is wrong at which field. Reminders are put in order, the furthest first, each
 * once; none at all is allowed, for the day itself is always told.
 */
export function readSettings(form: SettingsForm): { settings: PlanSettings } | { problems: SettingsProblem[] } {
  const problems: SettingsProblem[] = []
  const attempt = <T>(field: SettingsField, read: () => T, otherwise: T): T => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      problems.push({ field, error })
      return otherwise
    }
  }
  const days = (field: keyof typeof limits) => attempt(field, () => readDays(form[field], limits[field]), 0)
  const reporting = {
    cadence: attempt('cadence', () => readCadence(form.cadence), 'half_year' as const),
    opensDaysBefore: days('opens'),
    dueWorkingDays: days('due'),
  }
  const reminderDays = attempt('reminders', () => readReminders(form.reminders), [])
  const slipDays = { blue: days('blue'), yellow: days('yellow'), red: days('red') }
  if (problems.length === 0 && slipDays.yellow <= slipDays.blue) problems.push(notLater('yellow', slipDays.blue))
  if (problems.length === 0 && slipDays.red <= slipDays.yellow) problems.push(notLater('red', slipDays.yellow))
  return problems.length > 0 ? { problems } : { settings: planSettings.parse({ reporting, reminderDays, slipDays }) }
}

const cadences: readonly [RegExp, PlanSettings['reporting']['cadence']][] = [
  [/^(?:每?个?月|monthly|month)$/i, 'month'],
  [/^(?:每?个?季度?|quarterly|quarter)$/i, 'quarter'],
  [/^(?:每?个?半年度?|half[-_ ]?year(?:ly)?|half)$/i, 'half_year'],
  [/^(?:每?一?年度?|yearly|year|annual)$/i, 'year'],
]

function readCadence(text: string): PlanSettings['reporting']['cadence'] {
  const found = cadences.find(([pattern]) => pattern.test(foldFullWidth(text).trim()))?.[1]
  if (!found) throw new DomainError('settings.cadence_unknown', { given: text.slice(0, 40) })
  return found
}

function readDays(text: string, { least, most }: { least: number; most: number }): number {
  const digits = /^(\d{1,4})\s*(?:个?(?:工作)?[天日]|(?:working )?days?)?$/i.exec(foldFullWidth(text).trim())?.[1]
  const days = Number(digits)
  if (digits === undefined || days < least || days > most) {
    throw new DomainError('settings.days_wrong', { given: text.trim().slice(0, 40) || '—', least, most })
  }
  return days
}

function readReminders(text: string): number[] {
  const words = foldFullWidth(text).split(/[\s,、;]+|和|and/i)
  const typed = words.filter((word) => word !== '' && !/^(?:无|none|no)$/i.test(word))
  const days = [...new Set(typed.map((word) => readDays(word, reminder)))]
  if (days.length > reminder.count) throw new DomainError('settings.reminders_many', { count: days.length, most: 4 })
  return days.toSorted((one, other) => other - one)
}

function notLater(field: 'yellow' | 'red', days: number): SettingsProblem {
  return { field, error: new DomainError('settings.slip_order', { days }) }
}

import type { SettingsField } from '../../domain/settings-form.ts'
import type { settings as chinese } from '../zh-cn/settings.ts'
import { counted } from './counted.ts'

const labels: Record<SettingsField, string> = {
  cadence: 'Reports',
  opens: 'Reporting opens',
  due: 'Reports are due',
  reminders: 'Reminders',
  blue: 'Blue slip (reminder)',
  yellow: 'Yellow slip (warning)',
  red: 'Red slip (public notice)',
}
const cadences: Record<string, string> = {
  month: 'monthly',
  quarter: 'quarterly',
  half_year: 'half-yearly',
  year: 'yearly',
}
const days = (value: string, noun: string) => counted(Number(value), noun)
const late = (value: string) => `${days(value, 'working day')} overdue`
const values: Record<SettingsField, (value: string) => string> = {
  cadence: (value) => cadences[value] ?? value,
  opens: (value) => (value === '0' ? 'on the last day of the period' : `${days(value, 'day')} before the period ends`),
  due: (value) =>
    value === '0' ? 'on the last day of the period' : `${days(value, 'working day')} after the period ends`,
  reminders: (value) =>
    value === '' ? 'on the day itself only' : `${value.replaceAll(',', ', ')} working days before, and on the day`,
  blue: late,
  yellow: late,
  red: (value) => `${late(value)}, once a leader approves it`,
}

/** The settings of a plan */
export const settings: typeof chinese = {
  'settings.title': (p) => `Settings of “${p.plan}”`,
  'settings.line': (p) => `${labels[p.field]}: ${values[p.field](p.value)}`,
  'settings.change_line': (p) => `${labels[p.field]}: ${values[p.field](p.from)} → ${values[p.field](p.to)}`,
  'settings.usual': 'All of these are the defaults.',
  'settings.running': (p) => `Being reported: ${p.period}, open from ${p.opens}, due ${p.due}`,
  'settings.next': (p) => `Next period: ${p.period}, open from ${p.opens}, due ${p.due}`,
  'settings.example': 'Or type them, for example /plan settings cadence quarter due 5 remind 7,1 blue 1 yellow 4 red 9',
  'settings.change': 'Change',
  'settings.modal': 'Plan settings',
  'settings.intro': 'You are told first from when a change holds; it is saved when you confirm it.',
  'settings.cadence': (p) => cadences[p.cadence] ?? p.cadence,
  'settings.field': (p) => labels[p.field],
  'settings.hint': (p) =>
    ({
      opens: 'So many calendar days before the period ends, 0–60',
      due: 'So many working days after the period ends, 0–60',
      reminders: 'Working days before a deadline, at most 4 of them, such as 7,1; the day itself is always told',
      blue: 'So many working days overdue, 1–250',
      yellow: 'More than blue',
      red: 'More than yellow; goes out once a leader approves it',
    })[p.field],
  'settings.preview': (p) => `Please confirm the change to the settings of “${p.plan}”`,
  'settings.from': (p) => `The new reporting schedule begins with the ${p.period}: open from ${p.opens}, due ${p.due}.`,
  'settings.kept': (p) => `What is being reported already stays: ${p.periods}.`,
  'settings.kept_one': (p) => `${p.period} (due ${p.due})`,
  'settings.at_once':
    'The days of reminders and slips hold from the next working day on; slips that went out stay as they are.',
  'settings.confirm': 'Confirm the change',
  'settings.question': 'The settings are changed as listed.',
  'settings.saved': (p) => `The settings of “${p.plan}” are changed`,
  'error.settings.words_unknown': (p) =>
    `Nothing was changed: “${p.words}” was not understood. For example /plan settings cadence quarter due 5, or type /plan settings for the form.`,
  'error.settings.cadence_unknown': (p) =>
    `Nothing was changed: “${p.given}” is no cadence. Use month, quarter, half-year or year.`,
  'error.settings.days_wrong': (p) =>
    `Nothing was changed: “${p.given}” is no whole number of days from ${p.least} to ${p.most}. Please correct it.`,
  'error.settings.reminders_many': (p) =>
    `Nothing was changed: at most ${p.most} reminders, and there are ${p.count}. Please take some out.`,
  'error.settings.slip_order': (p) =>
    `Nothing was changed: this slip must come later than the one before it (${p.days} working days). Please correct it.`,
  'error.settings.unchanged': 'Nothing was changed: the settings are as they were.',
  'error.settings.changed_meanwhile':
    'Nothing was changed: somebody else has just changed the settings. Type /plan settings to see them, then try again.',
}

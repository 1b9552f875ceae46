import type { KnownBlock, ModalView } from '@slack/types'
import type { PlanSettings } from '../../domain/plan-settings.ts'
import type { ReportingPeriod } from '../../domain/reporting-period.ts'
import { type SettingsField, type SettingsForm, settingsFields, settingsForm } from '../../domain/settings-form.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { SettingsChange, ShownSettings } from '../../usecases/plan/change-settings.ts'
import { button, buttons, clip, confirm, input, type Message, message, note, option, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'

/** What the form remembers: where it was opened, its plan, and what it started with. */
export type SettingsMetadata = { channel: string | null; planId: number; start: SettingsForm }

const cadences = ['month', 'quarter', 'half_year', 'year'] as const
/** Slack counts a text as typed; the longest value that is right is "60,59,58,57". */
const lengthAtMost = 40

/** The settings with what they mean, and what they ask for now. */
export function settingsMessage(locale: Locale, shown: ShownSettings): Message {
  const { planId, planTitle, settings, running, next, usual, mayChange } = shown
  const form = settingsForm(settings)
  return message(t(locale, 'settings.title', { plan: planTitle }), [
    ...paragraphs(settingsFields.map((field) => t(locale, 'settings.line', { field, value: form[field] }))),
    ...paragraphs([
      ...running.map((period) => t(locale, 'settings.running', daysOf(locale, period))),
      t(locale, 'settings.next', daysOf(locale, next)),
    ]),
    ...(usual ? [note(t(locale, 'settings.usual'))] : []),
    ...(mayChange
      ? [
          buttons(button(ids.settings.open, t(locale, 'settings.change'), inPlan(planId, 'open'))),
          note(t(locale, 'settings.example')),
        ]
      : []),
  ])
}

/** The form of a change. */
export function settingsModal(locale: Locale, { channel, planId, start }: SettingsMetadata): ModalView {
  const fields = settingsFields.filter((field) => field !== 'cadence')
  return {
    type: 'modal',
    callback_id: ids.settings.modal,
    title: { type: 'plain_text', text: t(locale, 'settings.modal') },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify({ channel, planId, start }),
    blocks: [
      note(t(locale, 'settings.intro')),
      cadenceField(locale, start.cadence),
      ...fields.map((field) => textField(locale, field, start[field])),
    ],
  }
}

/** What a change would do, with the button that makes it. */
export function previewMessage(locale: Locale, change: SettingsChange): Message {
  const yes = t(locale, 'settings.confirm')
  const title = t(locale, 'settings.preview', { plan: change.planTitle })
  const lines = changeLines(locale, change)
  const from = change.asking ? t(locale, 'settings.from', daysOf(locale, change.asking.first)) : ''
  const asked = [t(locale, 'settings.question'), from].join('\n').trim()
  const question = confirm(yes, asked, yes, t(locale, 'button.no'))
  const value = inPlan(change.planId, JSON.stringify([change.before, change.after]))
  return message(title, [
    ...paragraphs(lines),
    buttons(button(ids.settings.confirm, yes, value, { style: 'primary', confirm: question })),
  ])
}

/** The receipt of a change. */
export function savedMessage(locale: Locale, change: SettingsChange): Message {
  return message(
    t(locale, 'settings.saved', { plan: change.planTitle }),
    paragraphs([...changeLines(locale, change), ...(slipsDiffer(change) ? [t(locale, 'settings.at_once')] : [])]),
  )
}

function changeLines(locale: Locale, { before, after, asking }: SettingsChange): string[] {
  const [from, to] = [settingsForm(before), settingsForm(after)]
  const lines = settingsFields
    .filter((field) => from[field] !== to[field])
    .map((field) => t(locale, 'settings.change_line', { field, from: from[field], to: to[field] }))
  if (!asking) return lines
  const kept = asking.kept.map((period) => t(locale, 'settings.kept_one', daysOf(locale, period)))
  return [
    ...lines,
    t(locale, 'settings.from', daysOf(locale, asking.first)),
    ...(kept.length > 0 ? [t(locale, 'settings.kept', { periods: kept.join(t(locale, 'list.separator')) })] : []),
  ]
}

function slipsDiffer({ before, after }: { before: PlanSettings; after: PlanSettings }): boolean {
  const days = ({ reminderDays, slipDays }: PlanSettings) => JSON.stringify([reminderDays, slipDays])
  return days(before) !== days(after)
}

function daysOf(locale: Locale, { key, opensOn, dueOn }: ReportingPeriod) {
  return {
    period: t(locale, 'period.name', { key }),
    opens: t(locale, 'day.short', { day: opensOn }),
    due: t(locale, 'day.short', { day: dueOn }),
  }
}

function cadenceField(locale: Locale, current: string): KnownBlock {
  const options = cadences.map((cadence) => option(cadence, t(locale, 'settings.cadence', { cadence })))
  const start = options.find(({ value }) => value === current)
  return input('cadence', t(locale, 'settings.field', { field: 'cadence' }), {
    type: 'static_select',
    action_id: ids.settings.cadence,
    options,
    ...(start ? { initial_option: start } : {}),
  })
}

function textField(locale: Locale, field: Exclude<SettingsField, 'cadence'>, value: string): KnownBlock {
  return input(
    field,
    t(locale, 'settings.field', { field }),
    {
      type: 'plain_text_input',
      action_id: ids.settings[field],
      max_length: lengthAtMost,
      ...(value ? { initial_value: clip(value, lengthAtMost) } : {}),
    },
    { hint: t(locale, 'settings.hint', { field }), optional: field === 'reminders' },
  )
}

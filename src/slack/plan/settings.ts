import { z } from 'zod'
import { planSettings } from '../../domain/plan-settings.ts'
import { readSettings, type SettingsForm, settingsFields, settingsForm } from '../../domain/settings-form.ts'
import { parseSettingsWords } from '../../domain/settings-words.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError } from '../../i18n/translate.ts'
import { changeSettings, openSettings, previewSettings, showSettings } from '../../usecases/plan/change-settings.ts'
import type { Checked } from '../checked.ts'
import { ids } from '../ids.ts'
import { ofPlan } from '../plan-value.ts'
import { readWritten } from '../requests/handed-back.ts'
import type { ActionRequest, CommandRequest, Fields, SubmitRequest } from '../requests/request.ts'
import {
  previewMessage,
  type SettingsMetadata,
  savedMessage,
  settingsMessage,
  settingsModal,
} from './settings-views.ts'

/** `/plan settings`: shows them, or with words previews a change. */
export async function settingsCommand(request: CommandRequest, words: string): Promise<void> {
  const { context, actor, locale, reply } = request
  const wish = parseSettingsWords(words)
  if (Object.keys(wish).length === 0) return reply(settingsMessage(locale, await showSettings(context, actor)))
  await reply(previewMessage(locale, await previewSettings(context, actor, wish)))
}

/** The button that opens the form. */
export async function openSettingsForm(request: ActionRequest): Promise<void> {
  const { context, locale, client, triggerId, channel, value } = request
  const actor = { ...request.actor, planId: ofPlan(value).planId }
  const { planId, settings } = await openSettings(context, actor)
  const view = settingsModal(locale, { channel, planId, start: settingsForm(settings) })
  await client.views.open({ trigger_id: triggerId, view })
}

/** Checks the form: what is wrong is said at its field. */
export function checkPlanSettings(
  fields: Fields,
  locale: Locale,
  metadata: Record<string, unknown>,
): Checked<Partial<SettingsForm>> {
  const { start } = metadata as SettingsMetadata
  const typed = Object.fromEntries(
    settingsFields.map((field) => {
      const given = fields[ids.settings[field]]
      return [field, given?.selected_option?.value ?? given?.value ?? '']
    }),
  ) as SettingsForm
  const read = readSettings(typed)
  if ('problems' in read) {
    return {
      errors: Object.fromEntries(
        read.problems.map(({ field, error }) => [ids.settings[field], describeError(locale, error)]),
      ),
    }
  }
  const form = settingsForm(read.settings)
  // Only what the person changed: what somebody else changed meanwhile stays.
  return {
    input: Object.fromEntries(settingsFields.flatMap((one) => (form[one] === start[one] ? [] : [[one, form[one]]]))),
  }
}

/** Previews what the form holds. */
export async function submitPlanSettings(request: SubmitRequest, wish: Partial<SettingsForm>): Promise<void> {
  const { context, locale, reply, metadata } = request
  const actor = { ...request.actor, planId: (metadata as SettingsMetadata).planId }
  await reply(previewMessage(locale, await previewSettings(context, actor, wish)))
}

/** The button under a preview: changes what was previewed. */
export async function confirmSettings(request: ActionRequest): Promise<void> {
  const { context, locale, replace } = request
  const { planId, value } = ofPlan(request.value)
  const [before, after] = readWritten(value, z.tuple([planSettings, planSettings]))
  const actor = { ...request.actor, planId }
  const change = await changeSettings(context, actor, before, after)
  await replace(savedMessage(locale, change))
}

import type { KnownBlock, ModalView } from '@slack/types'
import { ACTION_LIMITS, DECISION_TEXT } from '../../domain/action/action-facts.ts'
import type { DecisionOutcome } from '../../domain/decision.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { OutcomeForm } from '../../usecases/decision/outcome-form.ts'
import { button, buttons, choices, clip, input, note, option, strong } from '../blocks.ts'
import { ids } from '../ids.ts'

/** What the form remembers from opening to submission. */
export type OutcomeMetadata = {
  planId: number
  issueNo: number
  /** null: settled without a meeting. */
  meetingNo: number | null
  /** The board below, to be brought up to date. */
  boardViewId: string | null
  channel: string | null
  /** The decision that stood when it was opened. */
  seen: number | null
  /** ISO day from which due words count. */
  today: string
  /** How many groups of action fields it has. */
  actions: number
}

/** The action id of a field of the n-th action, n from 0. */
export function actionField(field: 'what' | 'owner' | 'coUnits' | 'due' | 'measure', index: number): string {
  return `${ids.decision[field]}_${index}`
}

/** What a form begins with that has been filled in nowhere else. */
export function outcomeMetadata(
  form: OutcomeForm,
  where: Pick<OutcomeMetadata, 'meetingNo' | 'boardViewId' | 'channel'>,
): OutcomeMetadata {
  const { planId, today, issue, standing } = form
  const actions = Math.max(1, standing?.actions.length ?? 0)
  return { planId, issueNo: issue.no, ...where, seen: standing?.id ?? null, today, actions }
}

/** The form of an outcome: what became of the issue, and who does what until when. */
export function outcomeModal(locale: Locale, form: OutcomeForm, metadata: OutcomeMetadata): ModalView {
  const { issue, standing, proposal } = form
  const start = standing?.text || proposal
  const outcomeOption = (outcome: DecisionOutcome) => option(outcome, t(locale, `outcome.${outcome}`))
  const units = issue.units.map((unit) => unit.name).join(t(locale, 'list.separator'))
  const blocks: KnownBlock[] = [
    strong(t(locale, 'decision.issue', issue)),
    ...(units === '' ? [] : [note(t(locale, 'decision.units', { units }))]),
    input('outcome', t(locale, 'decision.field_outcome'), {
      type: 'radio_buttons',
      action_id: ids.decision.outcome,
      options: form.outcomes.map(outcomeOption),
      initial_option: outcomeOption(standing?.outcome ?? 'decided'),
    }),
    input(
      'text',
      t(locale, 'decision.field_text'),
      {
        type: 'plain_text_input',
        action_id: ids.decision.text,
        multiline: true,
        max_length: DECISION_TEXT,
        ...(start === '' ? {} : { initial_value: clip(start, DECISION_TEXT) }),
      },
      { optional: true, hint: t(locale, 'decision.text_hint') },
    ),
    ...Array.from({ length: metadata.actions }, (_, index) => actionBlocks(locale, form, index)).flat(),
    ...(metadata.actions < ACTION_LIMITS.perDecision
      ? [buttons(button(ids.decision.addAction, t(locale, 'decision.add_action'), String(metadata.actions)))]
      : []),
    note(t(locale, 'decision.actions_note')),
  ]
  return {
    type: 'modal',
    callback_id: ids.decision.modal,
    title: { type: 'plain_text', text: t(locale, 'decision.title') },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks,
  }
}

function actionBlocks(locale: Locale, { units, standing }: OutcomeForm, index: number): KnownBlock[] {
  const number = index + 1
  const start = standing?.actions[index]
  // A unit that the plan no longer has cannot be chosen again.
  const owner = units.find((unit) => unit.id === start?.owner.id)
  const coUnits = units.filter((unit) => start?.coUnits.some((one) => one.id === unit.id))
  const unitOption = (unit: { id: number; name: string }) => option(String(unit.id), unit.name)
  const block = (field: string) => `${field}_${index}`
  const optional = { optional: true }
  return [
    { type: 'divider' },
    strong(t(locale, 'decision.action', { number })),
    input(
      block('what'),
      t(locale, 'decision.field_what', { number }),
      {
        type: 'plain_text_input',
        action_id: actionField('what', index),
        max_length: ACTION_LIMITS.text,
        ...(start ? { initial_value: start.text } : {}),
      },
      optional,
    ),
    input(
      block('owner'),
      t(locale, 'decision.field_owner', { number }),
      {
        type: 'static_select',
        action_id: actionField('owner', index),
        ...choices(units.map(unitOption)),
        ...(owner ? { initial_option: unitOption(owner) } : {}),
      },
      optional,
    ),
    input(
      block('co_units'),
      t(locale, 'decision.field_co_units', { number }),
      {
        type: 'multi_static_select',
        action_id: actionField('coUnits', index),
        ...choices(units.map(unitOption)),
        max_selected_items: ACTION_LIMITS.coUnits,
        ...(coUnits.length > 0 ? { initial_options: coUnits.map(unitOption) } : {}),
      },
      optional,
    ),
    input(
      block('due'),
      t(locale, 'decision.field_due', { number }),
      {
        type: 'plain_text_input',
        action_id: actionField('due', index),
        max_length: 40,
        ...(start ? { initial_value: start.dueOn } : {}),
      },
      { ...optional, hint: t(locale, 'decision.due_hint') },
    ),
    input(
      block('measure'),
      t(locale, 'decision.field_measure', { number }),
      {
        type: 'plain_text_input',
        action_id: actionField('measure', index),
        max_length: ACTION_LIMITS.measure,
        ...(start?.measure ? { initial_value: start.measure } : {}),
      },
      optional,
    ),
  ]
}

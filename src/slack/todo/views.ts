import type { KnownBlock, ModalView } from '@slack/types'
import { DateTime } from 'luxon'
import { ACTION_LIMITS } from '../../domain/action/action-facts.ts'
import { addWorkingDays } from '../../domain/calendar.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { ActionForm, OpenedAction } from '../../usecases/action/open-action.ts'
import { clip, input, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'
import { aboutLines, actionLine } from './lines.ts'

/** What a form of an action remembers from opening to submission. */
export type ActionMetadata = {
  channel: string | null
  planId: number
  no: number
  version: number
  form: ActionForm
  /** The day the action has now. */
  dueOn: string
  /** It was opened in App Home, which is then shown anew. */
  home: boolean
}

/** What a form starts with, where something was typed. */
export type ActionPrefill = { day?: string | null; reason?: string }

/** So many working days are offered where none were said. */
const usualExtension = 5

/** The form of what is to be done to an action, with the action above it. */
export function actionModal(
  locale: Locale,
  form: ActionForm,
  opened: OpenedAction,
  where: Pick<ActionMetadata, 'channel' | 'home'>,
  start: ActionPrefill = {},
): ModalView {
  const { action, planId, zone } = opened
  const metadata: ActionMetadata = {
    ...where,
    planId,
    no: action.no,
    version: action.version,
    form,
    dueOn: action.dueOn,
  }
  const declines = form === 'return' && action.state === 'open'
  return {
    type: 'modal',
    callback_id: modalOf(form),
    title: { type: 'plain_text', text: t(locale, `todo.modal.${declines ? 'decline' : form}`) },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks: [
      ...paragraphs([actionLine(locale, action), ...aboutLines(locale, action, zone, true)]),
      ...fieldsOf(locale, form, opened, start),
    ],
  }
}

function modalOf(form: ActionForm): string {
  if (form === 'report') return ids.todo.doneModal
  return form === 'ask' || form === 'extend' ? ids.todo.dayModal : ids.todo.reasonModal
}

function fieldsOf(locale: Locale, form: ActionForm, opened: OpenedAction, start: ActionPrefill): KnownBlock[] {
  const { action } = opened
  if (form === 'report') return [evidenceField(locale, action.evidence)]
  const reason = reasonField(locale, start.reason ?? '')
  if (form === 'return' || form === 'cancel') return [reason]
  const day = start.day ?? action.wish?.dueOn ?? usualDay(opened)
  return [
    input('day', t(locale, 'todo.field_day'), { type: 'datepicker', action_id: ids.todo.day, initial_date: day }),
    reason,
  ]
}

function evidenceField(locale: Locale, evidence: string): KnownBlock {
  return input(
    'evidence',
    t(locale, 'todo.field_evidence'),
    {
      type: 'plain_text_input',
      action_id: ids.todo.evidence,
      multiline: true,
      max_length: ACTION_LIMITS.evidence,
      ...(evidence === '' ? {} : { initial_value: clip(evidence, ACTION_LIMITS.evidence) }),
    },
    { hint: t(locale, 'todo.evidence_hint') },
  )
}

function reasonField(locale: Locale, reason: string): KnownBlock {
  return input(
    'reason',
    t(locale, 'todo.field_reason'),
    {
      type: 'plain_text_input',
      action_id: ids.todo.reason,
      multiline: true,
      max_length: ACTION_LIMITS.remark,
      ...(reason === '' ? {} : { initial_value: clip(reason, ACTION_LIMITS.remark) }),
    },
    { hint: t(locale, 'todo.reason_hint') },
  )
}

function usualDay({ action, today, zone }: OpenedAction): string {
  const from = action.dueOn > today ? action.dueOn : today
  return addWorkingDays(DateTime.fromISO(from, { zone }), usualExtension).toFormat('yyyy-MM-dd')
}

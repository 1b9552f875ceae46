import type { KnownBlock, ModalView } from '@slack/types'
import type { PolicyRow } from '../../db/policy-store.ts'
import { POLICY_LIMITS, type PolicyFacts } from '../../domain/policy/policy-facts.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { OpenedTasks } from '../../usecases/milestone/open-milestone.ts'
import { clip, input } from '../blocks.ts'
import { ids } from '../ids.ts'
import { taskField } from '../task-choice.ts'
import { policyLine } from './messages.ts'

/** What a form remembers from opening, on the day `today`, to submission; `id` of the policy it removes. */
export type PolicyMetadata = { channel: string | null; planId: number; today: string; id: number }

/** The form of a new policy, with what was typed; its day an ISO day or empty. */
export function addPolicyModal(
  locale: Locale,
  opened: OpenedTasks,
  channel: string | null,
  start: Partial<PolicyFacts> = {},
): ModalView {
  const { planId, today } = opened
  return modal(locale, 'add', ids.policy.addModal, { channel, planId, today, id: 0 }, [
    taskField(locale, ids.policy.task, opened),
    textField('title', t(locale, 'policy.field_title'), start.title ?? '', {
      actionId: ids.policy.title,
      most: POLICY_LIMITS.title,
      hint: t(locale, 'policy.title_hint'),
    }),
    textField('document', t(locale, 'policy.field_document'), start.documentNo ?? '', {
      actionId: ids.policy.document,
      most: POLICY_LIMITS.documentNo,
      hint: t(locale, 'policy.document_hint'),
      optional: true,
    }),
    input('day', t(locale, 'policy.field_day'), {
      type: 'datepicker',
      action_id: ids.policy.day,
      initial_date: start.issuedOn || today,
    }),
    textField('link', t(locale, 'policy.field_link'), start.link ?? '', {
      actionId: ids.policy.link,
      most: POLICY_LIMITS.link,
      hint: t(locale, 'policy.link_hint'),
      optional: true,
    }),
  ])
}

/** The form of a removal, with the policy above it. */
export function removePolicyModal(
  locale: Locale,
  { planId, today, policy }: { planId: number; today: string; policy: PolicyRow },
  channel: string | null,
): ModalView {
  return modal(locale, 'remove', ids.policy.removeModal, { channel, planId, today, id: policy.id }, [
    policyLine(locale, policy),
    textField('reason', t(locale, 'policy.field_reason'), '', {
      actionId: ids.policy.reason,
      most: POLICY_LIMITS.reason,
      hint: t(locale, 'policy.reason_hint'),
      multiline: true,
    }),
  ])
}

function modal(
  locale: Locale,
  form: 'add' | 'remove',
  callbackId: string,
  metadata: PolicyMetadata,
  blocks: KnownBlock[],
): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: { type: 'plain_text', text: t(locale, `policy.modal.${form}`) },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks,
  }
}

function textField(
  block: string,
  label: string,
  text: string,
  more: { actionId: string; most: number; hint: string; optional?: boolean; multiline?: boolean },
): KnownBlock {
  const { actionId, most, hint, optional = false, multiline = false } = more
  return input(
    block,
    label,
    {
      type: 'plain_text_input',
      action_id: actionId,
      multiline,
      max_length: most,
      ...(text === '' ? {} : { initial_value: clip(text, most) }),
    },
    { hint, optional },
  )
}

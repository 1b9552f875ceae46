import type { ModalView } from '@slack/types'
import { CONSULTATION_LIMITS } from '../../domain/consultation/consultation.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { AnswerForm } from '../../usecases/consultation/answer-consultation.ts'
import type { prepareConsultation } from '../../usecases/consultation/ask-consultation.ts'
import { input, note, paragraph, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'

/** What the forms remember from opening to submission; `id` names the consultation that is answered. */
export type ConsultationMetadata = { channel: string | null; planId: number; no: number; id: number | null }

type Prepared = Awaited<ReturnType<typeof prepareConsultation>>

/** The form of a consultation: whom it asks, and the proposal. */
export function consultationModal(locale: Locale, prepared: Prepared, channel: string | null): ModalView {
  const { planId, no, title, units, silent, earlier } = prepared
  const join = (names: readonly string[]) => names.join(t(locale, 'list.separator'))
  return {
    ...frame(locale, ids.consultation.modal, t(locale, 'consultation.title'), { channel, planId, no, id: null }),
    blocks: [
      paragraph(t(locale, 'consultation.form_intro', { no, title, units: join(units) })),
      ...(silent.length > 0 ? [note(t(locale, 'consultation.asked_silent', { units: join(silent) }))] : []),
      ...(earlier === null ? [] : [note(t(locale, 'consultation.form_earlier'))]),
      input(
        'proposal',
        t(locale, 'consultation.form_proposal'),
        {
          type: 'plain_text_input',
          action_id: ids.consultation.proposal,
          multiline: true,
          max_length: CONSULTATION_LIMITS.proposal,
          ...(earlier === null ? {} : { initial_value: earlier }),
        },
        { hint: t(locale, 'consultation.form_hint') },
      ),
    ],
  }
}

/** The form of an objection: one line that says why. */
export function objectionModal(locale: Locale, form: AnswerForm, channel: string | null): ModalView {
  const { planId, no, id, title, proposal, remark } = form
  const units = form.units.join(t(locale, 'list.separator'))
  return {
    ...frame(locale, ids.consultation.objectModal, t(locale, 'consultation.object_title'), { channel, planId, no, id }),
    blocks: [
      ...paragraphs([t(locale, 'consultation.object_intro', { no, title, units, proposal })]),
      input(
        'remark',
        t(locale, 'consultation.object_remark'),
        {
          type: 'plain_text_input',
          action_id: ids.consultation.remark,
          max_length: CONSULTATION_LIMITS.remark,
          ...(remark === '' ? {} : { initial_value: remark }),
        },
        { hint: t(locale, 'consultation.object_hint') },
      ),
    ],
  }
}

function frame(locale: Locale, callbackId: string, title: string, metadata: ConsultationMetadata) {
  return {
    type: 'modal' as const,
    callback_id: callbackId,
    title: { type: 'plain_text' as const, text: title },
    submit: { type: 'plain_text' as const, text: t(locale, 'button.submit') },
    close: { type: 'plain_text' as const, text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
  }
}

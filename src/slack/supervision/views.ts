import type { ModalView } from '@slack/types'
import { SLIP_LIMITS } from '../../domain/supervision/slip.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { SeenSlip } from '../../usecases/supervision/list-slips.ts'
import { input, paragraph } from '../blocks.ts'
import { ids } from '../ids.ts'
import { slipText } from './lines.ts'

/** What a form about a slip remembers from opening to submission; `slip` is its number, or the id of one without. */
export type SlipMetadata = {
  channel: string | null
  planId: number
  slip: string
  form: 'sign' | 'decline' | 'withdraw'
}

/** The form that a slip is signed, withdrawn or not sent with, with the slip above it. */
export function slipModal(locale: Locale, slip: SeenSlip, metadata: SlipMetadata): ModalView {
  const { form } = metadata
  const what = form === 'sign' ? ('remark' as const) : ('reason' as const)
  return {
    type: 'modal',
    callback_id: form === 'sign' ? ids.supervision.signModal : ids.supervision.reasonModal,
    title: { type: 'plain_text', text: t(locale, `slip.${form}_title`) },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks: [
      paragraph(slipText(locale, slip)),
      input(
        what,
        t(locale, `slip.field_${what}`),
        {
          type: 'plain_text_input',
          action_id: ids.supervision[what],
          multiline: true,
          max_length: SLIP_LIMITS[what],
        },
        { hint: t(locale, `slip.${what}_hint`) },
      ),
    ],
  }
}

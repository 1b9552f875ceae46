import type { ModalView } from '@slack/types'
import { REPORT_LIMITS } from '../../domain/progress-report.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { Decidable } from '../../usecases/report/find-decidable.ts'
import type { SendingBack } from '../../usecases/report/return-report.ts'
import { input, paragraphs, strong } from '../blocks.ts'
import { ids } from '../ids.ts'

/** What the form of a reason remembers from opening to submission. */
export type ReasonMetadata = { channel: string | null; planId: number; id: number; event: SendingBack }

/** The form of the reason why a report is returned or opened again, with the report above it. */
export function reasonModal(locale: Locale, event: SendingBack, found: Decidable, channel: string | null): ModalView {
  const { planId, id, taskNo, unit, periodKey, version, summary } = found
  const period = t(locale, 'period.name', { key: periodKey })
  const metadata: ReasonMetadata = { channel, planId, id, event }
  return {
    type: 'modal',
    callback_id: ids.review.reasonModal,
    title: { type: 'plain_text', text: t(locale, `review.modal.${event}`) },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks: [
      strong(t(locale, 'review.name', { no: taskNo, unit, period, version })),
      ...paragraphs(t(locale, 'review.text', { text: summary }).split('\n')),
      input(
        'reason',
        t(locale, 'review.field_reason'),
        {
          type: 'plain_text_input',
          action_id: ids.review.reason,
          multiline: true,
          max_length: REPORT_LIMITS.reason,
        },
        { hint: t(locale, 'review.reason_hint') },
      ),
    ],
  }
}

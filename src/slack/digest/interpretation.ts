import type { ModalView } from '@slack/types'
import { INTERPRETATION_LENGTH } from '../../domain/digest.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { type Interpreted, interpretDigest, showInterpretation } from '../../usecases/digest/interpret-digest.ts'
import { input, type Message, message, note, paragraph, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { Fields, FormRequest, SubmitRequest } from '../requests/request.ts'

/** `/digest interpret`: stores the words that follow, or opens the form. */
export async function interpret(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, client, triggerId, channel, reply } = request
  if (words !== '') return reply(interpretedMessage(locale, await interpretDigest(context, actor, words)))
  const waiting = await showInterpretation(context, actor)
  await client.views.open({ trigger_id: triggerId, view: interpretModal(locale, waiting, channel) })
}

/** What the form holds. Slack itself holds it to the length that the use case checks. */
export function readInterpretation(fields: Fields): { input: string } {
  return { input: fields[ids.digest.interpretation]?.value ?? '' }
}

/** Stores the interpretation of the form. */
export async function submitInterpretation(request: SubmitRequest, text: string): Promise<void> {
  const { context, actor, locale, reply, metadata } = request
  const inPlan = { ...actor, planId: wholeNumber(metadata.planId) }
  const seen = wholeNumber(metadata.version)
  await reply(interpretedMessage(locale, await interpretDigest(context, inPlan, text, seen)))
}

function interpretModal(locale: Locale, waiting: Interpreted, channel: string | null): ModalView {
  const plain = (text: string) => ({ type: 'plain_text' as const, text })
  return {
    type: 'modal',
    callback_id: ids.digest.interpretModal,
    title: plain(t(locale, 'digest.modal.interpret')),
    submit: plain(t(locale, 'button.submit')),
    close: plain(t(locale, 'button.cancel')),
    private_metadata: JSON.stringify({ planId: waiting.planId, channel, version: waiting.version }),
    blocks: [
      paragraph(t(locale, 'digest.interpret_for', about(locale, waiting))),
      input(
        'interpretation',
        t(locale, 'digest.field.interpretation'),
        {
          type: 'plain_text_input',
          action_id: ids.digest.interpretation,
          multiline: true,
          max_length: INTERPRETATION_LENGTH,
          ...(waiting.text === '' ? {} : { initial_value: waiting.text }),
        },
        { optional: true },
      ),
    ],
  }
}

function interpretedMessage(locale: Locale, waiting: Interpreted): Message {
  const empty = waiting.text === ''
  return message(t(locale, 'digest.interpreted', { ...about(locale, waiting), empty }), [
    ...paragraphs(waiting.text.split('\n')),
    note(t(locale, 'digest.interpret_preview')),
  ])
}

function about(locale: Locale, { cadence, nextOn, waitsForApproval: waits }: Interpreted) {
  return { cadence, waits, next: t(locale, 'day.short', { day: nextOn }) }
}

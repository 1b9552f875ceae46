import type { KnownBlock } from '@slack/types'
import { DateTime } from 'luxon'
import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { listTakeBackChoices, type TakeBackChoices, takeBackDigest } from '../../usecases/digest/take-back-digest.ts'
import { button, buttons, confirm, type Message, message } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan, ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, FormRequest } from '../requests/request.ts'
import { channelBlock } from './messages.ts'

/** `/digest 撤回`: which digests can be taken back; `/digest 撤回 2`: takes the second newest back. */
export async function takeBackByWords(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, reply } = request
  const typed = foldFullWidth(words).trim()
  const choices = await listTakeBackChoices(context, actor)
  if (typed === '') return reply(choicesMessage(locale, choices))
  const position = /^(?:第\s?)?(\d{1,2})\s?份?$/.exec(typed)?.[1]
  if (position === undefined) throw new DomainError('digest.take_back_words')
  const taken = await takeBackDigest(context, actor, { position: Number(position) })
  await reply(takenMessage(locale, taken, choices.zone))
}

/** The button of the list, which names the digest itself. */
export async function takeBackFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, replace } = request
  const { planId, value } = ofPlan(request.value)
  const actor = { ...request.actor, planId }
  const { zone } = await listTakeBackChoices(context, actor)
  await replace(takenMessage(locale, await takeBackDigest(context, actor, { id: wholeNumber(value) }), zone))
}

type Posted = TakeBackChoices['digests'][number]

function choicesMessage(locale: Locale, { planId, zone, digests }: TakeBackChoices): Message {
  const blocks = digests.flatMap((digest, index): KnownBlock[] => {
    const no = index + 1
    const yes = t(locale, 'digest.take_back.button', { no })
    const question = confirm(yes, t(locale, 'digest.take_back.confirm'), yes, t(locale, 'button.no'))
    const line = t(locale, 'digest.take_back.line', { no, ...wordsOf(locale, digest, zone) })
    return [
      channelBlock(line, digest.place),
      buttons(
        button(ids.digest.takeBack, yes, inPlan(planId, String(digest.id)), { style: 'danger', confirm: question }),
      ),
    ]
  })
  return message(t(locale, 'digest.take_back', { count: digests.length }), blocks)
}

function takenMessage(locale: Locale, digest: Posted, zone: string): Message {
  return message(t(locale, 'digest.taken_back', wordsOf(locale, digest, zone)), [channelBlock('', digest.place)])
}

function wordsOf(locale: Locale, { cadence, postedAt }: Posted, zone: string) {
  const at = DateTime.fromJSDate(postedAt, { zone }).toFormat("yyyy-MM-dd'T'HH:mm")
  return { cadence: t(locale, 'digest.cadence', { cadence }), at: t(locale, 'delivery.moment', { at }) }
}

import type { KnownBlock, ModalView } from '@slack/types'
import { digestSections } from '../../domain/digest/sections.ts'
import { digestCadences } from '../../domain/digest/slots.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { SeenSubscription, SubscriptionList } from '../../usecases/digest/list-subscriptions.ts'
import {
  button,
  buttons,
  confirm,
  input,
  type Message,
  message,
  note,
  option,
  paragraph,
  paragraphs,
} from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { channelBlock } from './messages.ts'

/** Slack takes 50 blocks a message; a subscription is three. */
const subscriptionsNamed = 14

/** Who gets which digest, each with the button that ends it for those who may. */
export function subscriptionsMessage(locale: Locale, list: SubscriptionList): Message {
  const { planId, subscriptions } = list
  const shown = subscriptions.slice(0, subscriptionsNamed)
  const rest = subscriptions.slice(subscriptionsNamed)
  return message(t(locale, 'digest.subscriptions', { count: subscriptions.length }), [
    ...shown.flatMap((one): KnownBlock[] => [
      paragraph(subscriptionLine(locale, one)),
      placeBlock(locale, one),
      ...(one.mayEnd ? [buttons(endButton(locale, planId, one.no))] : []),
    ]),
    // Of more, what they are is still said; their buttons are replaced by words.
    ...paragraphs(rest.map((one) => subscriptionLine(locale, one))),
    buttons(button(ids.digest.openSubscribe, t(locale, 'digest.subscribe'), inPlan(planId, 'new'))),
  ])
}

function subscriptionLine(locale: Locale, subscription: SeenSubscription): string {
  const { sections, nextOn } = subscription
  const names = digestSections
    .filter((section) => sections.includes(section))
    .map((section) => t(locale, `digest.section.${section}`))
  return t(locale, 'digest.subscription', {
    ...subscription,
    sections: names.join(t(locale, 'list.separator')),
    next: t(locale, 'day.short', { day: nextOn }),
  })
}

function placeBlock(locale: Locale, { own, place }: SeenSubscription): KnownBlock {
  return own ? note(t(locale, 'digest.to_you')) : channelBlock('', place)
}

function endButton(locale: Locale, planId: number, no: number) {
  const yes = t(locale, 'digest.unsubscribe')
  const question = confirm(yes, t(locale, 'digest.unsubscribe_confirm', { no }), yes, t(locale, 'button.no'))
  return button(ids.digest.unsubscribe, yes, inPlan(planId, String(no)), { confirm: question })
}

/** The receipt of a subscription; `outside`: the bot is not in that channel and cannot join it. */
export function subscribedMessage(locale: Locale, added: SeenSubscription, outside: boolean): Message {
  const { no, cadence, nextOn } = added
  return message(t(locale, 'digest.subscribed', { no, cadence, next: t(locale, 'day.short', { day: nextOn }) }), [
    placeBlock(locale, added),
    ...(outside ? [paragraph(t(locale, 'digest.invite'))] : []),
  ])
}

/** The form of a subscription. A channel can be chosen by those who may for channels. */
export function subscribeModal(
  locale: Locale,
  list: Pick<SubscriptionList, 'planId' | 'mayForChannels'>,
  channel: string | null,
): ModalView {
  const plain = (text: string) => ({ type: 'plain_text' as const, text })
  const cadences = digestCadences.map((cadence) => option(cadence, t(locale, 'digest.cadence', { cadence })))
  const languages = [option('zh-CN', t(locale, 'digest.language.zh')), option('en', t(locale, 'digest.language.en'))]
  const sections = digestSections.map((section) => option(section, t(locale, `digest.section.${section}`)))
  const select = (actionId: string, options: typeof cadences, initial = options[0]) => ({
    type: 'static_select' as const,
    action_id: actionId,
    options,
    ...(initial ? { initial_option: initial } : {}),
  })
  return {
    type: 'modal',
    callback_id: ids.digest.subscribeModal,
    title: plain(t(locale, 'digest.modal.subscribe')),
    submit: plain(t(locale, 'button.submit')),
    close: plain(t(locale, 'button.cancel')),
    private_metadata: JSON.stringify({ planId: list.planId, channel }),
    blocks: [
      input('cadence', t(locale, 'digest.field.cadence'), select(ids.digest.cadence, cadences)),
      ...(list.mayForChannels
        ? [
            input(
              'channel',
              t(locale, 'digest.field.channel'),
              {
                type: 'conversations_select',
                action_id: ids.digest.channel,
                filter: { include: ['public', 'private'], exclude_bot_users: true },
              },
              { optional: true, hint: t(locale, 'digest.field.channel_hint') },
            ),
          ]
        : []),
      input(
        'language',
        t(locale, 'digest.field.language'),
        select(ids.digest.language, languages, languages[locale === 'en' ? 1 : 0]),
      ),
      input(
        'sections',
        t(locale, 'digest.field.sections'),
        { type: 'multi_static_select', action_id: ids.digest.sections, options: sections },
        { optional: true, hint: t(locale, 'digest.field.sections_hint') },
      ),
      ...(list.mayForChannels
        ? [
            input(
              'approval',
              t(locale, 'digest.field.approval'),
              {
                type: 'checkboxes',
                action_id: ids.digest.approval,
                options: [option('approval', t(locale, 'digest.field.approval_option'))],
              },
              { optional: true },
            ),
          ]
        : []),
    ],
  }
}

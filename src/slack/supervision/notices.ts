import type { SlipNotice } from '../../domain/supervision/slip-notice.ts'
import { type Locale, localeOf } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { buttons, type Message, message, note, paragraph } from '../blocks.ts'
import { actButton, showButton, signButton, slipText } from './lines.ts'

/** A red slip in the leading group's channel, in the plan's language. */
export function publishedSlipMessage(notice: SlipNotice): Message {
  return slipMessage(localeOf(notice.language), notice, false)
}

/** A red slip to the people of its unit, with what they can do. */
export function redSlipMessage(locale: Locale, notice: SlipNotice): Message {
  return slipMessage(locale, notice, true)
}

function slipMessage(locale: Locale, notice: SlipNotice, own: boolean): Message {
  const { slip, unit, planId, planTitle, issuedOn, withdrawn } = notice
  const foot = note(t(locale, 'slip.plan_note', { plan: planTitle, day: t(locale, 'day.short', { day: issuedOn }) }))
  if (withdrawn) {
    const day = t(locale, 'day.short', { day: withdrawn.on })
    return message(t(locale, 'slip.published_withdrawn', { slip, unit }), [
      paragraph(slipText(locale, notice)),
      paragraph(t(locale, 'slip.withdrawn_note', { day, reason: withdrawn.reason })),
      foot,
    ])
  }
  const acts = own
    ? [actButton(locale, planId, notice), signButton(locale, planId, slip)]
    : [showButton(locale, planId, slip)]
  return message(t(locale, 'slip.published', { slip, unit }), [
    paragraph(slipText(locale, notice)),
    ...(own ? [paragraph(t(locale, 'slip.red_note'))] : []),
    buttons(...acts),
    foot,
  ])
}

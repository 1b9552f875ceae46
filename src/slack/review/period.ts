import { DomainError } from '../../domain/errors.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { closePeriod, type PeriodClosing, previewClosing, reopenPeriod } from '../../usecases/report/close-period.ts'
import { button, buttons, clip, confirm, type Message, message, note, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan, ofPlan } from '../plan-value.ts'
import type { ActionRequest, FormRequest, Request } from '../requests/request.ts'

const unitsShown = 60
/** Slack's dialog takes 300 characters; the names are in the message above it. */
const namesAsked = 120

/** `/progress close 2024H1`: names who has not filed, and asks. */
export async function closeByWords({ context, actor, locale, reply }: FormRequest, words: string): Promise<void> {
  if (words === '') throw new DomainError('period.missing')
  await reply(closingMessage(locale, await previewClosing(context, actor, words)))
}

/** The button under it: closes the period. */
export async function closeFromButton({ context, actor, locale, value, replace }: ActionRequest): Promise<void> {
  const { planId, value: key } = ofPlan(value)
  const closed = await closePeriod(context, { ...actor, planId }, key)
  const title = t(locale, 'period.closed', { period: nameOf(locale, closed.periodKey) })
  await replace(
    message(title, [
      ...missingBlocks(locale, closed),
      note(t(locale, 'period.closed_note', { key: closed.periodKey })),
    ]),
  )
}

/** `/progress reopen 2024H1 原因`: opens a period again. */
export async function reopenPeriodByWords(request: Request, key: string, why: string): Promise<void> {
  const { context, actor, locale, reply } = request
  const { periodKey, reason } = await reopenPeriod(context, actor, key, why)
  const title = t(locale, 'period.reopened', { period: nameOf(locale, periodKey) })
  await reply(message(title, [note(t(locale, 'period.reopened_note', { reason }))]))
}

/** What closing would leave out, and the button that closes after a question. */
export function closingMessage(locale: Locale, closing: PeriodClosing): Message {
  const { planId, periodKey, missing, waiting } = closing
  const period = nameOf(locale, periodKey)
  const count = missing.reduce((sum, { tasks }) => sum + tasks.length, 0)
  const units = clip(missing.map(({ unit }) => unit).join(t(locale, 'list.separator')), namesAsked)
  const yes = t(locale, 'period.close')
  const question = t(locale, 'period.close_confirm', { period, count, units })
  return message(t(locale, 'period.closing', { period, count }), [
    ...missingBlocks(locale, closing),
    ...(waiting > 0 ? [note(t(locale, 'review.waits', { count: waiting }))] : []),
    buttons(
      button(ids.review.closePeriod, yes, inPlan(planId, periodKey), {
        style: 'danger',
        confirm: confirm(yes, question, yes, t(locale, 'button.no')),
      }),
    ),
  ])
}

function missingBlocks(locale: Locale, { missing }: PeriodClosing) {
  const shown = missing.slice(0, unitsShown)
  const rest = missing.length - shown.length
  const separator = t(locale, 'list.separator')
  return [
    ...paragraphs(
      shown.map(({ unit, tasks }) =>
        t(locale, 'period.missing', { unit: clip(unit, 40), tasks: clip(tasks.join(separator), 120) }),
      ),
    ),
    ...(rest > 0 ? [note(t(locale, 'period.missing_more', { count: rest }))] : []),
  ]
}

const nameOf = (locale: Locale, key: string) => t(locale, 'period.name', { key })

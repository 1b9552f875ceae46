import { DomainError } from '../../domain/errors.ts'
import { leadingPeriod, parseNamedReport } from '../../domain/review-words.ts'
import { acceptReports } from '../../usecases/report/accept-reports.ts'
import { findDecidable } from '../../usecases/report/find-decidable.ts'
import { listReview } from '../../usecases/report/list-review.ts'
import { returnReport, type SendingBack } from '../../usecases/report/return-report.ts'
import { ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, FormRequest } from '../requests/request.ts'
import { acceptedMessage, returnedMessage, reviewMessage } from './messages.ts'
import { reopenPeriodByWords } from './period.ts'
import { reasonModal } from './views.ts'

/** `/progress review`: what waits for the office. */
export async function showReview({ context, actor, locale, reply }: FormRequest, words: string): Promise<void> {
  await reply(reviewMessage(locale, await listReview(context, actor), Number(/^\d{1,3}$/.exec(words)?.[0] ?? 1)))
}

/** `/progress accept 6`: accepts what waits of a task. */
export async function acceptByWords({ context, actor, locale, reply }: FormRequest, words: string): Promise<void> {
  const { taskNo, periodKey, rest } = parseNamedReport(words)
  if (rest !== '') throw new DomainError('report.accept_words', { given: rest.slice(0, 40) })
  await reply(acceptedMessage(locale, await acceptReports(context, actor, { taskNo, periodKey })))
}

/** `/progress return 6 市商务局 原因`: returns a report; without a reason, by its form. */
export async function returnByWords(request: FormRequest, words: string): Promise<void> {
  await sendBackByWords(request, 'return', words)
}

/** `/progress reopen`: a report (6 市商务局 原因) or a period (2024H1 原因). */
export async function reopenByWords(request: FormRequest, words: string): Promise<void> {
  const period = leadingPeriod(words)
  if (period) return reopenPeriodByWords(request, period.periodKey, period.rest)
  await sendBackByWords(request, 'reopen', words)
}

async function sendBackByWords(request: FormRequest, event: SendingBack, words: string): Promise<void> {
  const { context, actor, locale, client, triggerId, channel, reply } = request
  const found = await findDecidable(context, actor, event, parseNamedReport(words))
  if (found.reason !== '') {
    return reply(returnedMessage(locale, event, await returnReport(context, actor, event, found.id, found.reason)))
  }
  await client.views.open({ trigger_id: triggerId, view: reasonModal(locale, event, found, channel) })
}

/** The button that opens the form of a return. */
export async function openReturn(request: ActionRequest): Promise<void> {
  const { context, actor, locale, client, triggerId, channel } = request
  const { planId, value } = ofPlan(request.value)
  const found = await findDecidable(context, { ...actor, planId }, 'return', { id: wholeNumber(value) })
  await client.views.open({ trigger_id: triggerId, view: reasonModal(locale, 'return', found, channel) })
}

/** 采纳 and 全部采纳: accepts exactly the versions that were shown. */
export async function acceptFromButton({ context, actor, locale, value, reply }: ActionRequest): Promise<void> {
  const { planId, value: named } = ofPlan(value)
  const ids = named.split('.').map(wholeNumber)
  await reply(acceptedMessage(locale, await acceptReports(context, { ...actor, planId }, { ids })))
}

/** Another page of what waits, in its place. */
export async function turnReview({ context, actor, locale, value, replace }: ActionRequest): Promise<void> {
  const { planId, value: page } = ofPlan(value)
  await replace(reviewMessage(locale, await listReview(context, { ...actor, planId }), wholeNumber(page)))
}

/** The button in a message about what waits: shows it. */
export async function openReview({ context, actor, locale, value, reply }: ActionRequest): Promise<void> {
  const { planId } = ofPlan(value)
  await reply(reviewMessage(locale, await listReview(context, { ...actor, planId }), 1))
}

import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import { parseSlipLabel, slipLabel } from '../../domain/supervision/slip.ts'
import { listOverdue } from '../../usecases/supervision/list-overdue.ts'
import { listSlips } from '../../usecases/supervision/list-slips.ts'
import { openSlip } from '../../usecases/supervision/open-slip.ts'
import { showSlip } from '../../usecases/supervision/show-slip.ts'
import type { FormRequest } from '../requests/request.ts'
import type { Verb } from '../verbs.ts'
import { overdueMessage, slipsMessage } from './messages.ts'
import { slipPageMessages } from './slip-page.ts'
import { sign, withdraw } from './submit.ts'
import { type SlipMetadata, slipModal } from './views.ts'

/** The verbs of `/todo` that supervision has. */
export const supervisionVerbs: readonly Verb[] = [
  { names: ['overdue', 'late', '逾期', '超期'], handle: overdue },
  { names: ['slips', '督办'], handle: slips },
  { names: ['slip', '督办单'], handle: slip },
  { names: ['sign', '签收'], handle: (request, words) => act(request, words, 'sign') },
  { names: ['withdraw', '撤回'], handle: (request, words) => act(request, words, 'withdraw') },
]

async function overdue({ context, actor, locale, reply }: FormRequest, words: string): Promise<void> {
  const page = pageIn(words)
  await reply(overdueMessage(locale, await listOverdue(context, actor), page))
}

async function slips({ context, actor, locale, reply }: FormRequest, words: string): Promise<void> {
  const page = pageIn(words)
  await reply(slipsMessage(locale, await listSlips(context, actor), page))
}

/** Do the words after `/todo` name a slip to be shown, "show 2024-031" or its number alone? Actions have plain numbers. */
export function namesSlip(words: string): boolean {
  return shownSlip.test(foldFullWidth(words))
}

/** Shows the slip that {@link namesSlip} found. */
export async function showSlipByWords(request: FormRequest, words: string): Promise<void> {
  await slip(request, words.replace(/^\s*(?:show|查看)\s*/i, ''))
}

const shownSlip = /^\s*(?:(?:show|查看)\s*)?第?\s*20\d\d\s*[-—–/年]\s*第?\s*\d{1,6}\s*号?\s*$/i

async function slip({ context, actor, locale, reply }: FormRequest, words: string): Promise<void> {
  const page = await showSlip(context, actor, parseSlipLabel(words))
  for (const part of slipPageMessages(locale, page)) await reply(part)
}

/** With a line or a reason it is done; without one its form opens. */
async function act(request: FormRequest, words: string, form: 'sign' | 'withdraw'): Promise<void> {
  const { context, actor, locale, client, triggerId, channel } = request
  const { rest, ...number } = parseSlipLabel(words)
  if (rest !== '') return (form === 'sign' ? sign : withdraw)(request, number, rest)
  const label = slipLabel(number)
  const seen = await openSlip(context, actor, label, form)
  const metadata: SlipMetadata = { channel, planId: seen.planId, slip: label, form }
  await client.views.open({ trigger_id: triggerId, view: slipModal(locale, seen, metadata) })
}

function pageIn(words: string): number {
  const typed = foldFullWidth(words).trim()
  if (typed === '') return 1
  const page = /^第?\s*(\d{1,4})\s*页?$/.exec(typed)?.[1]
  if (page === undefined) throw new DomainError('action.words_unknown', { given: words.slice(0, 40) })
  return Math.max(1, Number(page))
}

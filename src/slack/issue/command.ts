import type { MessageShortcut } from '@slack/bolt'
import { parseConsultationWords } from '../../domain/consultation/consultation-words.ts'
import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import { ISSUE_LIMITS } from '../../domain/issue.ts'
import { parseIssueWords } from '../../domain/issue-words.ts'
import { t } from '../../i18n/translate.ts'
import type { Actor } from '../../usecases/context.ts'
import { requireIssueAtMeeting, withdrawIssue } from '../../usecases/issue/change-issue.ts'
import { issueChoices, listIssues, showIssue } from '../../usecases/issue/list-issues.ts'
import { raiseIssue } from '../../usecases/issue/raise-issue.ts'
import { message, paragraph } from '../blocks.ts'
import { consultationByWords } from '../consultation/command.ts'
import { tellWaiting } from '../milestone/command.ts'
import { ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, CommandRequest, Request, ShortcutRequest } from '../requests/request.ts'
import { sendLedger } from './ledger.ts'
import { readableText } from './message-text.ts'
import { issueListMessage, issueMessages, raisedMessage, similarMessage } from './messages.ts'
import { type IssuePrefill, issueModal } from './views.ts'

/** Slack's limit of a button's value, which carries the words of an issue that resembles others. */
const wordsAtMost = 2000

/** `/issue`: the form, an issue in one line, the list, one issue or what is done to it, the ledgers, or help. */
export async function issueCommand(request: CommandRequest): Promise<void> {
  const { context, actor, locale, words, reply, channel } = request
  const shown = /^(?:show|查看)?\s*#?(\d{1,6})$/i.exec(foldFullWidth(words))
  if (/^(help|帮助|\?)$/i.test(words)) return reply(message('/issue', [paragraph(t(locale, 'issue.help'))]))
  if (/^(list|列表|清单)$/i.test(words)) {
    const { planId, issues } = await listIssues(context, actor)
    await reply(issueListMessage(locale, planId, issues))
    return tellWaiting(request)
  }
  if (/^(ledgers?|台账|导出台账)$/i.test(words)) return sendLedger(request)
  if (shown) return showOne(request, Number(shown[1]))
  if (/^(show|查看)$/i.test(words)) throw new DomainError('issue.number_missing')
  const named = /^(withdraw|撤销|撤回|require|必议|列为必议)\s*#?(\d{1,6})?$/i.exec(foldFullWidth(words))
  if (named) return changeByWords(request, named[1] ?? '', named[2])
  const consultation = parseConsultationWords(words)
  if (consultation) return consultationByWords(request, consultation)
  if (words === '') return openForm(request, request.triggerId, channel, {}, null)
  await raiseByWords(request, words, false)
}

/** “Raise anyway” under similar issues, for one typed in words. */
export async function raiseAnyway(request: ActionRequest): Promise<void> {
  const { body, actor, replace } = request
  // One message of similar issues is answered once, however often its button is clicked.
  const key = 'message_ts' in body.container ? `similar:${body.container.message_ts}` : actor.requestKey
  await raiseByWords({ ...request, actor: { ...actor, requestKey: key }, reply: replace }, request.value, true)
}

/** “Raise an issue” under a receipt or a call for topics: the form, with the task filled in where the button names one. */
export async function raiseForTask(request: ActionRequest): Promise<void> {
  const { actor, no } = namedIn(request)
  await openForm({ ...request, actor }, request.triggerId, request.channel, { taskNo: no || null }, null)
}

/** The message shortcut 转为问题: the form filled from the message, its first line the title. */
export async function raiseFromMessage(request: ShortcutRequest): Promise<void> {
  const { channel, message: source } = request.body as Partial<MessageShortcut>
  if (!channel || !source) throw new DomainError('request.unreadable')
  const { client } = request
  const [text, link] = await Promise.all([
    readableText(client, source),
    client.chat.getPermalink({ channel: channel.id, message_ts: source.ts }).then(
      (answer) => answer.permalink ?? null,
      () => null,
    ),
  ])
  const title = (text.split('\n')[0] ?? '').trim()
  const whole = title === text && title.length <= ISSUE_LIMITS.title
  await openForm(request, request.triggerId, channel.id, { title, details: whole ? '' : text }, link)
}

/** The button that shows one issue. */
export async function showFromButton(request: ActionRequest): Promise<void> {
  const { actor, no } = namedIn(request)
  await showOne({ ...request, actor }, no)
}

/** The button that withdraws one. */
export async function withdrawFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { actor, no } = namedIn(request)
  await reply(message(t(locale, 'issue.withdrawn', await withdrawIssue(context, actor, no))))
}

/** A leader's button 列为必议. */
export async function requireFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { actor, no } = namedIn(request)
  await reply(message(t(locale, 'issue.required', await requireIssueAtMeeting(context, actor, no))))
}

/** The number of a button, in its plan; those of messages from before buttons named one are of the person's current plan. */
function namedIn({ actor, value }: ActionRequest): { actor: Actor; no: number } {
  if (!value.includes('/')) return { actor, no: wholeNumber(value) }
  const { planId, value: no } = ofPlan(value)
  return { actor: { ...actor, planId }, no: wholeNumber(no) }
}

async function raiseByWords(request: Request, words: string, similarSeen: boolean): Promise<void> {
  const { context, actor, locale, reply } = request
  const input = { ...parseIssueWords(words), sourceLink: null, similarSeen: similarSeen || words.length > wordsAtMost }
  const raised = await raiseIssue(context, actor, input)
  await reply(raised.kind === 'raised' ? raisedMessage(locale, raised) : similarMessage(locale, raised, words))
}

async function changeByWords(request: Request, verb: string, no: string | undefined): Promise<void> {
  if (no === undefined) throw new DomainError('issue.number_missing')
  const { context, actor, locale, reply } = request
  const withdraws = /^(?:withdraw|撤)/i.test(verb)
  const change = withdraws ? withdrawIssue : requireIssueAtMeeting
  const issue = await change(context, actor, wholeNumber(no))
  await reply(message(t(locale, withdraws ? 'issue.withdrawn' : 'issue.required', issue)))
}

async function showOne(request: Request, no: number): Promise<void> {
  const { context, actor, locale, reply } = request
  for (const part of issueMessages(locale, await showIssue(context, actor, no))) await reply(part)
}

/** The form of a new issue with what it starts with; `sourceLink` of the message it is made from. */
export async function openForm(
  request: Request,
  triggerId: string,
  channel: string | null,
  start: IssuePrefill,
  sourceLink: string | null,
): Promise<void> {
  const { context, actor, locale, client } = request
  const choices = await issueChoices(context, actor)
  const { planId } = choices
  const { milestoneNo = null } = start
  const view = issueModal(locale, choices, start, { planId, channel, sourceLink, similarSeen: false, milestoneNo })
  await client.views.open({ trigger_id: triggerId, view })
}

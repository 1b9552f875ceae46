import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import { parseReportWords } from '../../domain/report-words.ts'
import { unchangedTask } from '../../domain/review-words.ts'
import { t } from '../../i18n/translate.ts'
import { fileReport } from '../../usecases/report/file-report.ts'
import { listOwedReports } from '../../usecases/report/list-owed-reports.ts'
import { withdrawReport } from '../../usecases/report/withdraw-report.ts'
import { message, paragraph } from '../blocks.ts'
import { enterpriseVerbs } from '../enterprise/command.ts'
import { plainText } from '../issue/message-text.ts'
import { milestoneByWords, roadmapByWords } from '../milestone/command.ts'
import { namesOf } from '../names.ts'
import { ofPlan } from '../plan-value.ts'
import { policyByWords } from '../policy/command.ts'
import { sendReport } from '../report/command.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, CommandRequest, FormRequest } from '../requests/request.ts'
import { acceptByWords, reopenByWords, returnByWords, showReview } from '../review/command.ts'
import { closeByWords } from '../review/period.ts'
import { pauseVerbs } from '../supervision/pause-command.ts'
import { findVerb, type Verb } from '../verbs.ts'
import { showBoard } from './board.ts'
import { offered } from './choice.ts'
import { openForm } from './form.ts'
import { showHistory } from './history.ts'
import { colleaguesIn, receiptMessage } from './messages.ts'
import { filedMessage, owedMessage } from './owed-message.ts'
import { showUnchanged } from './unchanged.ts'

/** The verbs of `/progress`; other words are a report. None of them begins as a report can: a test holds that. */
export const progressVerbs: readonly Verb[] = [
  { names: ['help', '帮助', '?'], handle: help },
  { names: ['list', '列表', '清单'], handle: list },
  { names: ['unchanged', 'no change', '无变化', '没有变化', '其余无变化'], handle: unchanged },
  { names: ['status', 'board', '情况', '报送情况', '看板'], handle: showBoard },
  { names: ['history', '历史', '报送历史'], handle: showHistory },
  { names: ['review', '审核', '待审核'], handle: showReview },
  { names: ['accept', '采纳'], handle: acceptByWords },
  { names: ['return', '退回'], handle: returnByWords },
  { names: ['reopen', '重开', '重新打开'], handle: reopenByWords },
  { names: ['close', '关闭'], handle: closeByWords },
  { names: ['report', '报告', '半年报'], handle: sendReport },
  ...pauseVerbs,
  { names: ['roadmap', '路线图', '时间表'], handle: roadmapByWords },
  { names: ['milestone', 'milestones', '节点'], handle: milestoneByWords },
  { names: ['policy', 'policies', '政策', '配套政策'], handle: policyByWords },
]

/** The help of each part of `/progress`. */
const helpParts = ['progress.help', 'milestone.help', 'policy.help', 'enterprise.help', 'pause.help'] as const

/** `/progress`: the form, a report in one line, or one of its verbs. */
export async function progressCommand(typed: CommandRequest): Promise<void> {
  const enterprise = findVerb(enterpriseVerbs, typed.words)
  if (enterprise) return enterprise.handle(typed, enterprise.rest)
  // Only a contact of an enterprise is named by Slack's link; everything else is read as it was typed.
  const request = { ...typed, words: plainText(typed.words) }
  const { words, channel } = request
  const verb = findVerb(progressVerbs, words)
  if (verb) return verb.handle(request, verb.rest)
  if (words === '') return openForm(request, { channel }, (owed) => offered(owed)[0])
  const bare = bareTask.exec(foldFullWidth(words))
  if (bare) return openTask(request, Number(bare[1]))
  const same = unchangedTask(words)
  if (same !== null) return showUnchanged(request, same)
  await fileByWords(request)
}

/** A task's number alone opens its form; one that is not the person's is refused as a report on it would be. */
async function openTask(request: CommandRequest, taskNo: number): Promise<void> {
  const { context, actor, channel } = request
  const owed = offered(await listOwedReports(context, actor))
  if (!owed.some((report) => report.taskNo === taskNo)) return fileByWords(request)
  await openForm(request, { channel }, (found) => offered(found).find((report) => report.taskNo === taskNo))
}

const bareTask = /^(?:任务|task\s?|#)?\s?(\d{1,4})$/i

async function fileByWords(request: CommandRequest): Promise<void> {
  const { context, actor, locale, words, reply, channel, client } = request
  const input = parseReportWords(words)
  try {
    const receipt = await fileReport(context, actor, { ...input, unitId: null })
    await reply(receiptMessage(locale, receipt, await namesOf(client, colleaguesIn(receipt))))
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'report.which_unit') throw error
    const { status, percent, summary } = input
    const start = {
      status,
      percent: percent === null ? '' : String(percent),
      summary,
      practice: '',
      links: '',
      files: [],
    }
    const metadata = { channel, periodKey: input.periodKey }
    await openForm(request, metadata, (owed) => offered(owed).find(({ taskNo }) => taskNo === input.taskNo), start)
  }
}

async function help({ locale, reply }: FormRequest): Promise<void> {
  await reply(
    message(
      '/progress',
      helpParts.map((part) => paragraph(t(locale, part))),
    ),
  )
}

async function list({ context, actor, locale, reply }: FormRequest): Promise<void> {
  await reply(owedMessage(locale, await listOwedReports(context, actor)))
}

async function unchanged(request: FormRequest, words: string): Promise<void> {
  const task = words === '' ? null : unchangedTask(`${words} 无变化`)
  if (words !== '' && task === null) throw new DomainError('report.unchanged_words', { given: words.slice(0, 40) })
  await showUnchanged(request, task)
}

/** The button that shows what is filed. */
export async function showFiled({ context, actor, locale, value, reply }: ActionRequest): Promise<void> {
  const { planId } = ofPlan(value)
  await reply(filedMessage(locale, await listOwedReports(context, { ...actor, planId })))
}

/** Undo on a receipt. */
export async function withdraw(request: ActionRequest): Promise<void> {
  const { context, actor, locale, reply } = request
  const { planId, value } = ofPlan(request.value)
  const { version } = await withdrawReport(context, { ...actor, planId }, wholeNumber(value))
  await reply(message(t(locale, 'receipt.withdrawn', { version })))
}

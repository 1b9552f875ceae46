import { DomainError } from '../../domain/errors.ts'
import { parseReportWords } from '../../domain/report-words.ts'
import { t } from '../../i18n/translate.ts'
import { fileReport } from '../../usecases/report/file-report.ts'
import { listOwedReports, type OwedReport } from '../../usecases/report/list-owed-reports.ts'
import { withdrawReport } from '../../usecases/report/withdraw-report.ts'
import { message, paragraph } from '../blocks.ts'
import { enterpriseVerbs } from '../enterprise/command.ts'
import { plainText } from '../issue/message-text.ts'
import type { ActionRequest, CommandRequest, FormRequest } from '../listen.ts'
import { milestoneByWords, roadmapByWords } from '../milestone/command.ts'
import { policyByWords } from '../policy/command.ts'
import { pauseVerbs } from '../supervision/pause-command.ts'
import { findVerb, type Verb } from '../verbs.ts'
import { owedMessage, receiptMessage } from './messages.ts'
import { choiceValue, type Prefill, type ProgressMetadata, progressModal, typedSoFar } from './views.ts'

/** The verbs of `/progress`; other words are a report. */
const verbs: readonly Verb[] = [
  { names: ['help', '帮助', '?'], handle: help },
  { names: ['list', '列表', '清单'], handle: list },
  ...pauseVerbs,
  { names: ['roadmap', '路线图', '时间表'], handle: roadmapByWords },
  { names: ['milestone', 'milestones', '节点'], handle: milestoneByWords },
  { names: ['policy', 'policies', '政策', '配套政策'], handle: policyByWords },
]

/** The help of each part of `/progress`. */
const helpParts = ['progress.help', 'milestone.help', 'policy.help', 'enterprise.help', 'pause.help'] as const

/** `/progress`: the form, a report in one line, the list, or help. */
export async function progressCommand(typed: CommandRequest): Promise<void> {
  const enterprise = findVerb(enterpriseVerbs, typed.words)
  if (enterprise) return enterprise.handle(typed, enterprise.rest)
  // Only a contact of an enterprise is named by Slack's link; everything else is read as it was typed.
  const request = { ...typed, words: plainText(typed.words) }
  const { context, actor, locale, words, reply, channel } = request
  const verb = findVerb(verbs, words)
  if (verb) return verb.handle(request, verb.rest)
  if (words === '') return openForm(request, { channel }, () => true, null)
  const input = parseReportWords(words)
  try {
    await reply(receiptMessage(locale, await fileReport(context, actor, { ...input, unitId: null })))
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'report.which_unit') throw error
    await openForm(request, { channel, periodKey: input.periodKey }, (report) => report.taskNo === input.taskNo, input)
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

/** The button of an owed report, or of all of them, in App Home. */
export async function openOwed(request: ActionRequest): Promise<void> {
  const { channel, value } = request
  await openForm(request, { channel }, (report) => value === 'all' || choiceValue(report) === value, null)
}

async function openForm(
  request: CommandRequest | ActionRequest,
  metadata: ProgressMetadata,
  choose: (report: OwedReport) => boolean,
  typed: Prefill | null,
): Promise<void> {
  const { context, actor, locale, client, triggerId, reply } = request
  const owed = await listOwedReports(context, actor)
  const chosen = owed.reports.find(choose)
  if (!chosen) return reply(message(t(locale, 'progress.nothing')))
  await client.views.open({
    trigger_id: triggerId,
    view: progressModal(locale, owed, chosen, metadata, typed),
  })
}

/**
 * Another task or unit was chosen in the form: its own last report fills the fields, but what the person has typed by then
 * stays.
 */
export async function chooseTask(request: ActionRequest): Promise<void> {
  const { context, actor, locale, client, body, value } = request
  const view = body.view
  if (!view) return
  const owed = await listOwedReports(context, actor)
  const chosen = owed.reports.find((report) => choiceValue(report) === value)
  if (!chosen) throw new DomainError('report.unknown')
  await client.views.update({
    view_id: view.id,
    hash: view.hash,
    view: progressModal(locale, owed, chosen, JSON.parse(view.private_metadata), typedSoFar(view, owed)),
  })
}

/** Undo on a receipt. */
export async function withdraw(request: ActionRequest): Promise<void> {
  const { context, actor, locale, value, reply } = request
  const { version } = await withdrawReport(context, actor, Number(value))
  await reply(message(t(locale, 'receipt.withdrawn', { version })))
}

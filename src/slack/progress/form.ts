import type { ViewOutput } from '@slack/bolt'
import { DomainError } from '../../domain/errors.ts'
import type { ReportDraft } from '../../domain/report-draft.ts'
import { describeError, t } from '../../i18n/translate.ts'
import { listOwedReports, type OwedReport, type OwedReports } from '../../usecases/report/list-owed-reports.ts'
import { showParticipants } from '../../usecases/report/list-participants.ts'
import { type SavedDraft, saveDraft } from '../../usecases/report/save-draft.ts'
import { message } from '../blocks.ts'
import { namesOf } from '../names.ts'
import { readMetadata } from '../requests/handed-back.ts'
import type { ActionRequest, FormRequest, Request } from '../requests/request.ts'
import { choiceValue, findChosen, offered, parseChoice, parseOpenValue } from './choice.ts'
import { dayTime } from './days.ts'
import { contentOf, fieldsOf, isTyped, startContent } from './form-content.ts'
import { type FormNotice, type ProgressMetadata, progressModal } from './views.ts'

/** Opens the form for the report that `choose` finds; `start`: what was typed already. */
export async function openForm(
  request: FormRequest,
  metadata: ProgressMetadata,
  choose: (owed: OwedReports) => OwedReport | undefined,
  start: ReportDraft | null = null,
): Promise<void> {
  const { context, actor, locale, client, triggerId, reply } = request
  const owed = await listOwedReports(context, actor)
  const chosen = choose(owed)
  if (!chosen) return reply(message(t(locale, 'progress.nothing')))
  await client.views.open({ trigger_id: triggerId, view: await formView(request, { owed, chosen, metadata, start }) })
}

/** The button of an owed report, or of all of them, in a message or in App Home. */
export async function openOwed(request: ActionRequest): Promise<void> {
  const { planId, choice } = parseOpenValue(request.value)
  const home = request.body.view?.type === 'home'
  const actor = { ...request.actor, ...(planId === undefined ? {} : { planId }) }
  const metadata = { channel: request.channel, home }
  await openForm({ ...request, actor }, metadata, (owed) => (choice ? findChosen(owed, choice) : offered(owed)[0]))
}

/** Another task was chosen in the form: what was typed for the one before stays as its draft. */
export async function chooseTask(request: ActionRequest): Promise<void> {
  const form = await readForm(request)
  if (!form) return
  const { owed, before, content, metadata, actor } = form
  const chosen = findChosen(owed, parseChoice(request.value))
  if (!chosen) throw new DomainError('report.unknown')
  const left = before && before !== chosen && isTyped(content, startContent(before)) ? before : null
  const notice = left ? await leaveDraft({ ...request, actor }, form, left) : []
  // Where the other task has no text of its own, what was typed is not taken from under the person's eyes.
  const start = left && !chosen.draft && !chosen.filed && !chosen.last ? content : null
  const { draftVersion: _draft, filedVersion: _filed, ...kept } = metadata
  await update(request, form.view, { owed, chosen, metadata: kept, notice, start })
}

/** 保存草稿: keeps what the form holds, for all liaisons of the unit; the form stays open as it is. */
export async function saveFromForm(request: ActionRequest): Promise<void> {
  const form = await readForm(request)
  if (!form?.before) return
  const { owed, before, content, metadata, actor } = form
  const kept = await keep({ ...request, actor }, form, before)
  const draft = 'saved' in kept ? kept.saved : kept.other
  const notice =
    'saved' in kept
      ? [t(request.locale, 'progress.draft_saved', { at: dayTime(request.locale, draft.savedAt, owed.zone) })]
      : await otherDraft(request, owed, draft)
  const chosen = { ...before, draft }
  await update(request, form.view, {
    owed,
    chosen,
    metadata: { ...metadata, draftVersion: draft.version },
    notice,
    start: content,
  })
}

type OpenForm = {
  view: ViewOutput
  metadata: ProgressMetadata
  actor: Request['actor']
  owed: OwedReports
  /** The report whose fields are shown. */
  before: OwedReport | undefined
  content: ReportDraft
}

async function readForm(request: ActionRequest): Promise<OpenForm | null> {
  const { context, body } = request
  const { view } = body
  if (!view) return null
  const metadata = readMetadata(view.private_metadata) as ProgressMetadata
  const actor = { ...request.actor, ...(metadata.planId ? { planId: metadata.planId } : {}) }
  const owed = await listOwedReports(context, actor)
  const { key, fields } = fieldsOf(view)
  const before = offered(owed).find((report) => choiceValue(report) === key)
  return { view, metadata, actor, owed, before, content: contentOf(fields, before ? startContent(before).files : []) }
}

async function keep(request: Request, { content, metadata }: OpenForm, report: OwedReport): Promise<SavedDraft> {
  const { taskNo, unitId } = report
  const place = { taskNo, unitId, periodKey: metadata.periodKey ?? report.periodKey }
  return saveDraft(request.context, request.actor, { ...place, content, seen: metadata.draftVersion ?? 0 })
}

/** What is said of a draft that was left behind; a text that could not be kept is shown. */
async function leaveDraft(request: Request, form: OpenForm, left: OwedReport): Promise<FormNotice> {
  const { locale } = request
  const no = left.taskNo
  const lost = (why: string) => [t(locale, 'progress.draft_lost', { no, why }), ...contentLines(request, form.content)]
  try {
    const kept = await keep(request, form, left)
    if ('saved' in kept) return [t(locale, 'progress.draft_left', { no })]
    const { who, at } = await saverOf(request, form.owed, kept.other)
    return lost(t(locale, 'progress.draft_by_other', { who, at }))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return lost(describeError(locale, error))
  }
}

async function otherDraft(
  request: Request,
  owed: OwedReports,
  draft: NonNullable<OwedReport['draft']>,
): Promise<string[]> {
  const saver = await saverOf(request, owed, draft)
  return [t(request.locale, 'progress.draft_other', saver), ...contentLines(request, draft.content)]
}

async function saverOf({ locale, client }: Request, { zone }: OwedReports, draft: NonNullable<OwedReport['draft']>) {
  const names = await namesOf(client, [draft.savedBy])
  const who = names[draft.savedBy] ?? t(locale, 'progress.someone')
  return { who, at: dayTime(locale, draft.savedAt, zone) }
}

function contentLines({ locale }: Request, { status, percent, summary, practice, links }: ReportDraft): string[] {
  const words = status ? t(locale, `status.${status}`) : t(locale, 'progress.status_open')
  return t(locale, 'progress.draft_content', { status: words, percent, summary, practice, links }).split('\n')
}

type Shown = Omit<Parameters<typeof progressModal>[1], 'participants' | 'savedBy'>

async function formView(request: Request, form: Shown) {
  const { context, actor, locale, client } = request
  const { chosen, owed, metadata } = form
  const place = { taskNo: chosen.taskNo, unitId: chosen.unitId, periodKey: metadata.periodKey ?? chosen.periodKey }
  const inPlan = { ...actor, planId: owed.planId, requestKey: null }
  const participants = chosen.role === 'lead' ? await showParticipants(context, inPlan, place) : []
  const names = chosen.draft ? await namesOf(client, [chosen.draft.savedBy]) : {}
  return progressModal(locale, { ...form, participants, savedBy: names[chosen.draft?.savedBy ?? ''] })
}

async function update(request: Request, view: ViewOutput, form: Shown): Promise<void> {
  const { client } = request
  await client.views.update({ view_id: view.id, hash: view.hash, view: await formView(request, form) })
}

import { interpretPlan } from '../../documents/plan-file/interpret-plan.ts'
import { largestPlanFile, readPlanFile } from '../../documents/plan-file/read-plan-file.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError, t } from '../../i18n/translate.ts'
import { draftPlan, type ImportAs, importDraft, listImportable } from '../../usecases/plan/draft-plan.ts'
import { ids } from '../ids.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, CommandRequest, FieldErrors, Fields, SubmitRequest } from '../requests/request.ts'
import { downloadFile } from './download-file.ts'
import { importModal, parseTarget } from './import-views.ts'
import { importedMessage } from './messages.ts'
import { previewModal } from './preview.ts'

/** What the form asks to import. */
export type ImportInput = { fileId: string | null; text: string; asNewVersionOf: ImportAs }

/** Opens the import form, for those who may. */
export async function openImport(request: CommandRequest | ActionRequest): Promise<void> {
  const { context, actor, locale, client, triggerId, channel } = request
  const plans = await listImportable(context, actor)
  const view = importModal(locale, plans, { channel }, { text: '', asNewVersionOf: 'same_title' })
  await client.views.open({ trigger_id: triggerId, view })
}

/** Checks that the form holds one file or one text. */
export function checkImport(fields: Fields, locale: Locale): { errors: FieldErrors } | { input: ImportInput } {
  const fileId = fields[ids.plan.file]?.files?.[0]?.id ?? null
  const text = fields[ids.plan.text]?.value ?? ''
  const given = text.trim() !== ''
  if (fileId && given) return { errors: { [ids.plan.text]: t(locale, 'error.import.both') } }
  if (!fileId && !given) return { errors: { [ids.plan.text]: t(locale, 'error.import.nothing') } }
  return { input: { fileId, text, asNewVersionOf: parseTarget(fields[ids.plan.target]?.selected_option?.value) } }
}

/** Reads the plan and shows its preview in the form's place; when that fails, the form again with the reason. */
export async function submitImport(request: SubmitRequest, input: ImportInput): Promise<void> {
  const { context, actor, locale, client, body, metadata } = request
  const plans = await listImportable(context, actor)
  const show = (view: ReturnType<typeof importModal>) => client.views.update({ view_id: body.view.id, view })
  const showProblem = (problem: string) => show(importModal(locale, plans, metadata, input, problem))
  try {
    const read = await readInput(request, input)
    const preview = await draftPlan(context, actor, read.data, { asNewVersionOf: input.asNewVersionOf })
    await show(previewModal(locale, read, preview, metadata))
  } catch (error) {
    const known = error instanceof DomainError
    await showProblem(known ? describeError(locale, error) : t(locale, 'error.unexpected'))
    if (!known) throw error
  }
}

/** Imports what the preview showed, and says so. */
export async function confirmImport(request: SubmitRequest, draftId: number): Promise<void> {
  const { context, actor, locale, reply } = request
  await reply(importedMessage(locale, await importDraft(context, actor, draftId)))
}

/** The draft that a preview belongs to. */
export function draftOf(_: Fields, __: Locale, metadata: Record<string, unknown>): { input: number } {
  return { input: wholeNumber(metadata.draftId) }
}

async function readInput({ client }: SubmitRequest, { fileId, text }: ImportInput) {
  if (fileId === null) return interpretPlan('', text)
  const { name, bytes } = await downloadFile(client, fileId, largestPlanFile)
  return interpretPlan(name, await readPlanFile(name, bytes))
}

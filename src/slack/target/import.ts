import { largestTableFile, readTableFile, readTableText } from '../../documents/measurement-table/read-table.ts'
import { DomainError } from '../../domain/errors.ts'
import { type MeasurementRowWords, readMeasurementRows } from '../../domain/measurement-table.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError, t } from '../../i18n/translate.ts'
import type { Actor } from '../../usecases/context.ts'
import { beginImport, importMeasurements, previewImport } from '../../usecases/target/import-measurements.ts'
import type { PlannedImport } from '../../usecases/target/settle-import.ts'
import { message } from '../blocks.ts'
import { ids } from '../ids.ts'
import { downloadFile } from '../plan/download-file.ts'
import { AnswerError } from '../reply.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { FieldErrors, Fields, FormRequest, SubmitRequest } from '../requests/request.ts'
import { type ImportProblem, importedModal, importPreviewModal, targetImportModal } from './import-views.ts'

/** A table as it was given: a file of Slack's, or pasted. */
type Given = { fileId: string | null; text: string }

/** Opens the form of an import, for those who may. */
export async function openTargetImport(request: FormRequest): Promise<void> {
  const { context, actor, locale, client, triggerId, channel } = request
  const { planId } = await beginImport(context, actor)
  await client.views.open({ trigger_id: triggerId, view: targetImportModal(locale, { channel, planId }, '') })
}

/** Checks that the form holds one file or one text. */
export function checkTargetImport(fields: Fields, locale: Locale): { errors: FieldErrors } | { input: Given } {
  const fileId = fields[ids.target.file]?.files?.[0]?.id ?? null
  const text = fields[ids.target.text]?.value ?? ''
  const isGiven = text.trim() !== ''
  if (fileId && isGiven) return { errors: { [ids.target.text]: t(locale, 'target_import.both') } }
  if (!fileId && !isGiven) return { errors: { [ids.target.text]: t(locale, 'target_import.nothing') } }
  return { input: { fileId, text } }
}

/** The table that a preview was of: its file, or the pasted text as it stands in the preview now. */
export function previewedImport(
  fields: Fields,
  locale: Locale,
  metadata: Record<string, unknown>,
): { errors: FieldErrors } | { input: Given } {
  const fileId = typeof metadata.fileId === 'string' ? metadata.fileId : null
  const text = fields[ids.target.text]?.value ?? ''
  if (!fileId && text.trim() === '') return { errors: { [ids.target.text]: t(locale, 'target_import.nothing') } }
  return { input: { fileId, text } }
}

/** Reads the table and shows what it would do in the form's place; where it cannot, the form again with every problem. */
export async function submitTargetImport(request: SubmitRequest, given: Given): Promise<void> {
  await attempt(request, given, async (table) => showPlanned(request, given, table))
}

/** Stores what the preview showed; where that would be another thing by now, shows that instead. */
export async function confirmTargetImport(request: SubmitRequest, given: Given): Promise<void> {
  const { context, locale, client, body, reply, metadata } = request
  await attempt(request, given, async (table) => {
    try {
      const imported = await importMeasurements(context, actorOf(request), table.rows, String(metadata.print))
      // Whoever closed the form meanwhile gets the receipt all the same: the values are stored.
      await client.views.update({ view_id: body.view.id, view: importedModal(locale, imported) }).catch(() => undefined)
      await reply(message(t(locale, 'target_import.done', imported)))
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'target_import.changed') throw error
      await showPlanned(request, given, table, true)
    }
  })
}

type Table = { rows: MeasurementRowWords[]; file: string | null }

async function attempt(request: SubmitRequest, given: Given, work: (table: Table) => Promise<void>): Promise<void> {
  const { locale } = request
  try {
    await work(await readTable(request, given))
  } catch (error) {
    if (error instanceof AnswerError || (error instanceof DomainError && error.code === 'request.repeated')) throw error
    const known = error instanceof DomainError
    await showProblem(request, given, { text: known ? describeError(locale, error) : t(locale, 'error.unexpected') })
    if (!known) throw error
  }
}

async function showPlanned(request: SubmitRequest, given: Given, table: Table, again = false): Promise<void> {
  const { context, locale, client, body, metadata } = request
  const planned = await previewImport(context, actorOf(request), table.rows)
  const problem = problemOf(locale, planned)
  if (problem) return showProblem(request, given, problem)
  const { channel } = metadata
  const seen = { text: given.text, file: table.file }
  const view = importPreviewModal(locale, { channel, fileId: given.fileId }, planned, seen, again)
  await client.views.update({ view_id: body.view.id, view })
}

function problemOf(locale: Locale, { problems, changes, unchanged }: PlannedImport): ImportProblem | null {
  if (problems.length > 0) {
    return { text: t(locale, 'target_import.problems', { count: problems.length }), rows: problems }
  }
  return changes.length === 0 ? { text: t(locale, 'target_import.all_unchanged', { count: unchanged }) } : null
}

async function showProblem({ locale, client, body, metadata }: SubmitRequest, given: Given, problem: ImportProblem) {
  const { channel, planId } = metadata
  const view = targetImportModal(locale, { channel, planId }, given.text, problem)
  await client.views.update({ view_id: body.view.id, view })
}

async function readTable({ client }: SubmitRequest, { fileId, text }: Given): Promise<Table> {
  if (fileId === null) return { rows: readMeasurementRows(readTableText(text)), file: null }
  const { name, bytes } = await downloadFile(client, fileId, largestTableFile).catch(inOwnWords)
  return { rows: readMeasurementRows(await readTableFile(name, bytes)), file: name }
}

/** The refusals of a download speak of a plan's document; these of a table. */
function inOwnWords(error: unknown): never {
  if (!(error instanceof DomainError)) throw error
  if (error.code === 'file.too_large') throw new DomainError('target_import.too_large', { most: 1 })
  if (error.code === 'file.elsewhere') throw new DomainError('target_import.elsewhere')
  throw error
}

function actorOf({ actor, metadata }: SubmitRequest): Actor {
  return { ...actor, planId: wholeNumber(metadata.planId) }
}

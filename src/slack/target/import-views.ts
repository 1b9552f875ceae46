import type { KnownBlock, ModalView } from '@slack/types'
import type { ImportChange, RowProblem } from '../../domain/target-import.ts'
import { amount } from '../../i18n/amounts.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError, t } from '../../i18n/translate.ts'
import type { ImportedMeasurements } from '../../usecases/target/import-measurements.ts'
import type { PlannedImport } from '../../usecases/target/settle-import.ts'
import { clip, input, note, paragraph, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { fitLines } from '../plan/fit-lines.ts'

/** Slack's limit of a pasted text. */
const textAtMost = 3000
/** Of the 100 blocks of a modal, those for lines. */
const roomForLines = { blocks: 80, characters: 60_000 }

/** What is wrong with a table: one thing, or something with rows of it. */
export type ImportProblem = { text: string; rows?: readonly RowProblem[] }

/** The form of an import: a file or a pasted table. `problem` stands first, and nothing was stored then. */
export function targetImportModal(
  locale: Locale,
  metadata: Record<string, unknown>,
  text: string,
  problem: ImportProblem | null = null,
): ModalView {
  return {
    type: 'modal',
    callback_id: ids.target.importModal,
    title: { type: 'plain_text', text: t(locale, 'target_import.title') },
    submit: { type: 'plain_text', text: t(locale, 'target_import.preview') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks: [
      ...(problem ? problemBlocks(locale, problem) : []),
      paragraph(t(locale, 'target_import.intro')),
      input(
        'file',
        t(locale, 'target_import.file'),
        { type: 'file_input', action_id: ids.target.file, filetypes: ['xlsx', 'csv', 'txt', 'tsv'], max_files: 1 },
        { optional: true },
      ),
      textInput(locale, text),
    ],
  }
}

/** What the modal shows while the table is read. */
export function readingTableModal(locale: Locale): ModalView {
  return plainModal(locale, [paragraph(t(locale, 'target_import.reading'))])
}

/** What was stored. */
export function importedModal(locale: Locale, imported: ImportedMeasurements): ModalView {
  return plainModal(locale, [strong(t(locale, 'target_import.done', imported))])
}

/** What an import would do, to be confirmed. A pasted table stays to be changed; `again`: it was confirmed too late. */
export function importPreviewModal(
  locale: Locale,
  metadata: Record<string, unknown>,
  planned: PlannedImport,
  given: { text: string; file: string | null },
  again = false,
): ModalView {
  const { changes, unchanged } = planned
  const corrected = changes.filter(({ old }) => old !== null)
  const added = changes.filter(({ old }) => old === null)
  const counts = { added: added.length, corrected: corrected.length, unchanged }
  // Corrections first: they change what people have seen.
  const lines = [...corrected, ...added].map((change) => changeLine(locale, change))
  const { blocks, left } = fitLines(lines, roomForLines)
  return {
    type: 'modal',
    callback_id: ids.target.confirmModal,
    title: { type: 'plain_text', text: t(locale, 'target_import.preview_title') },
    submit: { type: 'plain_text', text: t(locale, 'target_import.confirm') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify({ ...metadata, print: planned.print, planId: planned.planId }),
    blocks: [
      ...(again ? [strong(t(locale, 'error.target_import.changed'))] : []),
      strong(t(locale, 'target_import.counts', counts)),
      ...(given.file === null ? [] : [note(t(locale, 'target_import.from_file', { name: given.file }))]),
      ...blocks,
      ...(left > 0 ? [note(t(locale, 'target_import.more', { count: left }))] : []),
      ...(given.file === null ? [textInput(locale, given.text, t(locale, 'target_import.text_again'))] : []),
    ],
  }
}

function changeLine(locale: Locale, change: ImportChange): string {
  const { row, metric, asOf, value, old, measure, unit, source } = change
  const said = { row, metric, day: asOf, unit, source, amount: amount(locale, value, measure) }
  if (old === null) return t(locale, 'target_import.new_row', said)
  return t(locale, 'target_import.corrected_row', { ...said, old: amount(locale, old, measure) })
}

function problemBlocks(locale: Locale, { text, rows = [] }: ImportProblem): KnownBlock[] {
  const { blocks, left } = fitLines(
    rows.map(({ row, error }) => t(locale, 'target_import.row', { row, problem: withoutOpening(locale, error) })),
    roomForLines,
  )
  return [
    strong(text),
    ...blocks,
    ...(left > 0 ? [note(t(locale, 'target_import.more_problems', { count: left }))] : []),
    note(t(locale, 'target_import.again')),
  ]
}

/** The list says once that nothing was saved. */
function withoutOpening(locale: Locale, error: RowProblem['error']): string {
  return describeError(locale, error).replace(/^(?:没有保存：|Not saved: )/, '')
}

function textInput(locale: Locale, text: string, label = t(locale, 'target_import.text')): KnownBlock {
  return input(
    'text',
    label,
    {
      type: 'plain_text_input',
      action_id: ids.target.text,
      multiline: true,
      max_length: textAtMost,
      ...(text ? { initial_value: clip(text, textAtMost) } : {}),
    },
    { optional: true, hint: t(locale, 'target_import.text_hint') },
  )
}

function plainModal(locale: Locale, blocks: KnownBlock[]): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: t(locale, 'target_import.title') },
    close: { type: 'plain_text', text: t(locale, 'button.close') },
    blocks,
  }
}

import type { targetImport as chinese } from '../zh-cn/target-import.ts'
import { fullDay } from './dates.ts'

const origin = (p: { unit: string | null; source: string }) =>
  `${p.unit ?? 'the office'}${p.source === '' ? '' : ` (${p.source})`}`

const values = (count: number) => `${count} ${count === 1 ? 'value' : 'values'}`

/** Many values of targets at once */
export const targetImport: typeof chinese = {
  'target_import.title': 'Import values',
  'target_import.preview': 'Preview',
  'target_import.preview_title': 'Confirm the import',
  'target_import.confirm': 'Save all',
  'target_import.intro':
    'Upload an .xlsx or .csv (up to 1 MB and 2,000 rows; the first sheet is read), or paste a table. It needs the columns metric, date, value; it may have task, unit (the unit responsible), source, measure, in any order. You see a preview first; all is saved or, where a row is wrong, nothing.',
  'target_import.file': 'File',
  'target_import.text': 'Or paste a table',
  'target_import.text_again': 'The pasted table (shown again when you change it)',
  'target_import.text_hint':
    'Column names in the first line; cells parted by tabs, commas or semicolons, as copied from a spreadsheet. Up to 3,000 characters; upload a file for more.',
  'target_import.reading': 'Reading the table, one moment please.',
  'target_import.both': 'Please give a file or a pasted table, not both.',
  'target_import.nothing': 'Please upload a file or paste a table.',
  'target_import.counts': (p) => `${values(p.added)} new, ${p.corrected} corrected, ${p.unchanged} unchanged`,
  'target_import.from_file': (p) => `File: ${p.name}`,
  'target_import.new_row': (p) => `Row ${p.row}, new: ${p.metric} ${fullDay(p.day)} ${p.amount} · ${origin(p)}`,
  'target_import.corrected_row': (p) =>
    `Row ${p.row}, correction: ${p.metric} ${fullDay(p.day)} ${p.old} → ${p.amount} · ${origin(p)}`,
  'target_import.more': (p) => `${p.count} more rows are not shown; they are saved with the others.`,
  'target_import.row': (p) => `Row ${p.row}: ${p.problem}`,
  'target_import.problems': (p) =>
    `Not saved: ${p.count} ${p.count === 1 ? 'row is' : 'rows are'} wrong. Please correct and preview again.`,
  'target_import.more_problems': (p) => `${p.count} more wrong rows are not shown.`,
  'target_import.again': 'Nothing was saved. Please correct it and submit again; a file has to be chosen again.',
  'target_import.all_unchanged': (p) => `Nothing to save: ${values(p.count)}, all as they already are.`,
  'target_import.done': (p) =>
    `Imported: ${p.targets} ${p.targets === 1 ? 'target' : 'targets'}, ${values(p.added)} new, ${p.corrected} corrected, ${p.unchanged} unchanged`,
  'error.target_import.nothing_to_record':
    'Not opened: there is no target you may record. Your units are responsible for none of their tasks; type /target to see all.',
  'error.target_import.too_large': (p) =>
    `Not saved: the file is over ${p.most} MB. Keep the data only, without pictures and other sheets, or import in parts.`,
  'error.target_import.too_large_inside': (p) =>
    `Not saved: “${p.name}” is too large once unpacked. Copy the data into a new spreadsheet.`,
  'error.target_import.elsewhere': 'Not saved: this file is not on Slack. Please upload the .xlsx or .csv itself.',
  'error.target_import.old_excel': (p) =>
    `Not saved: “${p.name}” is an old .xls, or encrypted. Save it as .xlsx or .csv without a password.`,
  'error.target_import.not_table': (p) =>
    `Not saved: “${p.name}” is no table. Upload an .xlsx or .csv, or paste a table.`,
  'error.target_import.broken': (p) =>
    `Not saved: ${p.name ? `“${p.name}”` : 'what was pasted'} is no sound table. Save it anew in a spreadsheet program, and check that quotes come in pairs.`,
  'error.target_import.empty': 'Not saved: the table is empty. Give column names and data.',
  'error.target_import.no_rows': 'Not saved: there are no rows below the column names.',
  'error.target_import.no_head': (p) =>
    `Not saved: no column names within the first 10 rows; missing: ${p.columns}. Put a row of names above the data: metric, date, value, and if you like task, unit, source.`,
  'error.target_import.column_twice': (p) => `Not saved: there are two columns “${p.column}”; please keep one.`,
  'error.target_import.too_many_rows': (p) =>
    `Not saved: the table has over ${p.most} rows, or is too wide. Import in parts, and delete empty rows and columns.`,
  'error.target_import.twice': (p) =>
    `Not saved: the same as row ${p.other}; there is one row for a metric, day (${fullDay(p.day)}) and source.`,
  'error.target_import.extra_cells':
    'Not saved: this row has more cells than there are column names. Drop the comma in a number (1,000), or quote it.',
  'error.target_import.no_day': 'Not saved: there is no date. Write 2024-06-30 or 2024-06, for example.',
  'error.target_import.no_metric': 'Not saved: there is no metric. Give its name, or the number of its task.',
  'error.target_import.no_target': (p) => `Not saved: no target is called “${p.given}”. Type /target to see them all.`,
  'error.target_import.several_targets': (p) =>
    `Not saved: “${p.given}” may mean ${p.targets}. Write the whole name, or add the task’s number.`,
  'error.target_import.unit_of_other_task': (p) =>
    `Not saved: ${p.unit} is not responsible for task ${p.task}. Give another unit, or none.`,
  'error.target_import.changed':
    'Not saved: values or the table have changed since the preview. This is the preview as of now; please confirm again.',
}

import type { planDocument as chinese } from '../zh-cn/plan-document.ts'

const valueReasons: Record<string, (detail: string | number) => string> = {
  wrong_type: (detail) => `it should be of type ${detail}`,
  too_big: (detail) => `it is over the limit of ${detail}`,
  too_small: (detail) => `it is under the minimum of ${detail}`,
  unknown_key: (detail) => `it has an unknown field ${detail}`,
  not_one_of: (detail) => `it must be one of ${detail}`,
  not_a_day: () => 'it should be a date such as 2025-12-31',
  not_a_zone: () => 'it should be a time zone such as Asia/Shanghai',
  not_exact: () => 'the value is too large, or has more than 6 decimals',
  repeated_name: (detail) => `the name “${detail}” is used twice`,
  repeated_number: (detail) => `the task number ${detail} is used twice`,
  unknown_unit: (detail) => `the unit “${detail}” is not listed under units`,
  no_lead: (detail) => `task ${detail} has no lead unit`,
  no_tasks: () => 'there are no tasks',
  too_many_tasks: (detail) => `there are more than ${detail} tasks`,
  unknown_task: (detail) => `there is no task ${detail}`,
}

/** Reading a plan's document: why a file is refused, and what the reader was not sure of. */
export const planDocument: typeof chinese = {
  'doubt.line': (p) => `line ${p.line}: ${p.text}`,
  'doubt.title_missing': (p) => `no title was found; “${p.title}” is used`,
  'doubt.title_cut': (p) => `title and text share a line; the task's title is taken as “${p.title}”`,
  'doubt.number_skipped': (p) => `the numbering jumps to ${p.number}; ${p.expected} was expected`,
  'doubt.number_repeated': (p) => `the number ${p.number} is repeated; ${p.expected} was expected`,
  'doubt.task_renumbered': (p) => `number ${p.number} in “${p.section}” was used before; it is counted as task ${p.no}`,
  'doubt.task_no_units': (p) => `task ${p.no} “${p.title}” names no responsible unit`,
  'doubt.section_units_applied': (p) => `“${p.title}” names no unit; those of “${p.section}” are taken`,
  'doubt.section_like_safeguards': (p) => `“${p.title}” looks like supporting measures; its items are taken as tasks`,
  'doubt.section_untitled': (p) => `section ${p.position} has no title`,
  'doubt.statements_several': (p) => `“${p.title}” names its units in ${p.count} places; they are taken together`,
  'doubt.leads_several': (p) => `task ${p.no} “${p.title}” has ${p.count} lead units`,
  'doubt.units_open_ended': (p) => `the units of “${p.title}” end in 等 (“and others”); those not named are left out`,
  'doubt.units_generic': (p) => `“${p.name}” of “${p.title}” is no single unit and is left out`,
  'doubt.units_collective': (p) => `“${p.name}” of “${p.title}” stands for several; it is taken as one unit`,
  'doubt.unit_odd': (p) => `“${p.name}” of “${p.title}” does not look like a unit's name`,
  'doubt.units_unlabelled': (p) => `the brackets after “${p.title}” do not say 责任单位; they are read as units`,
  'doubt.units_merged': (p) => `“${p.alias}” and “${p.name}” are taken as one unit, “${p.name}”`,
  'doubt.units_similar': (p) => `“${p.name}” and “${p.other}” may be one unit; they are not merged`,
  'doubt.bracket_unclosed': (p) => `the brackets with the units of “${p.title}” are not closed`,
  'doubt.table_ignored': (p) => `a table of ${p.rows} rows was not read`,
  'doubt.tasks_from_table': (p) => `the tasks come from a table of ${p.rows} rows`,
  'doubt.target_unclear': (p) => `${p.value}${p.unit} in “${p.text}” may be a target; it is left out`,
  'doubt.target_range': (p) => `“${p.metric}” is given as ${p.from} to ${p.to}; ${p.from} is taken`,
  'doubt.target_deadline_carried': (p) => `“${p.metric}” has no deadline; ${p.by} from the text before is taken`,
  'doubt.target_too_precise': (p) => `${p.value}${p.unit} in “${p.text}” has too many digits; it is left out`,
  'error.plan.empty': 'Not imported: there is no text. Please give the text of an implementation plan.',
  'error.plan.not_a_plan':
    'Not imported: no numbered headings (一、 (一) 1.) were found. Please check that this is the full text of a plan.',
  'error.plan.no_units':
    'Not imported: no responsible units were found. Tasks should be followed by (责任单位:…) or “…牵头”.',
  'error.plan.too_large':
    'Not imported: it is over the limits (500 tasks, 300 units, 200 targets). Please import it as several plans.',
  'error.plan.file_too_large': (p) =>
    `Not imported: ${p.name} is over ${p.megabytes} MB. Please give the plan's text alone, without pictures.`,
  'error.plan.file_old_word': (p) =>
    `Not imported: ${p.name} is an old Word file (.doc). Please save it as .docx or .txt.`,
  'error.plan.file_pdf': (p) => `Not imported: ${p.name} is a PDF. Please copy its text to a .txt, or give a .docx.`,
  'error.plan.file_rtf': (p) => `Not imported: ${p.name} is an RTF file. Please save it as .docx or .txt.`,
  'error.plan.file_not_text': (p) =>
    `Not imported: ${p.name} is not a text file. Please give .txt, .md, .docx or an exported .yaml.`,
  'error.plan.file_not_docx': (p) => `Not imported: ${p.name} is an archive, but not a Word document (.docx).`,
  'error.plan.docx_broken': (p) => `Not imported: ${p.name} is damaged. Please save it again with Word and retry.`,
  'error.plan.docx_entities': (p) =>
    `Not imported: the inside of ${p.name} is not safe to read. Please save it again with Word and retry.`,
  'error.plan.file_missing': (p) => `The file ${p.name} was not found, or may not be read.`,
  'error.plan.yaml_broken': (p) => `Not imported: line ${p.line} is not valid YAML.`,
  'error.plan.yaml_too_large': (p) => `Not imported: the YAML is over ${p.megabytes} MB.`,
  'error.plan.yaml_invalid': (p) =>
    `Not imported: ${p.path || 'the file'} is wrong: ${valueReasons[String(p.reason)]?.(p.detail ?? '') ?? 'it does not fit'}.`,
  'error.plan.data_invalid': (p) =>
    `Not imported: what was read is over a limit at ${p.path || 'the whole'}; please check the document.`,
}

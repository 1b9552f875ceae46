import type { planDocument as zh } from '../zh-cn/plan-document.ts'

const reasons: Record<string, (detail: string | number | undefined) => string> = {
  wrong_type: (detail) => `has the wrong type, it should be ${detail}`,
  too_big: (detail) => `is too long or too many, at most ${detail}`,
  too_small: (detail) => `must not be empty, at least ${detail}`,
  unknown_key: (detail) => `has keys that are not known: ${detail}`,
  not_one_of: (detail) => `must be one of: ${detail}`,
  not_a_day: () => 'must be a date such as 2025-12-31',
  not_a_zone: () => 'must be a time zone such as Asia/Shanghai',
  not_exact: () => 'may have at most 15 significant digits, 6 of them decimals',
  repeated_name: (detail) => `names the unit “${detail}” twice`,
  repeated_number: (detail) => `repeats task number ${detail}`,
  unknown_unit: (detail) => `names the unit “${detail}”, which is not listed in units`,
  no_lead: (detail) => `gives task ${detail} no lead (role: lead)`,
  no_tasks: () => 'holds no task',
  too_many_tasks: (detail) => `holds too many tasks, at most ${detail}`,
  unknown_task: (detail) => `refers to task ${detail}, which does not exist`,
}

/** Doubts and errors in reading a plan's document. */
export const planDocument: typeof zh = {
  'doubt.title_missing': (p) => `No title found; the first line “${p.title}” is used, please check`,
  'doubt.title_cut': (p) => `The title is too long or missing; it was cut to “${p.title}”, please check`,
  'doubt.number_skipped': (p) => `Numbers are skipped: ${p.expected} was expected, the text has ${p.number}`,
  'doubt.number_repeated': (p) =>
    `A number is repeated or goes back: ${p.expected} was expected, the text has ${p.number}`,
  'doubt.task_renumbered': (p) =>
    `Task numbers repeat in the text: item ${p.number} of “${p.section}” became task ${p.no} (was ${p.number})`,
  'doubt.task_no_units': (p) => `Task ${p.no} “${p.title}” names no responsible unit`,
  'doubt.section_units_applied': (p) => `“${p.title}” names no units of its own; those of “${p.section}” were applied`,
  'doubt.section_like_safeguards': (p) =>
    `“${p.title}” is usually no group of tasks, but it names responsible units, so it was taken as one; please check`,
  'doubt.section_untitled': (p) => `Section ${p.position} has no title; the plan's title is used`,
  'doubt.statements_several': (p) => `“${p.title}” states responsibility in ${p.count} places; they were joined`,
  'doubt.leads_several': (p) => `Task ${p.no} “${p.title}” has ${p.count} leads`,
  'doubt.units_open_ended': (p) => `The units of “${p.title}” end in 等 (and others); units not named were left out`,
  'doubt.units_generic': (p) => `“${p.name}” in “${p.title}” names no particular unit and was left out`,
  'doubt.units_collective': (p) => `“${p.name}” in “${p.title}” stands for many units; it is kept as one`,
  'doubt.unit_odd': (p) => `“${p.name}” in “${p.title}” does not look like the name of a unit, please check`,
  'doubt.units_unlabelled': (p) => `The brackets at the end of “${p.title}” have no label; they were read as its units`,
  'doubt.units_merged': (p) => `“${p.alias}” and “${p.name}” were merged as one unit, “${p.name}”`,
  'doubt.units_similar': (p) => `“${p.name}” and “${p.other}” look alike: one unit or two? They were not merged`,
  'doubt.bracket_unclosed': (p) =>
    `The bracket with the units of “${p.title}” is never closed; read to the end of its sentence`,
  'doubt.table_ignored': (p) => `The table here (${p.rows} rows) was not read as tasks`,
  'doubt.box_ignored': (p) => `“${p.title}” is a box beside the text; no tasks or targets were read from it`,
  'doubt.tasks_from_table': (p) => `The tasks were read from the table here (${p.rows} rows), please check`,
  'doubt.target_unclear': (p) =>
    `${p.value}${p.unit} in “${p.text}” may be a target, but has no deadline or no name; it was left out`,
  'doubt.target_range': (p) =>
    `The target “${p.metric}” is a range, ${p.from}–${p.to}; its lower end ${p.from} is used`,
  'doubt.target_deadline_carried': (p) =>
    `The target “${p.metric}” has no deadline of its own; ${p.by} from before it is used`,
  'doubt.target_no_deadline': (p) => `The target “${p.metric}” states no deadline`,
  'doubt.target_too_precise': (p) => `The number in “${p.text}” has more than 15 significant digits; it was left out`,
  'doubt.doubts_more': (p) => `${p.count} more doubts are not listed`,

  'error.plan.empty': 'The file holds no text. Choose the plan as .docx, .txt or .md, or paste its text.',
  'error.plan.not_a_plan':
    'Nothing was saved: no numbered headings such as 一、, (一) or 1. were found, so this does not look like a plan. Give the text of the plan itself.',
  'error.plan.no_units':
    'Nothing was saved: headings were found, but no responsible units such as (责任单位:市商务局). Name the units after each task and import again.',
  'error.plan.too_large': (p) => {
    const found = p.characters
      ? `${p.characters} characters`
      : p.headings
        ? `${p.headings} headings`
        : p.targets
          ? `${p.targets} targets`
          : `${p.tasks} tasks and ${p.units} units`
    return `Nothing was saved: ${found} were read, more than a plan may have (2 million characters, 5000 headings, 500 tasks, 300 units, 200 targets). Check that the file is one plan.`
  },
  'error.plan.file_missing': (p) => `There is no file ${p.name}. Check the path; a folder cannot be imported.`,
  'error.plan.file_too_large': (p) =>
    `Nothing was read: ${p.name} is over ${p.megabytes} MB. Take out pictures and attachments, or paste the text alone.`,
  'error.plan.file_old_word': (p) =>
    `Nothing was read: ${p.name} is an old or encrypted Word file. Save it as .docx or plain text in Word or WPS.`,
  'error.plan.file_pdf': (p) =>
    `Nothing was read: ${p.name} is a PDF. Save it as .docx or plain text, or copy and paste its text.`,
  'error.plan.file_rtf': (p) => `Nothing was read: ${p.name} is RTF. Save it as .docx or plain text.`,
  'error.plan.file_not_text': (p) => `Nothing was read: ${p.name} is not a text file. Give a .docx, .txt or .md file.`,
  'error.plan.file_not_docx': (p) =>
    `Nothing was read: ${p.name} is an archive, but no Word document. Give the .docx, .txt or .md file in it.`,
  'error.plan.docx_broken': (p) =>
    `Nothing was read: ${p.name} is damaged or incomplete. Open it in Word or WPS, save it as .docx and try again.`,
  'error.plan.docx_entities': (p) =>
    `Nothing was read: ${p.name} defines XML entities, which are not allowed. Save it as .docx in Word or WPS and try again.`,
  'error.plan.docx_too_long': (p) =>
    `Nothing was read: ${p.name} is too long (over some 200 pages). Take out attachments, or paste the text alone.`,
  'error.plan.yaml_broken': (p) => `Nothing was saved: line ${p.line} is not valid YAML. Correct it and import again.`,
  'error.plan.yaml_too_large': (p) => `Nothing was saved: the YAML is over ${p.megabytes} MB.`,
  'error.plan.yaml_invalid': (p) =>
    `Nothing was saved: ${p.path || 'the file'} ${reasons[String(p.reason)]?.(p.detail) ?? 'is wrong'}. Correct it and import again.`,
}

/** Who answers for a task: where a document names no lead, the first unit listed leads. */
export type UnitRole = 'lead' | 'participant'

/** A unit's part in a task. `name` is the plan's one name of that unit, aliases already resolved. */
export type ParsedTaskUnit = { name: string; role: UnitRole }

/** A task; `no` is unique in the plan, `title` one line without final punctuation, `text` the rest without its responsibility. */
type ParsedTask = { no: number; title: string; text: string; units: ParsedTaskUnit[] }

/** A group of tasks; `no` as the document numbers it, without brackets (一, 二, …). */
type ParsedSection = { no: string; title: string; tasks: ParsedTask[] }

/** A unit of the plan with the other ways the document writes it. */
export type ParsedUnit = { name: string; aliases: string[] }

/**
 * A numeric target. `value` counts `unit` as written (1000 and 亿元); `flow` adds up inside each year, `level` is a
 * value to reach. `by` is an ISO day, the last on which the target may be met.
 */
export type ParsedTarget = {
  metric: string
  value: number
  unit: string
  kind: 'flow' | 'level'
  per: 'year' | null
  by: string | null
  taskNo: number | null
}

/** Everything the parser may be unsure of; the catalogue holds one text for each (`doubt.<code>`). */
export const doubtCodes = [
  'title_missing',
  'title_cut',
  'number_skipped',
  'number_repeated',
  'task_renumbered',
  'task_no_units',
  'section_units_applied',
  'section_like_safeguards',
  'section_untitled',
  'statements_several',
  'leads_several',
  'units_open_ended',
  'units_generic',
  'units_collective',
  'unit_odd',
  'units_unlabelled',
  'units_merged',
  'units_similar',
  'bracket_unclosed',
  'table_ignored',
  'box_ignored',
  'tasks_from_table',
  'target_unclear',
  'target_range',
  'target_deadline_carried',
  'target_no_deadline',
  'target_too_precise',
  'doubts_more',
] as const

type DoubtCode = (typeof doubtCodes)[number]

/** Something the parser was not sure of, at a 1-based line of the text. `params` fill the message of its code. */
export type Doubt = { line: number; code: DoubtCode; params: Readonly<Record<string, string | number>> }

/** What an official document says, as data. */
export type ParsedPlan = {
  title: string
  documentNo: string | null
  /** ISO day */
  issuedOn: string | null
  sections: ParsedSection[]
  units: ParsedUnit[]
  targets: ParsedTarget[]
  doubts: Doubt[]
}

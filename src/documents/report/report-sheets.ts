import type { MilestoneFacts, PolicyFacts } from '../../domain/compilation/records.ts'
import type { ReportEntry, ValueEntry } from '../../domain/compilation/report-ledger.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { dayCell, numberCell, textCell } from '../ledger/cells.ts'
import type { LedgerColumn } from '../ledger/ledger-column.ts'

/** Names of people by their ids; who is missing stands with the id. */
export type Names = Readonly<Record<string, string>>

/** A milestone or a policy: both stand in one sheet. */
export type StepEntry = ({ kind: 'milestone' } & MilestoneFacts) | ({ kind: 'policy' } & PolicyFacts)

/** The columns of tasks × units: every version and what is not reported. */
export function reportColumns(locale: Locale, names: Names): LedgerColumn<ReportEntry>[] {
  const mark = (yes: boolean) => textCell(t(locale, yes ? 'ledger.yes' : 'ledger.no_mark'))
  return [
    { head: 'report_ledger.task_no', width: 7, cell: ({ taskNo }) => numberCell(taskNo) },
    { head: 'report_ledger.task', width: 30, cell: ({ taskTitle }) => textCell(taskTitle) },
    { head: 'report_ledger.section', width: 20, cell: ({ sectionTitle }) => textCell(sectionTitle) },
    { head: 'report_ledger.unit', width: 20, cell: ({ unit }) => textCell(unit) },
    {
      head: 'report_ledger.role',
      width: 9,
      cell: ({ role }) => textCell(role ? t(locale, `role.${role}`) : t(locale, 'report_ledger.role_gone')),
    },
    { head: 'report_ledger.version', width: 7, cell: ({ version }) => numberCell(version) },
    {
      head: 'report_ledger.state',
      width: 11,
      cell: ({ state }) => textCell(t(locale, `report_ledger.report_state.${state}`)),
    },
    { head: 'report_ledger.counts', width: 10, cell: ({ counts }) => mark(counts) },
    {
      head: 'report_ledger.status',
      width: 9,
      cell: ({ status }) => textCell(status ? t(locale, `compilation.status.${status}`) : ''),
    },
    { head: 'report_ledger.percent', width: 10, cell: ({ percent }) => numberCell(percent) },
    { head: 'report_ledger.summary', width: 60, cell: ({ summary }) => textCell(summary) },
    { head: 'report_ledger.practice', width: 30, cell: ({ practice }) => textCell(practice) },
    { head: 'report_ledger.evidence', width: 30, cell: ({ evidence }) => textCell(evidence) },
    {
      head: 'report_ledger.late',
      width: 7,
      cell: ({ version, late }) => (version === null ? textCell('') : mark(late)),
    },
    { head: 'report_ledger.reported_on', width: 12, cell: ({ reportedOn }) => dayCell(reportedOn) },
    {
      head: 'report_ledger.decided_by',
      width: 12,
      cell: ({ decidedBy }) => textCell(decidedBy === null ? '' : (names[decidedBy] ?? decidedBy)),
    },
    { head: 'report_ledger.decided_on', width: 12, cell: ({ decidedOn }) => dayCell(decidedOn) },
    { head: 'report_ledger.reason', width: 30, cell: ({ reason }) => textCell(reason) },
  ]
}

/** The columns of targets and all values recorded for them. */
export function valueColumns(locale: Locale): LedgerColumn<ValueEntry>[] {
  const number = (value: string | null) => numberCell(value === null ? null : Number(value))
  return [
    { head: 'report_ledger.metric', width: 30, cell: ({ metric }) => textCell(metric) },
    { head: 'report_ledger.task_no', width: 7, cell: ({ taskNo }) => numberCell(taskNo) },
    {
      head: 'report_ledger.kind',
      width: 8,
      cell: ({ kind }) => textCell(t(locale, `report_ledger.kind_${kind}`)),
    },
    { head: 'report_ledger.goal', width: 12, cell: ({ goal }) => number(goal) },
    { head: 'report_ledger.measure_unit', width: 9, cell: ({ unit }) => textCell(unit) },
    {
      head: 'report_ledger.yearly',
      width: 7,
      cell: ({ per }) => textCell(t(locale, per === 'year' ? 'ledger.yes' : 'ledger.no_mark')),
    },
    { head: 'report_ledger.by', width: 12, cell: ({ by }) => dayCell(by) },
    { head: 'report_ledger.as_of', width: 12, cell: ({ asOf }) => dayCell(asOf) },
    { head: 'report_ledger.value', width: 14, cell: ({ value }) => number(value) },
    {
      head: 'report_ledger.superseded',
      width: 9,
      cell: ({ value, superseded }) =>
        textCell(value === null ? '' : t(locale, superseded ? 'ledger.yes' : 'ledger.no_mark')),
    },
    { head: 'report_ledger.source', width: 28, cell: ({ source }) => textCell(source) },
    { head: 'report_ledger.recorded_on', width: 12, cell: ({ recordedOn }) => dayCell(recordedOn) },
  ]
}

/** The columns of milestones and policies. */
export function stepColumns(locale: Locale): LedgerColumn<StepEntry>[] {
  return [
    { head: 'report_ledger.step_kind', width: 10, cell: ({ kind }) => textCell(t(locale, `report_ledger.${kind}`)) },
    {
      head: 'report_ledger.number',
      width: 22,
      cell: (step) => (step.kind === 'milestone' ? numberCell(step.no) : textCell(step.documentNo)),
    },
    { head: 'report_ledger.title', width: 44, cell: ({ title }) => textCell(title) },
    { head: 'report_ledger.task_no', width: 7, cell: ({ taskNo }) => numberCell(taskNo) },
    { head: 'report_ledger.unit', width: 22, cell: ({ unit }) => textCell(unit) },
    {
      head: 'report_ledger.day',
      width: 14,
      cell: (step) => dayCell(step.kind === 'milestone' ? step.dueOn : step.issuedOn),
    },
    {
      head: 'report_ledger.done_on',
      width: 12,
      cell: (step) => dayCell(step.kind === 'milestone' ? step.doneOn : null),
    },
    {
      head: 'report_ledger.link',
      width: 40,
      cell: (step) => textCell(step.kind === 'milestone' ? step.evidence : step.link),
    },
  ]
}

import { parseSeverity } from '../../domain/issue.ts'
import type { IssueEntry } from '../../domain/ledger/ledger-content.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { dayCell, numberCell, textCell } from './cells.ts'
import type { LedgerColumn } from './ledger-column.ts'

/** The columns of the ledger of issues (议题台账). */
export function issueColumns(locale: Locale): LedgerColumn<IssueEntry>[] {
  const outcome = (entry: IssueEntry['outcome']) => (entry === null ? null : t(locale, `document.outcome.${entry}`))
  return [
    { head: 'ledger.no', width: 7, cell: (issue) => numberCell(issue.no) },
    { head: 'ledger.title', width: 36, cell: (issue) => textCell(issue.title) },
    { head: 'ledger.task_no', width: 7, cell: (issue) => numberCell(issue.taskNo) },
    { head: 'ledger.task_title', width: 26, cell: (issue) => textCell(issue.taskTitle ?? '') },
    { head: 'ledger.raised_on', width: 12, cell: (issue) => dayCell(issue.raisedOn) },
    { head: 'ledger.raised_unit', width: 18, cell: (issue) => textCell(issue.raisedUnit ?? '') },
    { head: 'ledger.units', width: 28, cell: (issue) => textCell(issue.units.join(t(locale, 'ledger.separator'))) },
    { head: 'ledger.severity', width: 10, cell: (issue) => textCell(severityWord(locale, issue.severity)) },
    { head: 'ledger.state', width: 12, cell: (issue) => textCell(t(locale, `issue_state.${issue.state}`)) },
    { head: 'ledger.carried', width: 10, cell: (issue) => numberCell(issue.carried) },
    {
      head: 'ledger.mandatory',
      width: 9,
      cell: (issue) => textCell(t(locale, issue.mandatory ? 'ledger.yes' : 'ledger.no_mark')),
    },
    {
      head: 'ledger.meetings',
      width: 30,
      cell: (issue) =>
        textCell(
          issue.meetings
            .map(({ no, day, outcome: one }) => t(locale, 'ledger.meeting', { no, day, outcome: outcome(one) }))
            .join('\n'),
        ),
    },
    { head: 'ledger.outcome', width: 14, cell: (issue) => textCell(outcome(issue.outcome) ?? '') },
    { head: 'ledger.outcome_text', width: 50, cell: (issue) => textCell(issue.outcomeText) },
    { head: 'ledger.outcome_on', width: 12, cell: (issue) => dayCell(issue.outcomeOn) },
    { head: 'ledger.closed_on', width: 12, cell: (issue) => dayCell(issue.closedOn) },
  ]
}

function severityWord(locale: Locale, severity: number): string {
  return t(locale, `severity.${parseSeverity(String(severity))}`)
}

import type { ActionEntry } from '../../domain/ledger/ledger-content.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { dayCell, numberCell, textCell } from './cells.ts'
import type { LedgerColumn } from './ledger-column.ts'

/** The columns of the ledger of decisions and their actions (议定事项台账). */
export function actionColumns(locale: Locale): LedgerColumn<ActionEntry>[] {
  return [
    { head: 'ledger.no', width: 7, cell: (action) => numberCell(action.no) },
    { head: 'ledger.issue_no', width: 9, cell: (action) => numberCell(action.issueNo) },
    { head: 'ledger.title', width: 36, cell: (action) => textCell(action.issueTitle) },
    {
      head: 'ledger.meeting_no',
      width: 11,
      cell: (action) =>
        action.meetingNo === null ? textCell(t(locale, 'ledger.without_meeting')) : numberCell(action.meetingNo),
    },
    { head: 'ledger.decided_on', width: 12, cell: (action) => dayCell(action.decidedOn) },
    { head: 'ledger.decision', width: 50, cell: (action) => textCell(action.decision) },
    { head: 'ledger.action', width: 40, cell: (action) => textCell(action.text) },
    { head: 'ledger.owner', width: 18, cell: (action) => textCell(action.owner) },
    {
      head: 'ledger.co_units',
      width: 26,
      cell: (action) => textCell(action.coUnits.join(t(locale, 'ledger.separator'))),
    },
    { head: 'ledger.due_on', width: 12, cell: (action) => dayCell(action.dueOn) },
    { head: 'ledger.measure', width: 30, cell: (action) => textCell(action.measure) },
    { head: 'ledger.state', width: 12, cell: (action) => textCell(t(locale, `ledger.action_state.${action.state}`)) },
    {
      head: 'ledger.overdue',
      width: 9,
      cell: (action) => textCell(t(locale, action.overdue ? 'ledger.yes' : 'ledger.no_mark')),
    },
    { head: 'ledger.evidence', width: 40, cell: (action) => textCell(action.evidence) },
    { head: 'ledger.reported_on', width: 14, cell: (action) => dayCell(action.reportedOn) },
    { head: 'ledger.verified_on', width: 12, cell: (action) => dayCell(action.verifiedOn) },
  ]
}

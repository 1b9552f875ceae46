import type { LedgerContent } from '../../domain/ledger/ledger-content.ts'
import type { Locale } from '../../i18n/locale.ts'
import { actionColumns } from './action-sheet.ts'
import { issueColumns } from './issue-sheet.ts'
import { sheetOf, writeWorkbook } from './write-workbook.ts'

/**
 * The ledger as an .xlsx in a person's language: a sheet of issues (议题台账) and one of decisions and their actions
 * (议定事项台账), each with a frozen head that filters. What people typed is text, whatever it begins with. The same
 * content gives the same bytes.
 */
export async function buildLedger(locale: Locale, content: LedgerContent): Promise<Buffer> {
  return writeWorkbook(locale, [
    sheetOf(locale, 'ledger.issues', issueColumns(locale), content.issues),
    sheetOf(locale, 'ledger.actions', actionColumns(locale), content.actions),
  ])
}

import type { ReportLedger } from '../../domain/compilation/report-ledger.ts'
import type { Locale } from '../../i18n/locale.ts'
import { sheetOf, writeWorkbook } from '../ledger/write-workbook.ts'
import { type Names, reportColumns, type StepEntry, stepColumns, valueColumns } from './report-sheets.ts'

/**
 * The ledger of a period as an .xlsx: a sheet of reports (tasks × units, every version), one of targets with every value,
 * one of milestones and policies. `names` are of those who accepted or returned. The same content gives the same bytes.
 */
export async function buildReportLedger(locale: Locale, ledger: ReportLedger, names: Names): Promise<Buffer> {
  const steps: StepEntry[] = [
    ...ledger.milestones.map((milestone) => ({ kind: 'milestone' as const, ...milestone })),
    ...ledger.policies.map((policy) => ({ kind: 'policy' as const, ...policy })),
  ]
  return writeWorkbook(locale, [
    sheetOf(locale, 'report_ledger.reports', reportColumns(locale, names), ledger.reports),
    sheetOf(locale, 'report_ledger.values', valueColumns(locale), ledger.values),
    sheetOf(locale, 'report_ledger.steps', stepColumns(locale), steps),
  ])
}

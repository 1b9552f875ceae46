import { strToU8, zipSync } from 'fflate'
import type { LedgerContent } from '../../domain/ledger/ledger-content.ts'
import type { Locale } from '../../i18n/locale.ts'

/** Both ledgers as a workbook. */
export async function buildLedger(_locale: Locale, content: LedgerContent): Promise<Buffer> {
  return Buffer.from(zipSync({ 'ledger.json': strToU8(JSON.stringify(content)) }))
}

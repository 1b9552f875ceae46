import type { CellObject } from 'write-excel-file/node'
import type { MessageKey } from '../../i18n/translate.ts'

/** The plain words of the ledgers, without parameters. */
export type LedgerHead = Exclude<Extract<MessageKey, `ledger.${string}` | `report_ledger.${string}`>, 'ledger.meeting'>

/** A column of a ledger: its heading, its width in characters, and what it tells of a row. */
export type LedgerColumn<Entry> = { head: LedgerHead; width: number; cell: (entry: Entry) => CellObject }

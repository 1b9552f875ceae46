import writeExcelFile, { type Feature, type Image, type Sheet } from 'write-excel-file/node'
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { repack } from '../package/repack.ts'
import { headCell, textMark } from './cells.ts'
import type { LedgerColumn, LedgerHead } from './ledger-column.ts'
import { withHeight } from './row-height.ts'

type Content = Image['content']

/** A sheet of a ledger, ready to be written. */
export type LedgerSheet = Sheet<Content>

const markedText = new RegExp(`<t(?: xml:space="preserve")?>${textMark}`, 'g')

/** Sheets as an .xlsx, in a person's language; the same sheets give the same bytes. */
export async function writeWorkbook(locale: Locale, sheets: LedgerSheet[]): Promise<Buffer> {
  const features = [tableFeatures(sheets.map(({ data }) => data))]
  const file = await writeExcelFile(sheets, { fontFamily: t(locale, 'ledger.font'), fontSize: 11, features }).toBuffer()
  return repack(file, (path, text) => (path === 'xl/sharedStrings.xml' ? unmarked(text()) : undefined))
}

/** A sheet of one row an entry under a frozen head that filters. What people typed is text, whatever it begins with. */
export function sheetOf<Entry>(
  locale: Locale,
  name: LedgerHead,
  columns: readonly LedgerColumn<Entry>[],
  entries: readonly Entry[],
): LedgerSheet {
  return {
    sheet: t(locale, name),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    orientation: 'landscape',
    data: [
      columns.map(({ head }) => headCell(t(locale, head))),
      ...entries.map((entry) => withHeight(columns.map(({ cell, width }) => ({ cell: cell(entry), width })))),
    ],
  }
}

/** What the library leaves to its users: filters over the whole table, and printing as wide as an A3 page. */
function tableFeatures(tables: readonly LedgerSheet['data'][]): Feature<Content> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tagName, attributes) =>
            tagName === 'pageSetup' ? { ...attributes, paperSize: 8, fitToWidth: 1, fitToHeight: 0 } : attributes,
          transform: (xml, _, { sheetIndex }) => {
            const table = tables[sheetIndex] ?? []
            const last = getCellAddress(Math.max(table.length - 1, 0), (table[0]?.length ?? 1) - 1)
            const filter = getSelfClosingTagMarkup('autoFilter', { ref: `A1:${last}` })
            const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? []
            const insert = (into: string, markup: string) =>
              insertElementMarkupAccordingToOrderOfSiblings(into, markup, order, 'worksheet')
            return insert(insert(xml, filter), '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
          },
        },
      },
    },
  }
}

/** The texts as they are: every one has the mark before it, and keeps the white space at its ends. */
function unmarked(xml: string): string {
  return xml.replace(markedText, '<t xml:space="preserve">')
}

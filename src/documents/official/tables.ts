import {
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Locale } from '../../i18n/locale.ts'
import { plainLines } from '../package/plain-text.ts'
import { mm, page } from './measures.ts'
import { paragraph } from './paragraphs.ts'

/** A column: its heading and its width in millimetres; together they make 156. */
export type TableColumn = { head: string; width: number; centered?: boolean }

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/**
 * A ruled table whose head is repeated on every page; a cell's lines are paragraphs. A row may go on over a page, unless it
 * is to stay `whole`: for tables of short cells alone, since what does not fit on a page would be lost.
 */
export function ruledTable(
  locale: Locale,
  columns: readonly TableColumn[],
  rows: readonly string[][],
  { whole = false } = {},
): Table {
  const cell = (column: TableColumn, children: Paragraph[]) =>
    new TableCell({
      width: { size: mm(column.width), type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children,
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) => cell(column, [paragraph(locale, 'TableHead', column.head)])),
  })
  const body = rows.map(
    (texts) =>
      new TableRow({
        ...(whole ? { cantSplit: true } : {}),
        children: columns.map((column, index) => cell(column, cellParagraphs(locale, column, texts[index] ?? ''))),
      }),
  )
  return new Table({
    ...frame(columns.map(({ width }) => mm(width))),
    margins: { left: mm(1.2), right: mm(1.2), top: 0, bottom: 0 },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [head, ...body],
  })
}

/** Rules above, between and below the rows of a table: their weights in eighths of a point; 0 is none. */
export type Rules = { above: number; between: number; below: number; color: string }

/** Rows without vertical rules: a line's left and right ends, or one text over the whole width. */
export function openTable(rows: readonly (readonly { width: number; child: Paragraph }[])[], rules: Rules): Table {
  const rule = (size: number) => (size === 0 ? none : { style: BorderStyle.SINGLE, size, color: rules.color })
  const widths = rows.find((row) => row.length === 2)?.map(({ width }) => mm(width)) ?? [page.text]
  return new Table({
    ...frame(widths),
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: {
      top: rule(rules.above),
      bottom: rule(rules.below),
      left: none,
      right: none,
      insideHorizontal: rule(rules.between),
      insideVertical: none,
    },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(
            ({ width, child }) =>
              new TableCell({
                width: { size: mm(width), type: WidthType.DXA },
                ...(row.length < widths.length ? { columnSpan: widths.length } : {}),
                verticalAlign: VerticalAlignTable.BOTTOM,
                children: [child],
              }),
          ),
        }),
    ),
  })
}

function frame(columnWidths: number[]) {
  const width = columnWidths.reduce((sum, one) => sum + one, 0)
  return {
    width: { size: width, type: WidthType.DXA },
    indent: { size: 0, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
  }
}

function cellParagraphs(locale: Locale, column: TableColumn, text: string): Paragraph[] {
  const lines = plainLines(text)
  const style = column.centered ? 'TableCentered' : 'TableText'
  return (lines.length === 0 ? [''] : lines).map((one) => paragraph(locale, style, one))
}

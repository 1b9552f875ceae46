import type { KnownBlock } from '@slack/types'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { paragraph, paragraphs, strong } from '../blocks.ts'
import type { AgendaLine, AgendaPart } from './lines.ts'

// Slack takes 50 blocks and about 13,200 characters a message: this leaves room for the title, notes and buttons.
const maxBlocks = 40
const maxCharacters = 9_600

/** Cuts an agenda's lines into pages that each fit one message; there is always a first page. */
export function paginate(
  locale: Locale,
  notice: AgendaNotice,
  lines: readonly AgendaLine[],
  under: UnderItem = nothing,
): AgendaLine[][] {
  const pages: AgendaLine[][] = [[]]
  for (const line of lines) {
    const page = pages.at(-1) ?? []
    if (page.length === 0 || fits(pageBlocks(locale, notice, [...page, line], under))) page.push(line)
    else pages.push([line])
  }
  return pages
}

/** What stands under an item, by its issue's number: what can be done about it. */
export type UnderItem = (no: number) => KnownBlock[]

const nothing: UnderItem = () => []

/** The blocks of a page: a section an item; units and issues left out, a line each under their headings. */
export function pageBlocks(
  locale: Locale,
  notice: AgendaNotice,
  page: readonly AgendaLine[],
  under: UnderItem = nothing,
): KnownBlock[] {
  const of = (part: AgendaPart) => page.filter((line) => line.part === part).map((line) => line.text)
  const units = of('units')
  const leftOut = of('leftOut')
  const required = notice.attendance.filter((unit) => unit.required).length
  const count = {
    units: required,
    optional: notice.attendance.length - required,
    leftOut: notice.leftOut.length + notice.leftOutMore,
  }
  return [
    ...page
      .filter((line) => line.part === 'items')
      .flatMap(({ text, no }) => [paragraph(text), ...(no === undefined ? [] : under(no))]),
    ...(units.length > 0
      ? [strong(t(locale, 'agenda.attendance', { count: count.units, optional: count.optional }))]
      : []),
    ...paragraphs(units),
    ...(leftOut.length > 0 ? [strong(t(locale, 'agenda.left_out', { count: count.leftOut }))] : []),
    ...paragraphs(leftOut),
  ]
}

function fits(blocks: readonly KnownBlock[]): boolean {
  return blocks.length <= maxBlocks && JSON.stringify(blocks).length <= maxCharacters
}

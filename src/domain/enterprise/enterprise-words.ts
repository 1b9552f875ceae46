import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'

/** What was typed of an enterprise: what is left of the line, its contact by Slack id, months between visits, notes. */
export type EnterpriseWords = { rest: string; contact: string | null; everyMonths: number | null; notes: string | null }

const userLink = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/
const handle = /(?:^|\s)[@＠]\S+/
const notesWord = /(?:^|\s)(?:备注|说明|notes?)\s?[:：]/i
const interval =
  /(?:^|\s)(?:每\s?(?<count>\d{1,3}|[一二两三四五六])?\s?(?:个\s?)?(?<unit>季度|季|半年|月|年)|every\s(?:(?<number>\d{1,3})\s)?(?<english>months?|quarters?|half-year|years?)|(?<word>monthly|quarterly|half-yearly|yearly))(?:\s?(?:走访)?一次)?(?=[\s,，、。]|$)/i
const perUnit: Readonly<Record<string, number>> = {
  月: 1,
  month: 1,
  monthly: 1,
  季: 3,
  季度: 3,
  quarter: 3,
  quarterly: 3,
  半年: 6,
  'half-year': 6,
  'half-yearly': 6,
  年: 12,
  year: 12,
  yearly: 12,
}
const numerals = ['', '一', '二', '三', '四', '五', '六']

/**
 * Reads `某某公司 市商务局 @张三 每3个月 备注：…`: the contact is Slack's link to a person, the interval 每3个月, 每季度, 每半年,
 * "every 3 months", "quarterly"; what is left is the name and the unit, which only the plan can tell apart.
 * @throws DomainError `enterprise.contact_unknown` {given} for an @name that Slack has not turned into a person
 */
export function parseEnterpriseWords(text: string): EnterpriseWords {
  const labelled = notesWord.exec(text)
  const notes = labelled ? text.slice(labelled.index + labelled[0].length).trim() : null
  const line = labelled ? text.slice(0, labelled.index) : text
  const contact = userLink.exec(line)?.[1] ?? null
  const unnamed = line.replace(userLink, ' ')
  const unknown = handle.exec(unnamed)
  if (unknown) throw new DomainError('enterprise.contact_unknown', { given: unknown[0].trim().slice(0, 40) })
  const folded = foldFullWidth(unnamed)
  const found = interval.exec(folded)
  const rest = found ? `${unnamed.slice(0, found.index)} ${unnamed.slice(found.index + found[0].length)}` : unnamed
  return { rest: rest.replace(/\s+/g, ' ').trim(), contact, everyMonths: found && monthsOf(found.groups ?? {}), notes }
}

function monthsOf({ count = '', unit, number, english, word }: Record<string, string | undefined>): number {
  const named = (unit ?? english ?? word ?? '').toLowerCase()
  const each = perUnit[named] ?? perUnit[named.replace(/s$/, '')] ?? 0
  const spoken = count === '两' ? 2 : numerals.indexOf(count)
  return each * (Number(number) || (spoken > 0 ? spoken : Number(count)) || 1)
}

/**
 * Takes an enterprise's number off the head of a line: `3 …`, `企业3 …`, `#3`, `第3号`.
 * @throws DomainError `enterprise.number_missing`
 */
export function takeEnterpriseNumber(text: string): { no: number; rest: string } {
  const match = /^\s*(?:企业|enterprise)?\s*[#第]?\s*(\d{1,6})(?!\d|\s?[-/.年月])\s*[号家]?[\s,:、]*/i.exec(
    foldFullWidth(text),
  )
  if (!match) throw new DomainError('enterprise.number_missing')
  return { no: Number(match[1]), rest: text.slice(match[0].length).trim() }
}

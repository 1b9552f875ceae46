import { DateTime } from 'luxon'
import { refuseLong } from '../action/action-facts.ts'
import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'

/** Bounds of what is typed for policies, in characters; so many stand at most for a task. */
export const POLICY_LIMITS = { title: 200, documentNo: 60, link: 500, reason: 500, perTask: 50 } as const

const firstDay = '1949-10-01'
const day = /^(?<year>(?:19|20)\d\d)\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})\s?[日号]?$/

/** 配套政策 as it is typed; `documentNo` and `link` are empty where there is none. */
export type PolicyFacts = { title: string; documentNo: string; issuedOn: string; link: string }

/**
 * The facts as they may be stored: texts trimmed and on one line, the title without its 《》, the year of a document number in
 * 〔〕 (GB/T 9704), the day an ISO day not after `today` (an ISO day in the plan's zone).
 * @throws DomainError `policy.title_missing`, `policy.title_too_long`, `policy.document_too_long`, `policy.link_too_long`
 *   {max, length}, `policy.day_missing`, `policy.day_unknown` {given}, `policy.day_in_future` {day}, `policy.link_unknown`
 */
export function checkPolicyFacts(facts: PolicyFacts, today: string): PolicyFacts {
  const title = plainTitle(facts.title)
  if (title === '') throw new DomainError('policy.title_missing')
  refuseLong('policy.title_too_long', title, POLICY_LIMITS.title)
  const documentNo = plainDocumentNo(facts.documentNo)
  refuseLong('policy.document_too_long', documentNo, POLICY_LIMITS.documentNo)
  return { title, documentNo, issuedOn: readIssueDay(facts.issuedOn, today), link: checkLink(facts.link) }
}

/**
 * Why a policy is removed, trimmed.
 * @throws DomainError `policy.reason_missing`, `policy.reason_too_long` {max, length}
 */
export function checkPolicyReason(text: string): string {
  const reason = text.trim()
  if (reason === '') throw new DomainError('policy.reason_missing')
  refuseLong('policy.reason_too_long', reason, POLICY_LIMITS.reason)
  return reason
}

/** A title on one line, without the 《》 around the whole of it. */
export function plainTitle(text: string): string {
  const title = text.replace(/\s+/g, ' ').trim()
  return /^《[^《》]+》$/.test(title) ? title.slice(1, -1).trim() : title
}

/** A document number without blanks, its year in 〔〕 whatever brackets were typed: 武政办[2024]12号 → 武政办〔2024〕12号. */
export function plainDocumentNo(text: string): string {
  return text.replace(/\s+/g, '').replace(/[[［【(（〔]((?:19|20)\d\d)[\]］】)）〕]/, '〔$1〕')
}

function readIssueDay(text: string, today: string): string {
  const given = text.trim().slice(0, 40)
  if (given === '') throw new DomainError('policy.day_missing')
  const groups = day.exec(foldFullWidth(given))?.groups
  const date = groups && DateTime.utc(Number(groups.year), Number(groups.month), Number(groups.day))
  const issuedOn = date?.isValid ? date.toFormat('yyyy-MM-dd') : ''
  if (issuedOn < firstDay) throw new DomainError('policy.day_unknown', { given })
  if (issuedOn > today) throw new DomainError('policy.day_in_future', { day: issuedOn })
  return issuedOn
}

function checkLink(text: string): string {
  const link = text.trim()
  if (link === '') return ''
  refuseLong('policy.link_too_long', link, POLICY_LIMITS.link)
  const known = URL.canParse(link) && /^https?:$/.test(new URL(link).protocol)
  if (!known || /[\s<>|]/.test(link)) throw new DomainError('policy.link_unknown')
  return link
}

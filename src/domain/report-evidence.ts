import { DomainError } from './errors.ts'

/** 佐证 of a report: a link, or a file of Slack by its id and its permanent link. */
export type Evidence = { title: string; url: string; fileId: string | null }

/** At most so many links and so many files a report. Slack takes 10 files a field. */
export const EVIDENCE_LIMITS = { links: 10, files: 10, url: 2000, title: 200, text: 3000 } as const

// Chinese text follows an address without a space, and none of its signs belongs to it.
const address = /https?:\/\/[^\s<>"'，。；、！？（）「」《》【】\u4e00-\u9fff]+/gi

/**
 * Reads the links of a form, one a line: "https://a.example/1" or "验收报告 https://a.example/1". Empty lines are passed over.
 * @throws DomainError `report.link_missing` {line, given}, `report.link_too_long` {line, max}, `report.title_too_long`
 *   {line, max}, `report.too_many_links` {max, count}
 */
export function parseLinks(text: string): Evidence[] {
  const links = text.split('\n').flatMap((given, at) => {
    const typed = given.trim()
    if (typed === '') return []
    const found = [...typed.matchAll(address)]
    const [match] = found
    if (!match || found.length > 1 || !URL.canParse(match[0])) {
      throw new DomainError('report.link_missing', { line: at + 1, given: typed.slice(0, 60) })
    }
    const [url] = match
    const title = typed.replace(url, '').replace(/^[\s:：|,，-]+|[\s:：|,，-]+$/g, '')
    if (url.length > EVIDENCE_LIMITS.url) {
      throw new DomainError('report.link_too_long', { line: at + 1, max: EVIDENCE_LIMITS.url })
    }
    if ([...title].length > EVIDENCE_LIMITS.title) {
      throw new DomainError('report.title_too_long', { line: at + 1, max: EVIDENCE_LIMITS.title })
    }
    return [{ title: title || url, url, fileId: null }]
  })
  return checkCount(distinct(links))
}

/** Writes links as {@link parseLinks} reads them. */
export function linkText(links: readonly Evidence[]): string {
  return links.map(({ title, url }) => (title === url ? url : `${title} ${url}`)).join('\n')
}

/** The addresses that a text names, as links without a title; those past the tenth stay in the text alone. */
export function linksIn(text: string): Evidence[] {
  const urls = [...text.matchAll(address)].map(([url]) => url.replace(/[.,;:!?)\]]+$/, ''))
  const links = urls.filter((url) => URL.canParse(url) && url.length <= EVIDENCE_LIMITS.url)
  return distinct(links.map((url) => ({ title: url, url, fileId: null }))).slice(0, EVIDENCE_LIMITS.links)
}

/**
 * Evidence as it may be stored with a report: each file and each address once.
 * @throws DomainError `report.too_many_links` {max, count}, `report.too_many_files` {max, count}
 */
export function checkEvidenceList(evidence: readonly Evidence[]): Evidence[] {
  const once = distinct(evidence)
  const files = once.filter(({ fileId }) => fileId !== null)
  if (files.length > EVIDENCE_LIMITS.files) {
    throw new DomainError('report.too_many_files', { max: EVIDENCE_LIMITS.files, count: files.length })
  }
  checkCount(once.filter(({ fileId }) => fileId === null))
  return once
}

function checkCount(links: Evidence[]): Evidence[] {
  if (links.length > EVIDENCE_LIMITS.links) {
    throw new DomainError('report.too_many_links', { max: EVIDENCE_LIMITS.links, count: links.length })
  }
  return links
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  const key = ({ fileId, url }: Evidence) => fileId ?? url
  return evidence.filter((one, at) => evidence.findIndex((other) => key(other) === key(one)) === at)
}

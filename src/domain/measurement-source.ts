import { DomainError } from './errors.ts'

/** Longest name of a source, in characters. */
export const MAX_SOURCE = 200

const mark = /(?:^|[\s,，;；])(?:数据来源|来源|source)\s*[:：=＝]\s*/i

/**
 * Takes the source off the end of a line: `年进口贸易量 620亿元 5月 来源:武汉海关统计月报`. Empty where none is named.
 * @throws DomainError `target.source_too_long` {max, length}
 */
export function splitSource(text: string): { words: string; source: string } {
  const found = mark.exec(text)
  if (!found) return { words: text, source: '' }
  return { words: text.slice(0, found.index), source: checkSource(text.slice(found.index + found[0].length)) }
}

/** The source as it is kept: on one line, trimmed. @throws DomainError `target.source_too_long` {max, length} */
export function checkSource(text: string): string {
  const source = text.replace(/\s+/g, ' ').trim()
  const length = [...source].length
  if (length > MAX_SOURCE) throw new DomainError('target.source_too_long', { max: MAX_SOURCE, length })
  return source
}

import { foldFullWidth } from '../../domain/full-width.ts'
import type { Locale } from '../../i18n/locale.ts'

const languages: readonly [Locale, RegExp][] = [
  ['en', /(?:^|\s)(?:en|english|英文|英语)$/i],
  ['zh-CN', /(?:^|\s)(?:zh|chinese|中文|汉语)$/i],
]

/** Takes the words after `/progress report` apart: which period (empty: the latest), and a language where one is named. */
export function parseCompilationWords(words: string): { period: string; language: Locale | null } {
  const typed = foldFullWidth(words).trim()
  for (const [language, pattern] of languages) {
    if (pattern.test(typed)) return { period: typed.replace(pattern, '').trim(), language }
  }
  return { period: typed, language: null }
}

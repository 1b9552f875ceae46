import { en } from './words-en.ts'
import { type Words, zh } from './words-zh.ts'

/** The two languages of the page. */
export type Locale = 'zh-CN' | 'en-US'

/** The page's language for a person's Slack locale: English for `en…`, otherwise Chinese, the workspace's default. */
export function pageLocale(locale: string | undefined): Locale {
  return locale?.toLowerCase().startsWith('en') ? 'en-US' : 'zh-CN'
}

/** The catalogue of a language. */
export function wordsFor(locale: Locale): Words {
  return locale === 'en-US' ? en : zh
}

/** What a person reads about an error code of the server. Codes without a sentence of their own are shown as they are. */
export function errorText(words: Words, code: string): string {
  return words.errors[code] ?? words.failed(code)
}

import type { ServerResponse } from 'node:http'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'

/** Where the pages are. */
export const installPath = '/slack/install'

const locales = ['zh-CN', 'en'] as const

const style = `body{font:16px/1.6 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;color:#222}
section{margin-bottom:2rem}h1{font-size:1.4rem}a{color:#8b1e1e}`

/** Nothing from elsewhere, no frame around it, and the code and state in its address go nowhere. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Sets the headers of a page; its body comes later. */
export function setPageHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

/** The page that the installation starts from; `url` is Slack's, where it is granted. */
export function startPage(url: string): string {
  return page((locale) => [t(locale, 'install.invite'), { label: t(locale, 'install.button'), url }])
}

/** Answers with how the installation ended, in both languages; with a way to start again where it failed. */
export function answerPage(
  response: ServerResponse,
  status: number,
  say: (locale: Locale) => string,
  again: boolean,
): void {
  setPageHeaders(response)
  response.statusCode = status
  response.end(
    page((locale) => [say(locale), ...(again ? [{ label: t(locale, 'install.again'), url: installPath }] : [])]),
  )
}

function page(parts: (locale: Locale) => readonly (string | { label: string; url: string })[]): string {
  const sections = locales.map((locale) => {
    const lines = parts(locale).map((part) =>
      typeof part === 'string' ? escapeHtml(part) : `<a href="${escapeHtml(part.url)}">${escapeHtml(part.label)}</a>`,
    )
    const body = lines.map((line) => `<p>${line}</p>`).join('')
    return `<section lang="${locale}"><h1>${escapeHtml(t(locale, 'install.title'))}</h1>${body}</section>`
  })
  const title = locales.map((locale) => t(locale, 'install.title')).join(' ')
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style>`
  return `<!doctype html><html lang="zh-CN"><head>${head}</head><body>${sections.join('')}</body></html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

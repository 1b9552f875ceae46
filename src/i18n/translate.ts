import type { DomainError } from '../domain/errors.ts'
import { en } from './en/catalogue.ts'
import type { ErrorParams } from './error-params.ts'
import type { Locale } from './locale.ts'
import { zhCn } from './zh-cn/catalogue.ts'

type Catalogue = typeof zhCn

/** The name of a message of the catalogue. */
export type MessageKey = keyof Catalogue

type Params<K extends MessageKey> = Catalogue[K] extends (params: infer P) => string ? [params: P] : []

const catalogues: Record<Locale, Catalogue> = { 'zh-CN': zhCn, en }

/** The message in a language, filled with its parameters. */
export function t<K extends MessageKey>(locale: Locale, key: K, ...params: Params<K>): string {
  const message: unknown = catalogues[locale][key]
  return typeof message === 'function' ? message(...params) : String(message)
}

/** What a refusal says to a person: the catalogue's `error.<code>`, filled with the error's parameters. */
export function describeError(locale: Locale, error: DomainError): string {
  const messages: Record<string, unknown> = catalogues[locale]
  const message = messages[`error.${error.code}`]
  if (typeof message === 'function') return message(joinLists(locale, error.params))
  return typeof message === 'string' ? message : t(locale, 'error.unexpected')
}

function joinLists(locale: Locale, params: DomainError['params']): ErrorParams {
  const separator = t(locale, 'list.separator')
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value.join(separator) : value]),
  )
}

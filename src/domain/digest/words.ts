import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'
import { parseMeasurementDay } from '../measurement-day.ts'
import { type DigestSection, sectionNamed } from './sections.ts'
import type { DigestCadence } from './slots.ts'

/** What `/digest preview` and `/digest weekly` were asked for; `day` null: now. */
export type PreviewWords = { cadence: DigestCadence; day: string | null }

/** What `/digest subscribe` was asked for: `channel` null: the person themselves; `language` null: not said. */
export type SubscribeWords = {
  cadence: DigestCadence
  channel: string | null
  language: 'zh-CN' | 'en' | null
  sections: DigestSection[]
  approval: boolean
}

const cadences: readonly [DigestCadence, RegExp][] = [
  ['half_yearly', /^(?:half[-_ ]?year(?:ly)?|半年报|半年)/],
  ['monthly', /^(?:monthly|month|月报|每月)/],
  ['weekly', /^(?:weekly|week|周报|每周)/],
]
const languages: Readonly<Record<string, 'zh-CN' | 'en'>> = {
  zh: 'zh-CN',
  'zh-cn': 'zh-CN',
  chinese: 'zh-CN',
  中文: 'zh-CN',
  en: 'en',
  english: 'en',
  英文: 'en',
  英语: 'en',
}
const channelLink = /<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/
const approvalWord = /^(?:approval|approve|审批|须批准|批准)$/

/**
 * Reads which digest, of which day: "monthly 2024-06-30", "周报 6月24日"; weekly and now where they are not said. `today` is
 * an ISO day in the plan's zone. Null where the words begin with no digest.
 * @throws DomainError `digest.day_not_understood` {given}, `digest.day_in_future` {day}
 */
export function parsePreviewWords(text: string, today: string): PreviewWords | null {
  const words = plain(text).replace(/^(?:preview|预览)\s*/, '')
  const { cadence, rest } = takeCadence(words)
  if (cadence === null && rest !== '' && !/^(?:20\d\d|\d{1,2}[月.\-/]|今|昨|to|ye)/.test(rest)) return null
  return { cadence: cadence ?? 'weekly', day: rest === '' ? null : dayOf(rest, today) }
}

/**
 * Reads who is to get which digest, in any order: "weekly #channel en targets,issues approval". A cadence must be among it.
 * @throws DomainError `digest.subscribe_words` {given}
 */
export function parseSubscribeWords(text: string): SubscribeWords {
  const channel = channelLink.exec(foldFullWidth(text))?.[1] ?? null
  const words = plain(text.replace(channelLink, ' '))
    .split(/[\s,、;；，]+/)
    .filter((word) => word !== '')
  const wish: Omit<SubscribeWords, 'cadence'> = { channel, language: null, sections: [], approval: false }
  let cadence: DigestCadence | null = null
  for (const word of words) {
    const said = takeCadence(word)
    const section = sectionNamed(word)
    const language = languages[word]
    if (said.cadence !== null && said.rest === '') cadence = said.cadence
    else if (language) wish.language = language
    else if (section) wish.sections.push(section)
    else if (approvalWord.test(word)) wish.approval = true
    else throw new DomainError('digest.subscribe_words', { given: word.slice(0, 40) })
  }
  if (cadence === null) throw new DomainError('digest.subscribe_words', { given: text.trim().slice(0, 40) })
  return { cadence, ...wish }
}

function takeCadence(words: string): { cadence: DigestCadence | null; rest: string } {
  for (const [cadence, pattern] of cadences) {
    const said = pattern.exec(words)?.[0]
    if (said !== undefined) return { cadence, rest: words.slice(said.length).trim() }
  }
  return { cadence: null, rest: words }
}

function dayOf(given: string, today: string): string {
  try {
    return parseMeasurementDay(given, today).day
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'target.day_in_future')
      throw new DomainError('digest.day_in_future', { day: String(error.params.day ?? '') })
    throw new DomainError('digest.day_not_understood', { given: given.slice(0, 40) })
  }
}

const plain = (text: string) => foldFullWidth(text).trim().toLowerCase()

import { DomainError } from './errors.ts'
import { foldFullWidth } from './full-width.ts'
import type { SettingsField, SettingsForm } from './settings-form.ts'

const names: readonly [SettingsField, string][] = [
  ['cadence', '报送周期|周期|cadence'],
  ['opens', '起报|opens?'],
  ['due', '截止|due'],
  ['reminders', '提醒|reminders?|remind'],
  ['blue', '蓝色?|blue'],
  ['yellow', '黄色?|yellow'],
  ['red', '红色?|red'],
]
const label = new RegExp(
  `(?:^|[\\s;。])(?:${names.map(([name, words]) => `(?<${name}>${words})`).join('|')})(?:\\s*:\\s*|\\s+)`,
  'gi',
)

/**
 * Reads settings typed in one line: `周期 季度 截止 5 提醒 7,1`, `cadence quarter due 5 remind 7,1`; what is not named is not
 * in the answer, and no words at all are an empty one.
 * @throws DomainError `settings.words_unknown` {words}
 */
export function parseSettingsWords(words: string): Partial<SettingsForm> {
  const text = foldFullWidth(words).trim()
  const found = [...text.matchAll(label)]
  if (text !== '' && found[0]?.index !== 0)
    throw new DomainError('settings.words_unknown', { words: text.slice(0, 40) })
  return Object.fromEntries(
    found.flatMap((match, index) => {
      const name = names.find(([one]) => match.groups?.[one] !== undefined)?.[0]
      const value = text.slice(match.index + match[0].length, found[index + 1]?.index ?? text.length).trim()
      return name ? [[name, value]] : []
    }),
  )
}

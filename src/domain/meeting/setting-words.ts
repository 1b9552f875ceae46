import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'
import type { SettingsWish } from './meeting-settings.ts'

type Setting = 'place' | 'channel' | 'convener' | 'callDays' | 'draftDays' | 'reminderDays'

const labels: readonly [Setting, string][] = [
  ['place', '地点|地址|链接|place|link'],
  ['channel', '频道|channel'],
  ['convener', '召集人|convener'],
  ['callDays', '征集(?:议题)?|call'],
  ['draftDays', '草案|draft'],
  ['reminderDays', '提醒|reminder'],
]
const label = new RegExp(
  `(?:^|[\\s,;、。])(?:${labels.map(([name, words]) => `(?<${name}>${words})`).join('|')})\\s*:\\s*`,
  'gi',
)

/**
 * Takes the labelled settings out of a line: `… 地点：市政府3号会议室 召集人：@张三 频道：#联席会议 征集：10 草案：3 提醒：1`
 * (`place:`, `convener:`, `channel:`, `call:`, `draft:`, `reminder:`). A value goes on to the next label or the end; people and
 * channels are Slack's links. Gives what stands before the first label, and the settings.
 * @throws DomainError `meeting.setting_unknown` {given} for a value that is none
 */
export function takeSettingWords(text: string): { rest: string; settings: SettingsWish } {
  const folded = foldFullWidth(text)
  const found = [...folded.matchAll(label)]
  const settings: SettingsWish = {}
  for (const [index, match] of found.entries()) {
    const end = found[index + 1]?.index ?? text.length
    const value = text.slice(match.index + match[0].length, end).trim()
    const name = labels.find(([one]) => match.groups?.[one] !== undefined)?.[0]
    if (name) Object.assign(settings, readSetting(name, value))
  }
  return { rest: text.slice(0, found[0]?.index ?? text.length).trim(), settings }
}

function readSetting(name: Setting, value: string): SettingsWish {
  switch (name) {
    case 'place':
      // Slack has turned a link that was typed into <address|text>.
      return { place: value.replace(/<([^<>|]+)(?:\|[^<>]*)?>/g, '$1') }
    case 'channel':
      return { channel: matched(/^<?#?([CG][A-Z0-9]{2,})(?:\|[^>]*)?>?$/, value) }
    case 'convener':
      return { convener: matched(/^<?@?([UW][A-Z0-9]{2,})(?:\|[^>]*)?>?$/, value) }
    default:
      return {
        [name]: Number(matched(/^(\d{1,3})\s*(?:个?(?:工作)?[天日]|(?:working )?days?)?$/i, foldFullWidth(value))),
      }
  }
}

function matched(pattern: RegExp, value: string): string {
  const found = pattern.exec(value)?.[1]
  if (found === undefined) throw new DomainError('meeting.setting_unknown', { given: value.slice(0, 40) })
  return found
}

import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import type { MemberRole } from '../../domain/membership.ts'

/** People named in a command: Slack's ids of users and user groups, and group handles typed without completion. */
export type NamedPeople = { users: string[]; groups: string[]; handles: string[] }

/** A change of who is what; `unit` as it was typed. */
export type MemberWords = { change: 'add' | 'remove'; people: NamedPeople; role: MemberRole; unit: string | null }

/** Which of the plan's channels. */
type ChannelPurpose = 'meeting' | 'leading'

/** What `/plan` was asked for. */
export type PlanWords =
  | { kind: 'show' | 'units' | 'tasks' | 'import' | 'export' | 'help' | 'health' | 'members' }
  | { kind: 'settings'; words: string }
  | { kind: 'burden'; period: string }
  | { kind: 'change-members'; members: MemberWords }
  | { kind: 'task'; taskNo: number }
  | { kind: 'use'; position: number | null }
  | { kind: 'channel'; channel: { purpose: ChannelPurpose; id: string } | null }

const simple: readonly [RegExp, 'show' | 'units' | 'tasks' | 'import' | 'export' | 'help' | 'health'][] = [
  [/^(show|查看|方案)?$/i, 'show'],
  [/^(units?|责任单位|单位)$/i, 'units'],
  [/^(tasks?|任务)$/i, 'tasks'],
  [/^(import|导入)$/i, 'import'],
  [/^(export|导出)$/i, 'export'],
  [/^(help|帮助|\?)$/i, 'help'],
  [/^(health|status|状态|运行状态)$/i, 'health'],
]
const taskWord = /^(?:tasks?|任务)\s*#?\s*(\d{1,4})$/i
const membersWord = /^(members?|people|人员|成员)(?:\s+|$)/i
const channelWord = /^(channels?|频道)(?:\s+|$)/i
const useWord = /^(use|选择|切换)(?:\s+|$)/i
const settingsWord = /^(settings?|设置|设定)(?:\s+|$)/i
const burdenWord = /^(burden|负担)(?:\s+|$)/i
const addWord = /^(add|添加|增加|加)(?=\s|<|@|$)/i
const removeWord = /^(remove|delete|移除|删除)(?=\s|<|@|$)/i
const purposes: readonly [RegExp, ChannelPurpose][] = [
  [/^(meetings?|联席会议|会议)$/i, 'meeting'],
  [/^(leading|leaders?|领导小组)$/i, 'leading'],
]
const roles: readonly [RegExp, MemberRole][] = [
  [/^(liaisons?|联络员)$/i, 'liaison'],
  [/^(conveners?|召集人)$/i, 'convener'],
  [/^(leaders?|领导小组成员|领导小组|领导)$/i, 'leader'],
  [/^(admins?|管理员)$/i, 'admin'],
]
const userLink = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g
const groupLink = /<!subteam\^(S[A-Z0-9]+)(?:\|[^>]*)?>/g
const channelLink = /<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/

/**
 * Reads the words after `/plan`, in Chinese or English; Slack has turned mentions into links (`<@U1|name>`).
 * @throws DomainError `plan.words_unknown`, `member.words_unknown`, `member.nobody`, or `plan.channel_words`, each with an
 *   example in its message
 */
export function parsePlanWords(words: string): PlanWords {
  const text = foldFullWidth(words).trim()
  const kind = simple.find(([pattern]) => pattern.test(text))?.[1]
  if (kind) return { kind }
  const task = taskWord.exec(text)
  if (task) return { kind: 'task', taskNo: Number(task[1]) }
  if (membersWord.test(text)) return parseMembers(text.replace(membersWord, ''))
  if (channelWord.test(text)) return parseChannel(text.replace(channelWord, ''))
  if (useWord.test(text)) return parseUse(text.replace(useWord, ''))
  if (settingsWord.test(text)) return { kind: 'settings', words: text.replace(settingsWord, '') }
  if (burdenWord.test(text)) return { kind: 'burden', period: text.replace(burdenWord, '') }
  throw new DomainError('plan.words_unknown', { words: text.slice(0, 40) })
}

function parseMembers(text: string): PlanWords {
  if (/^(list|列表|名单)?$/i.test(text)) return { kind: 'members' }
  const change = addWord.test(text) ? 'add' : removeWord.test(text) ? 'remove' : null
  if (!change) throw new DomainError('member.words_unknown', { words: text.slice(0, 40) })
  const rest = text.replace(change === 'add' ? addWord : removeWord, '')
  const people: NamedPeople = {
    users: [...rest.matchAll(userLink)].map((match) => match[1] ?? ''),
    groups: [...rest.matchAll(groupLink)].map((match) => match[1] ?? ''),
    handles: [],
  }
  const words = unescapeText(rest.replace(userLink, ' ').replace(groupLink, ' ')).split(/[\s,、;]+/)
  people.handles = words.filter((word) => /^@./.test(word)).map((word) => word.slice(1))
  if (people.users.length + people.groups.length + people.handles.length === 0) throw new DomainError('member.nobody')
  const others = words.filter((word) => word !== '' && !word.startsWith('@'))
  const role = others.flatMap((word) => roles.find(([pattern]) => pattern.test(word))?.[1] ?? [])[0] ?? 'liaison'
  const unit = others.filter((word) => !roles.some(([pattern]) => pattern.test(word))).join(' ')
  return { kind: 'change-members', members: { change, people, role, unit: unit || null } }
}

function parseChannel(text: string): PlanWords {
  if (text === '') return { kind: 'channel', channel: null }
  const id = channelLink.exec(text)?.[1]
  const word = text.replace(channelLink, '').trim()
  const purpose = purposes.find(([pattern]) => pattern.test(word))?.[1]
  if (!id || !purpose) throw new DomainError('plan.channel_words', { words: text.slice(0, 40) })
  return { kind: 'channel', channel: { purpose, id } }
}

function parseUse(text: string): PlanWords {
  if (text === '') return { kind: 'use', position: null }
  if (!/^\d{1,4}$/.test(text)) throw new DomainError('plan.use_words', { words: text.slice(0, 40) })
  return { kind: 'use', position: Number(text) }
}

function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DomainError } from '../../../src/domain/errors.ts'
import { parsePlanWords } from '../../../src/slack/plan/words.ts'

const codeOf = (words: string) => {
  try {
    parsePlanWords(words)
    return null
  } catch (error) {
    return error instanceof DomainError ? error.code : 'not a DomainError'
  }
}

describe('the words after /plan', () => {
  test.each([
    ['', { kind: 'show' }],
    ['show', { kind: 'show' }],
    ['方案', { kind: 'show' }],
    ['Tasks', { kind: 'tasks' }],
    ['任务', { kind: 'tasks' }],
    ['单位', { kind: 'units' }],
    ['units', { kind: 'units' }],
    ['导入', { kind: 'import' }],
    ['import', { kind: 'import' }],
    ['导出', { kind: 'export' }],
    ['?', { kind: 'help' }],
    ['帮助', { kind: 'help' }],
    ['use', { kind: 'use', position: null }],
    ['use 2', { kind: 'use', position: 2 }],
    ['选择 2', { kind: 'use', position: 2 }],
    ['channel', { kind: 'channel', channel: null }],
    ['channel meeting <#C123|联席会议>', { kind: 'channel', channel: { purpose: 'meeting', id: 'C123' } }],
    ['频道 领导小组 <#C9>', { kind: 'channel', channel: { purpose: 'leading', id: 'C9' } }],
    ['members', { kind: 'members' }],
    ['人员 名单', { kind: 'members' }],
  ])('%j', (words, meant) => {
    expect(parsePlanWords(words)).toEqual(meant)
  })

  test.each([
    [
      'members add <@U1|unit01> liaison 市商务局',
      'add',
      { users: ['U1'], groups: [], handles: [] },
      'liaison',
      '市商务局',
    ],
    ['人员 添加 <@U1> <@W2|b> 召集人', 'add', { users: ['U1', 'W2'], groups: [], handles: [] }, 'convener', null],
    ['members add<@U1> 市商务局', 'add', { users: ['U1'], groups: [], handles: [] }, 'liaison', '市商务局'],
    ['members remove <@U1> 管理员', 'remove', { users: ['U1'], groups: [], handles: [] }, 'admin', null],
    [
      'members add <!subteam^S1|@liaisons> 联络员 A&amp;B 局',
      'add',
      { users: [], groups: ['S1'], handles: [] },
      'liaison',
      'A&B 局',
    ],
    ['members add @liaisons 领导', 'add', { users: [], groups: [], handles: ['liaisons'] }, 'leader', null],
  ])('%j', (words, change, people, role, unit) => {
    expect(parsePlanWords(words)).toEqual({ kind: 'change-members', members: { change, people, role, unit } })
  })

  test.each([
    ['xyz', 'plan.words_unknown'],
    ['use two', 'plan.use_words'],
    ['channel meeting', 'plan.channel_words'],
    ['channel <#C1>', 'plan.channel_words'],
    ['channel elsewhere <#C1>', 'plan.channel_words'],
    ['members <@U1> 召集人', 'member.words_unknown'],
    ['members add 召集人', 'member.nobody'],
    ['members adding <@U1>', 'member.words_unknown'],
  ])('%j is refused as %s', (words, code) => {
    expect(codeOf(words)).toBe(code)
  })

  test('whatever is typed is understood or refused, never a failure', () => {
    const piece = fc.oneof(
      fc.constantFrom('members', 'add', '<@U1>', '<!subteam^S1>', 'channel', 'use', '联络员', ' ', '@', '<#C1>', '1'),
      fc.string(),
    )
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join(' ')),
        (words) => {
          expect(codeOf(words)).not.toBe('not a DomainError')
        },
      ),
    )
  })
})

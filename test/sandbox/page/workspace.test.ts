import { describe, expect, it } from 'vitest'
import { commandInProgress, completions, readLine } from '../../../src/sandbox/page/completion.ts'
import { channelsOf, formatPlace, HOME, parsePlace, resolvePlace } from '../../../src/sandbox/page/place.ts'
import { arrangeMessages } from '../../../src/sandbox/page/thread.ts'
import { markRead, unreadCount } from '../../../src/sandbox/page/unread.ts'
import type { Channel, Message, User } from '../../../src/sandbox/page/wire.ts'

const user = (id: string, is_bot = false): User => ({ id, name: id, real_name: id, locale: 'zh-CN', is_bot })
const channel = (id: string, members: string[], is_im = false): Channel => ({ id, name: id, members, is_im })
const message = (ts: string, from = 'U1', more: Partial<Message> = {}): Message => ({
  channel: 'C1',
  ts,
  user: from,
  text: '',
  ...more,
})
const workspace = {
  users: [user('UBOT', true), user('U1'), user('U2'), user('U3')],
  channels: [
    channel('C1', ['U1', 'U2', 'UBOT']),
    channel('D1', ['U1', 'UBOT'], true),
    channel('D2', ['U2', 'UBOT'], true),
  ],
  app: { name: '联络员', bot_user: 'UBOT', connected: true },
}

describe('places', () => {
  it('are written into the address and read back', () => {
    expect(parsePlace(formatPlace({ user: 'U1', channel: 'C1' }))).toEqual({ user: 'U1', channel: 'C1' })
    expect(parsePlace('')).toEqual({ user: '', channel: '' })
  })

  it.each([
    ['', '', 'U1', 'C1'],
    ['U2', 'C1', 'U2', 'C1'],
    ['U2', 'D1', 'U2', 'D2'],
    ['U2', 'UBOT', 'U2', 'D2'],
    ['U3', 'D1', 'U3', 'UBOT'],
    ['U3', 'C1', 'U3', HOME],
    ['UBOT', HOME, 'U1', HOME],
  ])('#%s/%s leads to %s in %s', (wantedUser, wantedChannel, foundUser, foundChannel) => {
    expect(resolvePlace({ user: wantedUser, channel: wantedChannel }, workspace)).toEqual({
      user: foundUser,
      channel: foundChannel,
    })
  })

  it('always offer a direct conversation with the app', () => {
    expect(channelsOf('U3', workspace).map((one) => one.id)).toEqual(['UBOT'])
    expect(channelsOf('U1', workspace).map((one) => one.id)).toEqual(['C1', 'D1'])
  })
})

describe('unread messages', () => {
  const messages = [
    message('1.000000'),
    message('2.000000', 'U2'),
    message('3.000000', 'UBOT', { ephemeral_for: 'U2' }),
    message('4.000000', 'UBOT'),
  ]

  it('are those of others that the person can see and has not read', () => {
    expect(unreadCount(messages, {}, 'U1', 'C1')).toBe(2)
    expect(unreadCount(messages, {}, 'U2', 'C1')).toBe(3)
    expect(unreadCount(messages, { 'U1/C1': '2.000000' }, 'U1', 'C1')).toBe(1)
  })

  it('are gone once the channel is read, for that person alone', () => {
    const marks = markRead(messages, {}, 'U1', 'C1')
    expect(unreadCount(messages, marks, 'U1', 'C1')).toBe(0)
    expect(unreadCount(messages, marks, 'U2', 'C1')).toBe(3)
    expect(markRead(messages, marks, 'U1', 'C1')).toBe(marks)
  })
})

describe('the order of messages', () => {
  it('groups by day of the workspace, thread and speaker', () => {
    const evening = Date.parse('2024-06-24T23:59:00+08:00') / 1000
    const days = arrangeMessages([
      message(`${evening + 120}.000000`),
      message(`${evening}.000000`),
      message(`${evening + 10}.000000`),
      message(`${evening + 30}.000000`, 'U2', { thread_ts: `${evening}.000000` }),
      message(`${evening + 40}.000000`, 'U2', { thread_ts: 'gone' }),
    ])
    expect(days.map((day) => day.date)).toEqual(['2024-06-24', '2024-06-25'])
    expect(days[0]?.threads.map((thread) => [thread.replies.length, thread.joins])).toEqual([
      [1, false],
      [0, false],
      [0, false],
    ])
  })

  it('joins what one person says within five minutes', () => {
    const [day] = arrangeMessages([message('1000.0'), message('1010.0'), message('2000.0'), message('2001.0', 'U2')])
    expect(day?.threads.map((thread) => thread.joins)).toEqual([false, true, false, false])
  })
})

describe('the message box', () => {
  const commands = [
    { command: '/progress', description: '报送进展' },
    { command: '/plan', description: '实施方案' },
    { command: '/issue', description: 'raise a problem with progress' },
  ]

  it('tells commands from messages', () => {
    expect(readLine(' /progress 6 80% ')).toEqual({ kind: 'command', command: '/progress', text: '6 80%' })
    expect(readLine('1/2 done')).toEqual({ kind: 'message', text: '1/2 done' })
  })

  it('completes by name before description, until a space is typed', () => {
    expect(completions('/p', commands).map((one) => one.command)).toEqual(['/progress', '/plan', '/issue'])
    expect(completions('/PRO', commands).map((one) => one.command)).toEqual(['/progress', '/issue'])
    expect(completions('/方案', commands).map((one) => one.command)).toEqual(['/plan'])
    expect(completions('/progress ', commands)).toEqual([])
    expect(completions('hello', commands)).toEqual([])
    expect(commandInProgress('/plan x', commands)?.command).toBe('/plan')
  })
})

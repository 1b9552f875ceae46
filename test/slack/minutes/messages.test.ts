import { describe, expect, it } from 'vitest'
import type { MinutesNotice } from '../../../src/domain/minutes/minutes-notice.ts'
import { checkMessageBlocks } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import {
  draftMinutesMessage,
  minutesMessage,
  signedMessage,
  toSignMessage,
} from '../../../src/slack/minutes/messages.ts'

const core = {} as Core
const notice: MinutesNotice = {
  planId: 5,
  planTitle: '示范区建设实施方案',
  language: 'zh-CN',
  zone: 'Asia/Shanghai',
  meetingId: 1,
  no: 3,
  startsAt: '2024-07-02T15:00:00+08:00',
  minutes: 120,
  place: '一号会议室',
  number: 0,
  version: 2,
  counts: { decided: 3, deferred: 1, escalated: 0, withdrawn: 0, actions: 5 },
  text: '',
}
const amendment = { ...notice, number: 1, version: 1, text: '长'.repeat(2000) }
const signed = { signedBy: '李四', signedOn: '2024-07-03' }
const check = (message: { blocks: object[] }) => checkMessageBlocks(core, JSON.parse(JSON.stringify(message.blocks)))

describe('messages about minutes', () => {
  it('carry the plan, the meeting, the number and the version of the draft in their buttons', () => {
    const draft = draftMinutesMessage('zh-CN', notice)
    expect(draft.text).toBe('第3次联席会议纪要草稿已生成，请核对后送签')
    expect(JSON.stringify(draft.blocks)).toContain('议定 3 项，交办 5 件，延期 1 项')
    for (const id of ['minutes_submit', 'minutes_redraft'])
      expect(JSON.stringify(draft.blocks)).toContain(`"action_id":"${id}"`)
    expect(JSON.stringify(toSignMessage('en', notice).blocks)).toContain('"value":"5/3/0/2"')
    expect(JSON.stringify(draftMinutesMessage('zh-CN', amendment).blocks)).not.toContain('minutes_redraft')
  })

  it('are in the plan’s language in a channel, and in the person’s with what their units have to do', () => {
    const action = { no: 4, text: '完成验收', dueOn: '2024-07-16', owner: true }
    const shared = signedMessage('en', { ...notice, ...signed, units: [], actions: [] })
    expect(shared.text).toBe('已签发：第3次联席会议纪要 · 李四 7月3日（周三）')
    const own = signedMessage('en', { ...notice, ...signed, units: ['武汉海关'], actions: [action] })
    expect(own.text).toContain('Signed: minutes of joint meeting 3')
    expect(JSON.stringify(own.blocks)).toContain('Action 4 完成验收 · by Tue 16 Jul · owner')
  })

  it('keep within Slack’s limits', () => {
    const actions = Array.from({ length: 30 }, (_, no) => ({
      no: no + 1,
      text: '长'.repeat(200),
      dueOn: '2024-07-16',
      owner: false,
    }))
    const units = ['单'.repeat(50), '位'.repeat(50)]
    const rows = Array.from({ length: 40 }, (_, number) => ({
      notice: { ...amendment, number },
      signed: number < 39,
      file: { name: 'a.docx', bytes: new Uint8Array() },
    }))
    for (const locale of ['zh-CN', 'en'] as const) {
      check(signedMessage(locale, { ...notice, ...signed, units, actions }))
      check(draftMinutesMessage(locale, amendment))
      check(toSignMessage(locale, amendment))
      check(minutesMessage(locale, { no: 3, rows, mayDraft: true, maySign: true }))
    }
    const leaders = minutesMessage('zh-CN', { no: 3, rows, mayDraft: false, maySign: true })
    expect(JSON.stringify(leaders.blocks).match(/minutes_sign/g)).toHaveLength(1)
    expect(JSON.stringify(leaders.blocks)).not.toContain('minutes_submit')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBot, startBot, wholeText } from '../support/running-bot.ts'

const customs = 'U0UNIT04'
const convener = 'U0CONVENER'
const leader = 'U0LEADER1'
const liaisons = 'C0LIAISON'
const meetingChannel = 'C0MEETING'

describe('a joint meeting, by the control API alone', () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await startBot()
  })
  afterAll(() => bot.stop())

  const openViews = async (user: string) => (await bot.state(user)).views.filter((view) => view.user === user)
  const topView = async (user: string) => {
    const view = (await openViews(user)).at(-1)
    if (!view) throw new Error('no modal is open')
    return view
  }
  const act = async (user: string, actionId: string, value?: string, values?: object) => {
    const { id } = await topView(user)
    const container = { type: 'view', view_id: id }
    const answer = await bot.post('actions', { user, container, action_id: actionId, value, values })
    expect(answer).toMatchObject({ ok: true })
  }
  const submit = async (user: string, values: object) =>
    bot.post('submissions', { user, view_id: (await topView(user)).id, values })
  const directMessages = async (user: string) =>
    (await bot.state(user)).messages.filter((one) => one.channel.startsWith('D') && !one.ephemeral_for)
  const clickMessage = async (user: string, text: string, actionId: string) => {
    const message = (await directMessages(user)).findLast((one) => one.text.includes(text))
    if (!message) throw new Error(`no message ${text}`)
    const container = { type: 'message', channel: message.channel, ts: message.ts }
    expect(await bot.post('actions', { user, container, action_id: actionId })).toMatchObject({ ok: true })
  }
  const files = async (user: string, name: string) => {
    const { messages } = (await bot.state(user)) as {
      messages: { channel: string; files?: { id: string; name: string }[] }[]
    }
    return messages
      .flatMap((one) => (one.files ?? []).map((file) => ({ ...file, channel: one.channel })))
      .filter((file) => file.name === name)
  }

  it('has a published agenda', async () => {
    await bot.command(customs, liaisons, '/issue', '花山港验收标准不一 任务12 需：市商务局、武汉海关 20分钟 严重')
    await bot.command(customs, liaisons, '/issue', '减免税系统接口口径 任务6 需：武汉海关 15分钟')
    await bot.command(customs, liaisons, '/issue', '总部企业用地指标不足 需：市商务局 10分钟')
    await bot.command(convener, meetingChannel, '/agenda', '2024-07-02 15:00 120')
    await bot.command(convener, meetingChannel, '/agenda', 'publish')
    expect(await bot.post('clock', { now: '2024-07-02T15:00:00+08:00' })).toMatchObject({ ok: true })
  })

  it('refuses who may not run it, and says what it understands', async () => {
    await bot.command(customs, liaisons, '/meeting', 'run')
    expect((await bot.lastMessage(customs, liaisons)).text).toContain('此操作需由召集人或管理员进行')
    await bot.command(convener, meetingChannel, '/meeting', 'run 9')
    expect((await bot.lastMessage(convener, meetingChannel)).text).toContain('没有第9次联席会议')
    await bot.command(convener, meetingChannel, '/meeting', 'help')
    expect(wholeText((await bot.lastMessage(convener, meetingChannel)).blocks)).toContain('/meeting outcome 3 #7')
  })

  it('opens its board at the first item', async () => {
    await bot.command(convener, meetingChannel, '/meeting', 'run')
    const board = wholeText((await topView(convener)).view.blocks)
    expect(board).toContain('正在讨论：第1项')
    expect(board).toContain('接下来')
    expect(board).toContain('还剩')
  })

  it('marks who is there, above the board, and comes back to it', async () => {
    const board = await topView(convener)
    await act(convener, 'board_attendance')
    expect((await topView(convener)).view.title.text).toBe('点名')
    const units = unitIds((await topView(convener)).view.blocks)
    expect(await submit(convener, { board_present: [units.武汉海关] })).toMatchObject({ ok: true })
    expect((await topView(convener)).id).toBe(board.id)
    expect(wholeText((await topView(convener)).view.blocks)).toContain('点名（到会 1/')
    await bot.command(convener, meetingChannel, '/meeting', 'attend 1 市商务局、武汉海关')
    expect((await bot.lastMessage(convener, meetingChannel)).text).toContain('到会 2 个单位')
  })

  it('records an outcome with two actions in one form, with errors at their fields first', async () => {
    const board = await topView(convener)
    await act(convener, 'board_record')
    await act(convener, 'decision_add_action', undefined, {
      decision_text: '统一验收标准',
      decision_what_0: '完成验收',
    })
    const form = await topView(convener)
    expect(wholeText(form.view.blocks)).toContain('decision_what_1')
    const units = unitIds(form.view.blocks)
    const refused = await submit(convener, { decision_due_0: '尽快' })
    expect(refused).toMatchObject({ ok: false })
    expect(Object.keys(refused.errors as object).sort()).toEqual(['due_0', 'owner_0'])
    const values = {
      decision_owner_0: units.武汉海关,
      decision_co_units_0: [units.市商务局],
      decision_due_0: '10个工作日',
      decision_measure_0: '出具验收单',
      decision_what_1: '印发统一标准',
      decision_owner_1: units.市商务局,
      decision_due_1: '7月31日',
    }
    expect(await submit(convener, values)).toMatchObject({ ok: true })
    const after = await topView(convener)
    expect(after.id).toBe(board.id)
    const text = wholeText(after.view.blocks)
    expect(text).toContain('议定 · 交办 2 件：统一验收标准')
    expect(text).toContain('正在讨论：第2项')
  })

  it('tells the second of two conveners what the first recorded, and keeps what they typed', async () => {
    const admin = 'U0ADMIN'
    await bot.command(admin, meetingChannel, '/meeting', 'run 1')
    const board = await topView(admin)
    const no = /正在讨论：第2项 #(\d)/.exec(wholeText(board.view.blocks))?.[1] ?? ''
    await act(admin, 'board_record', no)
    await bot.command(convener, meetingChannel, '/meeting', `outcome 1 #${no} 延期 材料不齐`)
    expect((await bot.lastMessage(convener, meetingChannel)).text).toBe(`已记录：#${no} 延期`)
    expect(await submit(admin, { decision_text: '口径以海关为准' })).toMatchObject({ ok: true })
    const after = await topView(admin)
    expect(after.id).toBe(board.id)
    expect(wholeText(after.view.blocks)).toContain(`另一位召集人刚记录了 #${no} 的结果「材料不齐」`)
    expect(wholeText((await bot.lastMessage(admin, meetingChannel)).blocks)).toContain('口径以海关为准')
    await bot.command(convener, meetingChannel, '/meeting', `take 1 #${no}`)
  })

  it('shows an overrun and calls the units whose item comes up', async () => {
    await bot.post('clock', { now: '2024-07-02T15:40:00+08:00' })
    await act(convener, 'board_refresh')
    expect(wholeText((await topView(convener)).view.blocks)).toMatch(/已超时 \d+ 分钟.*推迟 \d+ 分钟/)
    const calls = (await directMessages(customs)).filter((one) => one.text.includes('讨论第'))
    expect(calls.length).toBeGreaterThan(0)
    expect(new Set(calls.map((one) => one.text)).size).toBe(calls.length)
  })

  it('goes on by words, and where it was when it is opened again', async () => {
    await bot.command(convener, meetingChannel, '/meeting', 'next 1')
    expect((await bot.lastMessage(convener, meetingChannel)).text).toContain('正在讨论：第3项')
    await bot.command(convener, meetingChannel, '/meeting', 'run 1')
    expect(wholeText((await topView(convener)).view.blocks)).toContain('正在讨论：第3项')
  })

  it('ends with what has no outcome carried over, and drafts its minutes', async () => {
    await act(convener, 'board_end')
    const ended = wholeText((await topView(convener)).view.blocks)
    expect(ended).toContain('已结束：议定 1 项、交办 2 件，延期 2 项')
    expect(await files(convener, 'minutes-1.docx')).toHaveLength(1)
  })

  it('has its minutes signed by a leader, posted and sent', async () => {
    await clickMessage(convener, '草稿已生成', 'minutes_submit')
    await clickMessage(leader, '请签发', 'minutes_sign')
    const posted = (await files(customs, 'minutes-1.docx')).filter((file) => file.channel === meetingChannel)
    expect(posted).toHaveLength(1)
    const message = (await directMessages(customs)).findLast((one) => one.text.includes('已签发'))
    expect(wholeText(message?.blocks)).toContain('完成验收')
    const bytes = await fetch(`${bot.url}/sandbox/files/${posted[0]?.id}`)
    expect(
      Buffer.from(await bytes.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })

  it('changes no more, but is amended under a number', async () => {
    await bot.command(convener, meetingChannel, '/meeting', 'outcome 1 #1 改 撤销')
    expect((await bot.lastMessage(convener, meetingChannel)).text).toContain('纪要已经签发')
    await bot.command(convener, meetingChannel, '/meeting', 'amend 1 第一项期限应为8月15日')
    await bot.command(leader, meetingChannel, '/meeting', 'sign 1')
    expect((await bot.lastMessage(leader, meetingChannel)).text).toContain('尚未送签')
    await bot.command(convener, meetingChannel, '/meeting', '送签 1')
    await bot.command(leader, meetingChannel, '/meeting', '签发 1')
    expect(await files(customs, 'minutes-1-amendment-1.docx')).toHaveLength(2)
    await bot.command(customs, liaisons, '/meeting', 'minutes 1')
    expect(wholeText((await bot.lastMessage(customs, liaisons)).blocks)).toContain('更正（第1号） · 已签发')
  })
})

/** The units that the form offers, by name. */
function unitIds(blocks: object[]): Record<string, string> {
  const found = [...JSON.stringify(blocks).matchAll(/"value":"(\d+)","text":\{"type":"plain_text","text":"([^"]+)"/g)]
  return Object.fromEntries(found.map(([, id, name]) => [name, id]))
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { openImage } from '../support/database.ts'
import { type RunningBot, startBot, wholeText } from '../support/running-bot.ts'

const unit = 'U0UNIT07'
const other = 'U0UNIT01'
const convener = 'U0CONVENER'
const leader = 'U0LEADER1'
const liaisons = 'C0LIAISON'

describe('supervision by the control API alone', () => {
  let bot: RunningBot
  let database: Database
  let planId: number
  beforeAll(async () => {
    database = await openImage()
    bot = await startBot({ database, startAt: '2024-07-12T08:00:00+08:00' })
    planId = (await database.client.plan.findFirstOrThrow()).id
  })
  afterAll(() => bot.stop())

  const clock = async (now: string) => expect(await bot.post('clock', { now })).toMatchObject({ ok: true })
  const direct = async (user: string) => {
    const messages = (await bot.state(user)).messages.filter((one) => one.channel.startsWith('D'))
    const last = messages.at(-1)
    if (!last) throw new Error(`no direct message to ${user}`)
    return last
  }
  const click = async (user: string, message: { channel: string; ts: string }, action_id: string, value: string) => {
    const container = { type: 'message', channel: message.channel, ts: message.ts }
    expect(await bot.post('actions', { user, container, action_id, value })).toMatchObject({ ok: true })
  }
  const submit = async (user: string, values: object) => {
    const view = (await bot.state(user)).views.filter((one) => one.user === user).at(-1)
    return bot.post('submissions', { user, view_id: view?.id, values })
  }
  const say = async (user: string, command: string, text: string) => {
    await bot.command(user, liaisons, command, text)
    return bot.lastMessage(user, liaisons)
  }

  it('a unit gets its slip in the brief, and signs for it by the form', async () => {
    await clock('2024-07-15T08:00:00+08:00')
    await clock('2024-07-15T09:00:00+08:00')
    const brief = await direct(unit)
    expect(wholeText(brief.blocks)).toContain('督办提醒（蓝）第 2024-')
    expect(wholeText(brief.blocks)).toContain('7月18日（周四）前未办将转为黄色。')
    const slip = /第 (2024-\d{3}) 号/.exec(wholeText(brief.blocks))?.[1] ?? ''
    await click(unit, brief, 'slip_sign', `${planId}/${slip}`)
    expect(await submit(unit, { slip_remark: '  ' })).toMatchObject({ ok: false })
    expect(await submit(unit, { slip_remark: '数据正在核对' })).toMatchObject({ ok: true })
    expect((await direct(unit)).text).toBe(`已签收：督办单第 ${slip} 号。应办事项仍须办理。`)
    expect((await say(unit, '/todo', '督办')).text).toBe('本单位督办单 1 份，其中未了结 1 份')
    expect(wholeText((await say(unit, '/todo', `督办单 ${slip}`)).blocks)).toContain('「数据正在核对」')
    for (const words of [`show ${slip}`, `查看 第${slip}号`, slip])
      expect(wholeText((await say(unit, '/todo', words)).blocks)).toContain('「数据正在核对」')
    expect((await say(other, '/todo', `sign ${slip} 已办`)).text).toContain(`没有督办单第 ${slip} 号`)
  })

  it('the office sees all that is overdue, by unit, and pauses a task', async () => {
    const overdue = await say(convener, '/todo', '逾期')
    expect(overdue.text).toBe('逾期事项 15 件，涉及 15 个单位')
    expect(wholeText(overdue.blocks)).toContain('第 1 页，共 2 页，后面还有 3 件')
    await click(convener, overdue, 'slip_overdue_page', `${planId}/2`)
    expect(wholeText((await bot.lastMessage(convener, liaisons)).blocks)).toContain('第 2 页，共 2 页')
    expect((await say(unit, '/todo', 'overdue')).text).toBe('本单位逾期事项 1 件')
    expect((await say(unit, '/progress', 'pause 5 等待批复')).text).toContain('没有执行')
    expect((await say(convener, '/progress', '暂停 5 等待批复')).text).toContain('已暂停：任务5')
    expect((await say(convener, '/progress', 'resume 5')).text).toContain('已恢复：任务5')
    expect((await say(convener, '/progress', 'pause')).text).toContain('请写明任务编号或报送期')
    expect((await say(convener, '/todo', 'slip 31')).text).toContain('请写明督办单编号')
    expect((await say(convener, '/todo', '督办 第二页')).text).toContain('看不懂')
  })

  it('a leader approves a red slip by a click, and the office takes it back in words', async () => {
    await clock('2024-07-18T09:00:00+08:00')
    await clock('2024-07-25T09:00:00+08:00')
    const brief = await direct(leader)
    expect(wholeText(brief.blocks)).toContain('待您批准的红色通报')
    const value = /"action_id":"slip_approve"[^}]*\}[^}]*"value":"([^"]+)"/.exec(wholeText(brief.blocks))?.[1] ?? ''
    await click(leader, brief, 'slip_approve', value)
    const slip = /第 (2024-\d{3}) 号/.exec((await direct(leader)).text)?.[1] ?? ''
    expect(slip).not.toBe('')
    await clock('2024-07-25T09:05:00+08:00')
    const posted = (await bot.state(leader)).messages.filter(({ text }) => text.startsWith('督办通报（红）'))
    expect(posted.map(({ text }) => text)).toContainEqual(expect.stringContaining(slip))
    const receipt = await say(convener, '/todo', `撤回 ${slip} 已按时报送`)
    expect(receipt.text).toContain(`已撤回：督办单第 ${slip} 号`)
    await clock('2024-07-25T09:10:00+08:00')
    const after = (await bot.state(leader)).messages.filter(
      ({ text }) => text.includes(slip) && text.startsWith('已撤回'),
    )
    expect(after.length).toBeGreaterThan(0)
  })
})

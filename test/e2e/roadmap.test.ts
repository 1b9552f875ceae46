import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBot, startBot, wholeText } from '../support/running-bot.ts'

const [liaison, other] = ['U0UNIT01', 'U0UNIT05'] as const
const leader = 'U0LEADER1'
const channel = 'C0LIAISON'

describe('a milestone from its setting to the issue raised for it, by the control API alone', () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await startBot({ startAt: '2024-06-24T09:00:00+08:00' })
  })
  afterAll(() => bot.stop())

  const say = async (user: string, command: string, text: string) => {
    await bot.command(user, channel, command, text)
    return bot.lastMessage(user, channel)
  }
  const click = async (user: string, message: { ts: string }, actionId: string, value: string) => {
    const container = { type: 'message', channel, ts: message.ts }
    expect(await bot.post('actions', { user, container, action_id: actionId, value })).toMatchObject({ ok: true })
  }
  const openView = async (user: string) => {
    const view = (await bot.state(user)).views.filter((one) => one.user === user).at(-1)
    if (!view) throw new Error('no modal is open')
    return view
  }
  const submit = async (user: string, values: object) =>
    bot.post('submissions', { user, view_id: (await openView(user)).id, values })

  it('is set by a unit that is responsible, by words and by its form', async () => {
    expect((await say(other, '/progress', '节点 6 封关运营 2024-07-31')).text).toContain('没有保存：任务6 不由')
    const added = await say(liaison, '/progress', '节点 6 首批企业签约 2024-06-28')
    expect(added.text).toBe('已新增：节点1 首批企业签约，6月28日（周五）到期。')
    const task = await say(liaison, '/plan', '任务 6')
    expect(wholeText(task.blocks)).toContain('节点1 首批企业签约')
    await click(liaison, task, 'milestone_list', '1/6')
    const list = await bot.lastMessage(liaison, channel)
    await click(liaison, list, 'milestone_open', '1/6')
    const values = { milestone_title: '第二批企业签约', milestone_day: '2024-06-20' }
    expect(JSON.stringify(await submit(liaison, values))).toContain('已经过去')
    expect(await submit(liaison, { ...values, milestone_day: '2024-09-30' })).toMatchObject({ ok: true })
    expect((await bot.lastMessage(liaison, channel)).text).toContain('已新增：节点2 第二批企业签约')
  })

  it('that slipped is raised with a click and a submission, and says so afterwards', async () => {
    await bot.post('clock', { now: '2024-07-03T09:00:00+08:00' })
    await say(leader, '/issue', 'list')
    const waiting = await bot.lastMessage(leader, channel)
    expect(waiting.text).toContain('另有 1 个逾期节点')
    await click(leader, waiting, 'milestone_list', '1/late')
    const late = await bot.lastMessage(leader, channel)
    expect(wholeText(late.blocks)).toContain('🟡 已逾期 3 个工作日')
    await click(leader, late, 'milestone_raise', '1/1')
    expect(await submit(leader, {})).toMatchObject({ ok: true })
    expect((await bot.lastMessage(leader, channel)).text).toContain('已提出问题 #1：逾期：首批企业签约')
    expect(wholeText((await say(leader, '/issue', '1')).blocks)).toContain('来自节点1 首批企业签约')
    await click(leader, late, 'milestone_raise', '1/1')
    expect((await bot.lastMessage(leader, channel)).text).toContain('已有未决问题 #1')
  })

  it('is reached by its form; a form that is older than the last change is refused', async () => {
    const list = await say(liaison, '/progress', 'roadmap 6')
    expect(wholeText(list.blocks)).toContain('问题 #1 协调中')
    await click(liaison, list, 'milestone_done', '1/1')
    const older = await openView(liaison)
    await say(liaison, '/progress', '节点 改期 1 2024-07-10 等待签约仪式')
    const values = { milestone_evidence: '合同编号 12' }
    await bot.post('submissions', { user: liaison, view_id: older.id, values })
    expect((await bot.lastMessage(liaison, channel)).text).toContain('刚被他人更改')
    await click(liaison, list, 'milestone_done', '1/1')
    await submit(liaison, values)
    expect((await bot.lastMessage(liaison, channel)).text).toBe('已记录：节点1 首批企业签约，7月3日（周三）完成。')
  })

  it('policies are added by their form and removed with a reason', async () => {
    const none = await say(liaison, '/progress', '政策 6')
    await click(liaison, none, 'policy_open', '1/6')
    const values = { policy_title: '若干措施', policy_document: '武政办[2024]12号', policy_link: 'ftp://a.example' }
    expect(JSON.stringify(await submit(liaison, values))).toContain('链接须是完整网址')
    await submit(liaison, { ...values, policy_link: 'https://a.example/b' })
    const added = await bot.lastMessage(liaison, channel)
    expect(added.text).toBe('已新增：任务6 配套政策《若干措施》武政办〔2024〕12号')
    const list = await say(liaison, '/progress', '政策 6')
    const [, id] = /"action_id":"policy_remove"[^}]*\},"value":"1\/(\d+)"/.exec(wholeText(list.blocks)) ?? []
    await click(liaison, list, 'policy_remove', `1/${id}`)
    await submit(liaison, { policy_reason: '已被新文件代替' })
    expect((await bot.lastMessage(liaison, channel)).text).toContain('已删除：任务6')
  })
})

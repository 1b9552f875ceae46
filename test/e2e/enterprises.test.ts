import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBot, startBot, wholeText } from '../support/running-bot.ts'

const liaison = 'U0UNIT03'
const customs = 'U0UNIT04'
const other = 'U0UNIT13'
const convener = 'U0CONVENER'
const channel = 'C0LIAISON'
const name = '绝密进出口公司'

describe('key enterprises, by the control API alone', () => {
  let bot: RunningBot
  let unit: string
  let planId: string
  beforeAll(async () => {
    bot = await startBot()
    const { users } = (await bot.state()) as unknown as { users: { id: string; real_name: string }[] }
    unit = (users.find(({ id }) => id === liaison)?.real_name ?? '').replace('联络员', '')
  })
  afterAll(() => bot.stop())

  const say = async (user: string, words: string, command = '/progress') => {
    await bot.command(user, channel, command, words)
    return bot.lastMessage(user, channel)
  }
  const view = async (user: string) => {
    const found = (await bot.state(user)).views.filter((one) => one.user === user).at(-1)
    if (!found) throw new Error('no modal is open')
    return found
  }
  const submit = async (user: string, values: object) =>
    bot.post('submissions', { user, view_id: (await view(user)).id, values })
  const click = async (user: string, action_id: string, value: string) => {
    const { ts } = await bot.lastMessage(user, channel)
    const container = { type: 'message', channel, ts }
    expect(await bot.post('actions', { user, container, action_id, value })).toMatchObject({ ok: true })
  }

  it('the office enters one by words, its contact named as Slack names people', async () => {
    expect((await say(convener, `enterprise add ${name} ${unit} @${unit}联络员 每2个月 备注：主营冷链`)).text).toBe(
      `已登记：企业1 ${name}`,
    )
    const last = await bot.lastMessage(convener, channel)
    expect(wholeText(last.blocks)).toContain(`{"type":"user","user_id":"${liaison}"}`)
    planId = /"value":"(\d+)\/1"/.exec(wholeText(last.blocks))?.[1] ?? ''
    expect((await say(convener, `企业 新增 ${name} ${unit} 每月`)).text).toContain('已登记为企业1')
    expect((await say(convener, `企业 新增 另一公司 ${unit} @召集人`)).text).toContain(`须是${unit}的联络员`)
  })

  it('its liaison sees it, visits it, and raises its problem in the form that follows', async () => {
    expect((await say(liaison, 'enterprises')).text).toBe('重点企业 1 家')
    await click(liaison, 'enterprise_visit', `${planId}/1`)
    expect(await submit(liaison, { enterprise_day: '2030-01-01', enterprise_visit_notes: '走访' })).toMatchObject({
      ok: false,
    })
    const values = {
      enterprise_day: '2024-06-24',
      enterprise_visit_notes: '反映通关时间长',
      enterprise_problem: ['problem'],
    }
    expect(await submit(liaison, values)).toMatchObject({ ok: true })
    expect((await bot.lastMessage(liaison, channel)).text).toContain(`走访企业1 ${name}`)
    const form = await view(liaison)
    expect(form.view.callback_id).toBe('issue_modal')
    expect(wholeText(form.view.blocks)).toContain('题目请勿写企业名称')
    expect(await submit(liaison, { issue_title: '冷链货物通关时间长', issue_task: '22' })).toMatchObject({ ok: true })
    expect((await bot.lastMessage(liaison, channel)).text).toBe('已提出问题 #1：冷链货物通关时间长')
    expect((await say(liaison, '走访')).text).toBe('重点企业 1 家')
    expect((await say(liaison, '走访 1 昨天 补记一次')).text).toContain(`走访企业1 ${name}`)
    const page = wholeText((await say(liaison, '企业1')).blocks)
    for (const part of ['反映通关时间长', '补记一次', '#1 冷链货物通关时间长 · 未决', '备注：主营冷链'])
      expect(page).toContain(part)
  })

  it('corrects and removes a visit with a reason', async () => {
    const page = wholeText((await say(liaison, 'enterprise 1')).blocks)
    const [latest = '', earlier = ''] = [...page.matchAll(/"enterprise_correct".*?"value":"([^"]*)"/g)].map(
      (one) => one[1],
    )
    await click(liaison, 'enterprise_correct', latest)
    expect(await submit(liaison, { enterprise_reason: ' ' })).toMatchObject({ ok: false })
    await submit(liaison, { enterprise_visit_notes: '反映检验时间长', enterprise_reason: '笔误' })
    expect((await bot.lastMessage(liaison, channel)).text).toContain('已更正')
    await say(liaison, 'enterprise 1')
    await click(liaison, 'enterprise_remove', earlier)
    await submit(liaison, { enterprise_reason: '重复' })
    expect((await bot.lastMessage(liaison, channel)).text).toContain('已删除')
    const after = wholeText((await say(liaison, 'enterprise 1')).blocks)
    expect(after).toContain('反映检验时间长')
    expect(after).not.toContain('补记一次')
  })

  it('a unit not concerned learns no more than that there is one, and no number is telling', async () => {
    expect((await say(other, 'enterprises')).text).toBe('没有您可见的重点企业。')
    const hidden = (await say(other, 'enterprise 1')).text
    expect(hidden.replace('1', '9')).toBe((await say(other, 'enterprise 9')).text)
    expect((await say(other, 'visit 1 今天 试探')).text).toBe(hidden)
    const card = wholeText((await say(other, '1', '/issue')).blocks)
    expect(card).toContain('涉及一家重点企业')
    const seen = JSON.stringify((await bot.state(other)).messages.filter((one) => one.ephemeral_for === other))
    expect(seen).not.toContain(name)
    expect(wholeText((await say(liaison, '1', '/issue')).blocks)).toContain(`涉及重点企业：企业1 ${name}`)
  })

  it('an issue is raised for it in words, and names it to the unit it needs', async () => {
    expect((await say(other, '企业1 任务22 试探 需：武汉海关', '/issue')).text).toContain('没有企业1')
    expect((await say(convener, '企业1 任务22 查验比例偏高 需：武汉海关', '/issue')).text).toContain('#2')
    const card = wholeText((await say(customs, '2', '/issue')).blocks)
    expect(card).toContain(`涉及重点企业：${name}`)
    expect((await say(customs, '企业 1')).text).toContain('没有企业1')
  })

  it('is changed and ended by words and by forms, in both languages', async () => {
    expect((await say(convener, 'enterprise change 1 every 6 months')).text).toBe(`已更改：企业1 ${name}`)
    await say(convener, '企业 更改 1')
    expect(await submit(convener, { enterprise_months: '12' })).toMatchObject({ ok: true })
    const page = wholeText((await say(convener, '企业 1')).blocks)
    expect(page).toContain('每12个月走访')
    await click(convener, 'enterprise_end', `${planId}/1`)
    expect(await submit(convener, { enterprise_reason: '迁出' })).toMatchObject({ ok: true })
    expect((await bot.lastMessage(convener, channel)).text).toBe(`已停止联系：企业1 ${name}`)
    expect((await say(convener, '走访 1 又去一次')).text).toContain('已停止联系')
    expect(wholeText((await say(convener, 'enterprises help')).blocks)).toContain('/progress visit 3')
    expect(wholeText((await say(convener, 'help')).blocks)).toContain('/progress enterprises')
    expect((await say(convener, '企业 随便')).text).toContain('看不懂')
  })

  it('and a report reads as it was typed, mentions and all', async () => {
    const { text, blocks } = await say(liaison, '22 50% 达进度 与 @召集人 核对，时间<10%，差距>5%')
    expect(text).toContain('任务22')
    expect(wholeText(blocks)).toContain('时间<10%，差距>5%')
    expect(wholeText(blocks)).not.toContain('U0CONVENER')
  })
})

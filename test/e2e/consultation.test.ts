import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBot, startBot, wholeText } from '../support/running-bot.ts'

const [first, second, customs, stranger] = ['U0UNIT01', 'U0UNIT03', 'U0UNIT04', 'U0UNIT05'] as const
const convener = 'U0CONVENER'
const liaisons = 'C0LIAISON'
const meetingChannel = 'C0MEETING'

describe('consulting before the meeting, by the control API alone', () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await startBot()
    await bot.command(customs, liaisons, '/issue', '减免税系统接口口径不一 需：东湖高新区管委会、市商务局、武汉海关')
  })
  afterAll(() => bot.stop())

  const posts = async () =>
    (await bot.state(first)).messages.filter((one) => one.channel === meetingChannel && !one.ephemeral_for)
  const act = async (user: string, channel: string, ts: string, actionId: string) => {
    const container = { type: 'message', channel, ts }
    expect(await bot.post('actions', { user, container, action_id: actionId })).toMatchObject({ ok: true })
  }
  const clickPost = async (user: string, actionId: string) => {
    const [post] = await posts()
    await act(user, meetingChannel, post?.ts ?? '', actionId)
  }
  const openView = async (user: string) => {
    const view = (await bot.state(user)).views.filter((one) => one.user === user).at(-1)
    if (!view) throw new Error('no modal is open')
    return view
  }
  /** The direct messages of the bot to a person. */
  const direct = async (user: string) =>
    (await bot.state(user)).messages.filter((one) => one.channel.startsWith('D') && !one.ephemeral_for)

  it('the convener asks from the view of the issue, with a field error first', async () => {
    await bot.command(convener, liaisons, '/issue', '1')
    const shown = await bot.lastMessage(convener, liaisons)
    await act(convener, liaisons, shown.ts, 'consultation_open')
    const form = await openView(convener)
    expect(wholeText(form.view.blocks)).toContain('东湖高新区管委会')
    const submit = (consultation_proposal: string) =>
      bot.post('submissions', { user: convener, view_id: form.id, values: { consultation_proposal } })
    expect((await submit('  ')).ok).toBe(false)
    expect(await submit('以海关口径为准，本月内切换')).toMatchObject({ ok: true })
    expect((await bot.lastMessage(convener, liaisons)).text).toContain('已发出会商 #1')
    const [post] = await posts()
    expect(post?.text).toBe('请会商 #1 减免税系统接口口径不一 · 已答复 0/3')
    expect(wholeText(post?.blocks)).toContain('以海关口径为准，本月内切换')
  })

  it('a liaison of no needed unit, and the convener, are told why they cannot answer', async () => {
    await clickPost(stranger, 'consultation_agree')
    expect((await bot.lastMessage(stranger, meetingChannel)).text).toContain('没有记录：#1 的会商征求的是')
    await clickPost(convener, 'consultation_agree')
    expect((await bot.lastMessage(convener, meetingChannel)).text).toContain('此操作需由联络员进行')
  })

  it('units answer by button, by form and by words; the post follows', async () => {
    await clickPost(first, 'consultation_agree')
    expect((await bot.lastMessage(first, meetingChannel)).text).toContain('同意处理意见')
    await clickPost(second, 'consultation_object')
    const form = await openView(second)
    expect(wholeText(form.view.blocks)).toContain('以海关口径为准')
    const values = { consultation_remark: '过渡期应至年底' }
    await bot.post('submissions', { user: second, view_id: form.id, values })
    expect((await bot.lastMessage(second, meetingChannel)).text).toContain('有异议')
    await bot.command(customs, liaisons, '/issue', '同意 １ 接口已就绪')
    const [post, ...others] = await posts()
    expect(others).toEqual([])
    expect(post?.text).toBe('请会商 #1 减免税系统接口口径不一 · 已答复 3/3，1 个单位有异议')
    expect(wholeText(post?.blocks)).toContain('「过渡期应至年底」')
    expect(wholeText(post?.blocks)).toContain('「接口已就绪」')
    expect(await direct(convener)).toEqual([])
  })

  it('once all agree, the convener alone is offered to settle it, once', async () => {
    await bot.command(second, liaisons, '/issue', 'agree 1')
    expect(wholeText((await bot.lastMessage(second, liaisons)).blocks)).toContain('原答复「🟡 有异议」已更改')
    const [post] = await posts()
    expect(post?.text).toBe('会商一致 #1 减免税系统接口口径不一 · 3 个单位均同意')
    const offers = await direct(convener)
    expect(offers.map((one) => one.text)).toEqual(['#1 减免税系统接口口径不一：3 个单位均同意，可会外议定'])
    expect(wholeText(offers[0]?.blocks)).toContain('"action_id":"decision_settle"')
    expect(await direct(first)).toEqual([])
  })

  it('the view of the issue shows the consultation', async () => {
    await bot.command(convener, liaisons, '/issue', '1')
    const shown = wholeText((await bot.lastMessage(convener, liaisons)).blocks)
    for (const part of ['均同意 · 已答复 3/3', '处理意见：以海关口径为准', '「接口已就绪」', 'decision_settle'])
      expect(shown).toContain(part)
  })

  it('withdrawing the issue ends it: the post and the offer say so, and nobody can answer any more', async () => {
    const shown = await bot.lastMessage(convener, liaisons)
    await act(convener, liaisons, shown.ts, 'issue_withdraw')
    const [post] = await posts()
    expect(post?.text).toBe('会商已停止 #1 减免税系统接口口径不一')
    expect(wholeText(post?.blocks)).not.toContain('consultation_agree')
    const [offer] = await direct(convener)
    expect(wholeText(offer?.blocks)).not.toContain('decision_settle')
    await bot.command(first, liaisons, '/issue', '同意 1')
    expect((await bot.lastMessage(first, liaisons)).text).toContain('这次会商已结束')
  })
})

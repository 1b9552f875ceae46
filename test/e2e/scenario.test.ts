import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBot, startBot, wholeText } from '../support/running-bot.ts'

const liaison = 'U0UNIT01'
const customs = 'U0UNIT04'
const convener = 'U0CONVENER'
const leader = 'U0LEADER1'
const liaisons = 'C0LIAISON'
const meetingChannel = 'C0MEETING'
const leadingChannel = 'C0LEADING'

describe('the main job, by the control API alone', () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await startBot()
  })
  afterAll(() => bot.stop())

  const openView = async (user: string) => {
    const views = (await bot.state(user)).views.filter((view) => view.user === user)
    const view = views.at(-1)
    if (!view) throw new Error('no modal is open')
    return view
  }
  const click = async (user: string, channel: string, actionId: string, value?: string) => {
    const { ts } = await bot.lastMessage(user, channel)
    const container = { type: 'message', channel, ts }
    expect(await bot.post('actions', { user, container, action_id: actionId, value })).toMatchObject({ ok: true })
  }

  it('a liaison reports through the form, with a field error first', async () => {
    await bot.command(liaison, liaisons, '/progress')
    const form = await openView(liaison)
    expect(form.view.title.text).toBe('进展报送')
    expect(wholeText(form.view.blocks)).toContain('应报 17 项')
    const submit = (values: object) => bot.post('submissions', { user: liaison, view_id: form.id, values })
    const refused = await submit({ progress_status: 'on_track', progress_percent: 80, progress_summary: '   ' })
    expect(refused.ok).toBe(false)
    expect(
      await submit({ progress_status: 'on_track', progress_percent: 80, progress_summary: '已引进4家' }),
    ).toMatchObject({ ok: true })
    const receipt = await bot.lastMessage(liaison, liaisons)
    expect(receipt.ephemeral_for).toBe(liaison)
    expect(receipt.text).toContain('已收到：任务1 · 2024年上半年 · 第1版')
    expect((await bot.state(liaison)).views).toEqual([])
  })

  it('another reports in one line, a second version, and takes it back', async () => {
    await bot.command(customs, liaisons, '/progress', '6 80% 达进度 已签约12家')
    await bot.command(customs, liaisons, '/progress', '６ 90％ 超进度 已签约13家')
    expect((await bot.lastMessage(customs, liaisons)).text).toContain('任务6 · 2024年上半年 · 第2版')
    await click(customs, liaisons, 'progress_withdraw')
    expect((await bot.lastMessage(customs, liaisons)).text).toContain('已撤回第2版')
  })

  it('a unit that is not responsible is told so, with the tasks it may report on', async () => {
    await bot.command(customs, liaisons, '/progress', '4 80% 达进度 无关')
    const answer = await bot.lastMessage(customs, liaisons)
    expect(answer.text).toContain('没有保存：任务4 不由武汉海关负责')
    expect(answer.ephemeral_for).toBe(customs)
  })

  it('speaks English to who uses Slack in English', async () => {
    await bot.post('users', { user: customs, locale: 'en-US' })
    await bot.command(customs, liaisons, '/progress', '4 80% on_track nothing')
    expect((await bot.lastMessage(customs, liaisons)).text).toContain(
      'Not saved: 武汉海关 is not responsible for task 4',
    )
    await bot.post('users', { user: customs, locale: 'zh-CN' })
  })

  it('raises issues by form, by words and from a message, and shows similar ones first', async () => {
    await bot.command(liaison, liaisons, '/issue')
    const form = await openView(liaison)
    const values = { issue_title: '花山港验收标准不一', issue_task: '12', issue_severity: '3', issue_minutes: 20 }
    expect(await bot.post('submissions', { user: liaison, view_id: form.id, values })).toMatchObject({ ok: true })
    expect((await bot.lastMessage(liaison, liaisons)).text).toContain('已提出问题 #1')

    await bot.command(customs, liaisons, '/issue', '花山港验收标准不统一 任务12')
    expect((await bot.lastMessage(customs, liaisons)).text).toContain('尚未保存：已有 1 个相似')
    await click(customs, liaisons, 'issue_raise_anyway')
    expect((await bot.lastMessage(customs, liaisons)).text).toContain('已提出问题 #2')

    const said = await bot.post('messages', {
      user: customs,
      channel: liaisons,
      text: '减免税系统接口口径需要统一\n请各单位确认',
    })
    expect(said).toMatchObject({ ok: true })
    const { ts } = (await bot.state(customs)).messages.find((one) => one.text.startsWith('减免税系统')) ?? { ts: '' }
    await bot.post('shortcuts', {
      user: customs,
      callback_id: 'issue_from_message',
      message: { channel: liaisons, ts },
    })
    const filled = await openView(customs)
    expect(wholeText(filled.view.blocks)).toContain('减免税系统接口口径需要统一')
    await bot.post('submissions', { user: customs, view_id: filled.id, values: { issue_task: '6', issue_minutes: 15 } })
    expect((await bot.lastMessage(customs, liaisons)).text).toContain('已提出问题 #3')
  })

  it('records a measurement and refuses a vague one', async () => {
    await bot.command(liaison, liaisons, '/target', '进口贸易量 620亿 2024-06')
    expect((await bot.lastMessage(liaison, liaisons)).text).toContain('620')
    await bot.command(liaison, liaisons, '/target', '进口贸易量 一千左右')
    expect((await bot.lastMessage(liaison, liaisons)).text).toContain('没有保存')
  })

  it('the convener drafts the agenda and publishes it to the meeting channel', async () => {
    await bot.command(convener, meetingChannel, '/agenda', '2024-07-02 15:00 120')
    const draft = await bot.lastMessage(convener, meetingChannel)
    expect(draft.ephemeral_for).toBe(convener)
    expect(wholeText(draft.blocks)).toContain('花山港验收标准不一')
    await click(convener, meetingChannel, 'agenda_publish')
    const posted = (await bot.state(liaison)).messages.filter(
      (one) => one.channel === meetingChannel && !one.ephemeral_for,
    )
    expect(posted).toHaveLength(1)
    expect(wholeText(posted[0]?.blocks)).toContain('减免税系统接口口径需要统一')
    await bot.command(liaison, liaisons, '/agenda', '2024-07-02 15:00 120')
    expect((await bot.lastMessage(liaison, liaisons)).text).toContain('此操作需由召集人或管理员进行')
  })

  it('the leader reads the digest once the clock reaches its slot, once only', async () => {
    await bot.command(leader, leadingChannel, '/digest')
    expect((await bot.lastMessage(leader, leadingChannel)).ephemeral_for).toBe(leader)
    expect(await bot.post('clock', { now: '2024-07-01T09:00:00+08:00' })).toMatchObject({ ok: true })
    await bot.post('clock', { now: '+1h' })
    const digests = (await bot.state(leader)).messages.filter(
      (one) => one.channel === leadingChannel && !one.ephemeral_for,
    )
    expect(digests).toHaveLength(1)
    expect(digests[0]?.text).toContain('7月1日')
    expect(wholeText(digests[0]?.blocks)).toContain('620')
  })

  it('shows a person their own dashboard', async () => {
    await bot.post('home', { user: liaison })
    const { homes } = await bot.state(liaison)
    const home = wholeText(homes.find((one) => one.user === liaison)?.view.blocks)
    expect(home).toContain('东湖高新区管委会 · 2024年上半年')
    expect(home).toContain('花山港验收标准不一')
  })
})

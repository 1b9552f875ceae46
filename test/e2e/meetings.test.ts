import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBot, startBot, wholeText } from '../support/running-bot.ts'

const liaison = 'U0UNIT01'
const customs = 'U0UNIT04'
const convener = 'U0CONVENER'
const meetingChannel = 'C0MEETING'

describe('a series and its meetings, by the control API alone', () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await startBot()
  })
  afterAll(() => bot.stop())

  const say = async (user: string, text: string) => {
    await bot.command(user, meetingChannel, '/meeting', text)
    return answer(user)
  }
  /** The newest answer to a person alone; posts may come after it. */
  const answer = async (user: string) => {
    const last = (await bot.state(user)).messages.filter((one) => one.ephemeral_for === user).at(-1)
    if (!last) throw new Error('no answer')
    return last
  }
  const posts = async (begin: string) =>
    (await bot.state(convener)).messages.filter(
      (one) => one.channel === meetingChannel && !one.ephemeral_for && one.text.startsWith(begin),
    )
  const direct = async (user: string, part: string) =>
    (await bot.state(user)).messages.filter(
      (one) => !one.channel.startsWith('C') && !one.ephemeral_for && one.text.includes(part),
    )
  const click = async (user: string, message: { channel: string; ts: string }, actionId: string, value?: string) => {
    const container = { type: 'message', channel: message.channel, ts: message.ts }
    expect(await bot.post('actions', { user, container, action_id: actionId, value })).toMatchObject({ ok: true })
  }
  const openView = async (user: string) => {
    const view = (await bot.state(user)).views.filter((one) => one.user === user).at(-1)
    if (!view) throw new Error('no modal is open')
    return view
  }
  const submit = async (user: string, values: object) =>
    bot.post('submissions', { user, view_id: (await openView(user)).id, values })

  it('a convener sets up a series in one line; others may not, and are told so', async () => {
    expect((await say(convener, 'help')).blocks).toBeDefined()
    const refused = await say(liaison, 'series 每月第二个周四 15:00')
    expect(refused.text).toContain('此操作需由召集人或管理员进行')
    const receipt = await say(convener, 'series 每月第二个周四１５：００ 120分钟 频道：#联席会议 地点：市政府3号会议室')
    expect(receipt.text).toBe('已设立例会1：每月第二个周四 15:00')
    expect(receipt.ephemeral_for).toBe(convener)
    expect(wholeText(receipt.blocks)).toContain('2024年7月11日（周四）')
    const listed = await say(liaison, '')
    expect(listed.text).toContain('近期会议 3 次')
    expect(wholeText(listed.blocks)).toContain('例会1 · 每月第二个周四 15:00 · 120 分钟 · 市政府3号会议室')
    expect(wholeText(listed.blocks)).not.toContain('meeting_open_new')
  })

  it('ten working days before, the channel is called for topics, and one is raised by the button', async () => {
    await bot.post('clock', { now: '2024-06-27T09:00:00+08:00' })
    const [call, ...more] = await posts('征集议题：第1次')
    expect(more).toEqual([])
    expect(JSON.stringify(call)).toContain('meeting-1.ics')
    if (!call) throw new Error('no call')
    await click(liaison, call, 'issue_raise')
    const raised = await submit(liaison, { issue_title: '花山港验收标准不一', issue_task: '12', issue_minutes: 20 })
    expect(raised).toMatchObject({ ok: true })
  })

  it('three before, the draft goes to the convener, who publishes it from there', async () => {
    await bot.post('clock', { now: '2024-07-08T09:00:00+08:00' })
    const [draft, ...more] = await direct(convener, '草案')
    expect(more).toEqual([])
    expect(wholeText(draft?.blocks)).toContain('花山港验收标准不一')
    if (!draft) throw new Error('no draft')
    await click(convener, draft, 'agenda_publish')
    expect(wholeText((await say(customs, 'list')).blocks)).toContain('议程已发布 · 议程 1 项')
  })

  it('one before, each delegate is reminded of their own times, with the answer in one click', async () => {
    await bot.post('clock', { now: '2024-07-10T09:00:00+08:00' })
    const [reminder, ...more] = await direct(liaison, '今天有 2 件事')
    expect(more).toEqual([])
    expect(wholeText(reminder?.blocks)).toContain('7月11日（周四）第1次联席会议：贵单位 15:00–15:20 参加第 1 项')
    expect(wholeText(reminder?.blocks)).toContain('attendance_attend')
    expect(wholeText((await direct(convener, '今天有'))[0]?.blocks)).toContain('个应到单位未答复')
  })

  it('a meeting is moved by the menu and the form; the channel and each delegate are told, with the calendar', async () => {
    const listed = await say(convener, '列表')
    const planId = /"value":"(\d+)\/move 1"/.exec(wholeText(listed.blocks))?.[1]
    await click(convener, listed, 'meeting_more', `${planId}/move 1`)
    expect((await openView(convener)).view.title.text).toBe('改期')
    expect(await submit(convener, { meeting_date: '2024-07-12', meeting_time: '16:00' })).toMatchObject({ ok: true })
    expect((await answer(convener)).ephemeral_for).toBe(convener)
    const [moved, ...more] = await posts('会议调整：第1次')
    expect(more).toEqual([])
    expect(moved?.text).toContain('2024年7月12日（周五）16:00–18:00')
    expect(JSON.stringify(moved)).toContain('meeting-1.ics')
    expect(await direct(liaison, '时间有调整')).toHaveLength(1)
  })

  it('a person gets the calendar file by direct message', async () => {
    expect((await say(customs, '日历 1')).text).toContain('以私信发给您')
    const [sent] = await direct(customs, '的日历文件')
    expect(JSON.stringify(sent)).toContain('meeting-1.ics')
    expect((await say(customs, 'calendar')).text).toContain('请写明第几次会议')
  })

  it('a meeting is cancelled by words or by the form, for a reason', async () => {
    expect((await say(convener, 'cancel 1 与上级会议冲突')).text).toContain('已取消第1次联席会议')
    expect((await posts('会议取消：第1次')).map((one) => wholeText(one.blocks))[0]).toContain('与上级会议冲突')
    expect(await direct(liaison, '已取消：7月12日')).toHaveLength(1)
    expect((await say(convener, '取消 1 再来')).text).toContain('第1次会议已经取消')
    await say(convener, 'cancel 2')
    expect((await openView(convener)).view.callback_id).toBe('meeting_cancel_modal')
    expect((await submit(convener, { meeting_reason: '   ' })).ok).toBe(false)
    expect(await submit(convener, { meeting_reason: '暑期' })).toMatchObject({ ok: true })
    expect((await answer(convener)).text).toContain('已取消第2次联席会议')
  })

  it('a single meeting and a series are set up by their forms, with errors at the fields', async () => {
    const listed = await say(convener, '')
    const planId = /"value":"(\d+)\/new"/.exec(wholeText(listed.blocks))?.[1]
    await click(convener, listed, 'meeting_open_new', `${planId}/new`)
    const values = { meeting_date: '2024-08-20', meeting_time: '09:30', meeting_call_days: 3, meeting_draft_days: 3 }
    const refused = await submit(convener, values)
    expect(refused.ok).toBe(false)
    expect(JSON.stringify(refused)).toContain('须早于发草案')
    expect(await submit(convener, { ...values, meeting_draft_days: 2, meeting_place: '5号' })).toMatchObject({
      ok: true,
    })
    expect((await answer(convener)).text).toContain('2024年8月20日（周二）09:30–11:30')
    await click(convener, await say(convener, ''), 'meeting_open_series', `${planId}/series`)
    const series = {
      meeting_every: '3/3',
      meeting_ordinal: 'last',
      meeting_weekday: '5',
      meeting_channel: meetingChannel,
    }
    expect(await submit(convener, series)).toMatchObject({ ok: true })
    expect((await answer(convener)).text).toBe('已设立例会2：每季度最后一个周五 15:00')
  })

  it('a series’ settings are changed, and it is ended, by words or form', async () => {
    await say(convener, '设置 2')
    expect(await submit(convener, { meeting_reminder_days: 2 })).toMatchObject({ ok: true })
    expect((await answer(convener)).text).toContain('已更改例会2')
    expect((await say(convener, 'set 2 提醒：2')).text).toContain('本来就是这样')
    await say(convener, 'stop 2')
    expect(await submit(convener, { meeting_reason: '并入例会1' })).toMatchObject({ ok: true })
    expect((await answer(convener)).text).toContain('已停止例会2')
  })

  it('with nothing to meet about the convener keeps the meeting, and has the draft once there is', async () => {
    await bot.command(convener, meetingChannel, '/issue', 'show 1')
    await click(convener, await answer(convener), 'issue_withdraw')
    await bot.post('clock', { now: '2024-08-16T09:00:00+08:00' })
    const [nothing, ...more] = await direct(convener, '8月20日')
    expect(more).toEqual([])
    expect(nothing?.text).toContain('尚无议程草案')
    if (!nothing) throw new Error('not told')
    await click(convener, nothing, 'meeting_keep')
    expect(await direct(convener, '尚无议程草案')).toEqual([])
    expect(await direct(convener, '保留第')).toHaveLength(1)
    await bot.command(liaison, meetingChannel, '/issue', '任务12 减免税系统接口 20分钟')
    await bot.post('clock', { now: '2024-08-19T09:00:00+08:00' })
    const [draft, ...others] = await direct(convener, '8月20日')
    expect(others).toEqual([])
    expect(wholeText(draft?.blocks)).toContain('减免税系统接口')
  })

  it('says what it does not understand, and speaks English to who does', async () => {
    expect((await say(convener, '随便')).text).toContain('看不懂「随便」')
    await bot.post('users', { user: convener, locale: 'en-US' })
    expect((await say(convener, '')).text).toMatch(/meetings? to come/)
    expect((await say(convener, 'new 2024-09-03 15:00 place: Room 3')).text).toContain('is planned: Tue 3 Sep 2024')
    await bot.post('users', { user: convener, locale: 'zh-CN' })
  })

  it('after months in one step nobody is flooded', async () => {
    const count = async () => (await bot.state(convener)).messages.length
    const before = await count()
    await bot.post('clock', { now: '2025-03-04T10:00:00+08:00' })
    expect((await count()) - before).toBeLessThanOrEqual(3)
    expect(await posts('征集议题：第1')).toHaveLength(2)
  })
})

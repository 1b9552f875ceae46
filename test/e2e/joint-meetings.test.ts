import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { partOf } from '../documents/package-parts.ts'
import { type RunningBot, startBot, wholeText } from '../support/running-bot.ts'

const convener = 'U0CONVENER'
const leader = 'U0LEADER1'
const transport = 'U0UNIT11'
const liaisons = 'C0LIAISON'
const meetingChannel = 'C0MEETING'

/** Five units and what each raises. */
const raised: readonly (readonly [user: string, words: string])[] = [
  ['U0UNIT11', '任务12 花山港一类口岸验收标准 需：市交通运输局、市商务局、武汉海关 25分钟 严重'],
  ['U0UNIT04', '任务6 减免税审核接口数据口径 需：武汉海关、市商务局 15分钟'],
  ['U0UNIT13', '任务18 优质企业名单共享 需：市地方金融局 20分钟 较重'],
  ['U0UNIT09', '任务7 首次进口药品申报材料 需：市市场监管局、武汉海关 30分钟 紧急'],
  ['U0UNIT03', '任务8 数字文化贸易通关 需：市商务局 10分钟'],
]

describe('one meeting from the series to the closed issue, by the control API alone', () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await startBot()
  })
  afterAll(() => bot.stop())

  const direct = async (user: string) =>
    (await bot.state(user)).messages.filter((one) => one.channel.startsWith('D') && !one.ephemeral_for)
  const findDirect = async (user: string, actionId: string) => {
    const message = (await direct(user)).findLast((one) => wholeText(one.blocks).includes(actionId))
    if (!message) throw new Error(`${user} has no message with ${actionId}`)
    return message
  }
  const click = async (user: string, actionId: string, value?: string) => {
    const { channel, ts } = await findDirect(user, actionId)
    const container = { type: 'message', channel, ts }
    expect(await bot.post('actions', { user, container, action_id: actionId, value })).toMatchObject({ ok: true })
  }
  const topView = async (user: string) => {
    const view = (await bot.state(user)).views.filter((one) => one.user === user).at(-1)
    if (!view) throw new Error('no modal is open')
    return view
  }
  const inView = async (user: string, actionId: string, value?: string) => {
    const container = { type: 'view', view_id: (await topView(user)).id }
    expect(await bot.post('actions', { user, container, action_id: actionId, value })).toMatchObject({ ok: true })
  }
  const submit = async (user: string, values: object) => {
    const answer = await bot.post('submissions', { user, view_id: (await topView(user)).id, values })
    expect(answer).toMatchObject({ ok: true })
  }
  const posts = async (start: string) =>
    (await bot.state(leader)).messages.filter(
      (one) => one.channel === meetingChannel && !one.ephemeral_for && one.text.startsWith(start),
    )
  const bytesOf = async (user: string, name: string) => {
    const files = (await bot.state(user)).messages.flatMap((one) => one.files ?? [])
    const file = files.findLast((one) => one.name === name)
    if (!file) throw new Error(`no file ${name}`)
    return Buffer.from(await (await fetch(`${bot.url}/sandbox/files/${file.id}?user=${user}`)).arrayBuffer())
  }
  const calendarOf = async (user: string) => {
    const calendar = new ICAL.Component(ICAL.parse((await bytesOf(user, 'meeting-1.ics')).toString('utf8')))
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
    return { calendar, event }
  }

  it('has a series, and issues from five units', async () => {
    await bot.command(convener, meetingChannel, '/meeting', 'series 每月第二个周四 15:00 120分钟 地点：市政府3号会议室')
    for (const [user, words] of raised) await bot.command(user, liaisons, '/issue', words)
    await bot.command(convener, liaisons, '/issue', 'list')
    expect((await bot.lastMessage(convener, liaisons)).text).toBe('未决问题 5 个')
  })

  it('drafts by itself three working days before, and the convener reorders it at a price', async () => {
    await bot.post('clock', { now: '2024-07-08T09:00:00+08:00' })
    const draft = await findDirect(convener, 'agenda_publish')
    expect(draft.text).toContain('7月联席会议草案 · 7月11日（周四）15:00–17:00 · 5 项，用时 100 分钟')
    const last = /#(\d+) [^#]*$/.exec(wholeText(draft.blocks).split('须到会单位')[0] ?? '')?.[1] ?? ''
    const value = draft.blocks
      ?.flatMap((block) => block.elements ?? [])
      .find((one) => one.action_id === 'agenda_up' && one.value?.includes(`/${last}/`))?.value
    await click(convener, 'agenda_up', value)
    const changed = await findDirect(convener, 'agenda_publish')
    expect(changed.text).toMatch(new RegExp(`^#${last} 上移；(各单位多等候 \\d+ 分钟|等候不变)`))
    await click(convener, 'agenda_publish')
    const [posted, ...more] = await posts('联席会议议程')
    expect(more).toEqual([])
    expect(posted?.files?.map((file) => file.name)).toEqual(['agenda-1.docx'])
    expect(partOf(await bytesOf(leader, 'agenda-1.docx'), 'word/document.xml')).toContain('花山港一类口岸验收标准')
  })

  it('invites each delegate with their own times, in a calendar file that a strict parser reads', async () => {
    const invitation = await findDirect(transport, 'attendance_attend')
    expect(invitation.text).toMatch(/^7月11日（周四）第1次联席会议：贵单位 1\d:\d\d–1\d:\d\d 参加第 \d 项/)
    const { calendar, event } = await calendarOf(transport)
    expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Asia/Shanghai')
    expect(event.summary).toContain('第1次联席会议')
    expect(event.location).toBe('市政府3号会议室')
    expect(event.description).toContain('#1 花山港一类口岸验收标准')
    expect(event.sequence).toBeGreaterThan(0)
  })

  it('takes three kinds of answers, and the convener’s one roster follows', async () => {
    await click(transport, 'attendance_attend')
    await click('U0UNIT03', 'attendance_deputy')
    await submit('U0UNIT03', { attendance_name: '张三' })
    await click('U0UNIT13', 'attendance_cannot')
    await submit('U0UNIT13', { attendance_kind: 'cannot', attendance_remark: '出差' })
    const rosters = (await direct(convener)).filter((one) => one.text.includes('第1次联席会议名单'))
    expect(rosters).toHaveLength(1)
    expect(rosters[0]?.text).toContain('已答复 3 个')
    expect(wholeText(rosters[0]?.blocks)).toContain('市商务局 · 🟢 委派 张三')
    expect(wholeText(rosters[0]?.blocks)).toContain('市地方金融局 · 🟡 不能参加')
    expect(wholeText(rosters[0]?.blocks)).toContain('attendance_resolve')
  })

  it('moves by ten minutes: the same calendar entry, a higher sequence, answers asked anew', async () => {
    const before = await calendarOf(transport)
    await bot.command(convener, meetingChannel, '/meeting', 'move 1 2024-07-11 15:10')
    const after = await calendarOf(transport)
    expect(after.event.uid).toBe(before.event.uid)
    expect(after.event.sequence).toBeGreaterThan(before.event.sequence)
    const minutes = after.event.startDate.toUnixTime() - before.event.startDate.toUnixTime()
    expect(minutes).toBe(600)
  })

  it('is run on the board: decided with an action, deferred, and the rest carried over by itself', async () => {
    await bot.post('clock', { now: '2024-07-11T15:10:00+08:00' })
    await bot.command(convener, meetingChannel, '/meeting', 'run 1')
    expect((await topView(convener)).view.callback_id).toBe('board_view')
    await inView(convener, 'board_take', '1')
    await inView(convener, 'board_record', '1')
    await submit(convener, {
      decision_outcome: 'decided',
      decision_text: '统一验收标准，月底前完成验收',
      decision_what_0: '完成花山港验收',
      decision_owner_0: String(await unitId('市交通运输局')),
      decision_co_units_0: [String(await unitId('武汉海关'))],
      decision_due_0: '10个工作日',
      decision_measure_0: '出具验收单',
    })
    await bot.command(convener, meetingChannel, '/meeting', 'outcome 1 #2 延期 材料不齐')
    await bot.command(convener, meetingChannel, '/meeting', 'end 1')
    await bot.command(convener, liaisons, '/issue', '3')
    const life = (await bot.lastMessage(convener, liaisons)).blocks
    expect(wholeText(life)).toContain('已延 1 次')
  })

  it('has minutes that a leader signs, posted and sent as they are kept', async () => {
    await click(convener, 'minutes_submit')
    await click(leader, 'minutes_sign')
    const name = 'minutes-1.docx'
    const [posted] = await posts('已签发：')
    expect(posted?.files?.map((file) => file.name)).toEqual([name])
    const own = await bytesOf(transport, name)
    expect(own.equals(await bytesOf(leader, name))).toBe(true)
    const xml = partOf(own, 'word/document.xml')
    for (const part of ['统一验收标准', '完成花山港验收', '2024年7月25日']) expect(xml).toContain(part)
  })

  it('follows the action to its verification, which closes the issue', async () => {
    await bot.command(transport, liaisons, '/todo', 'done 1 验收单已出具')
    await bot.command(convener, liaisons, '/todo', 'verify 1')
    await bot.command(leader, liaisons, '/issue', '1')
    const life = wholeText((await bot.lastMessage(leader, liaisons)).blocks)
    for (const part of ['已办结', '市交通运输局', '完成花山港验收', '第1次联席会议']) expect(life).toContain(part)
  })

  it('gives the ledgers as a workbook', async () => {
    await bot.command(convener, liaisons, '/issue', '台账')
    const files = (await bot.state(convener)).messages.flatMap((one) => one.files ?? [])
    const name = files.findLast((one) => one.name.endsWith('.xlsx'))?.name ?? ''
    const strings = partOf(await bytesOf(convener, name), 'xl/sharedStrings.xml')
    for (const part of ['花山港一类口岸验收标准', '完成花山港验收', '出具验收单']) expect(strings).toContain(part)
  })

  async function unitId(name: string): Promise<number> {
    const { view } = await topView(convener)
    const found = new RegExp(
      `"text":"${name}"[^}]*}[^}]*"value":"(\\d+)"|"value":"(\\d+)","text":{[^}]*"text":"${name}"`,
    ).exec(wholeText(view.blocks))
    return Number(found?.[1] ?? found?.[2])
  }
})

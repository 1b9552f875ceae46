import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBot, startBot, wholeText } from '../support/running-bot.ts'

const liaison = 'U0UNIT01'
const convener = 'U0CONVENER'
const leader = 'U0LEADER1'
const channel = 'C0LIAISON'

describe('settings, burden and App Home, by the control API alone', () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await startBot()
  })
  afterAll(() => bot.stop())

  const say = async (user: string, command: string, text: string) => {
    await bot.command(user, channel, command, text)
    return last(user)
  }
  const last = async (user: string) => wholeText((await bot.lastMessage(user, channel)).blocks)
  const click = async (user: string, action: string, label: string) => {
    const { ts, blocks } = await bot.lastMessage(user, channel)
    const found = (blocks ?? []).flatMap(({ elements = [] }) => elements).find(({ action_id }) => action_id === action)
    expect(found, label).toBeDefined()
    const container = { type: 'message', channel, ts }
    expect(
      await bot.post('actions', {
        user,
        container,
        action_id: action,
        ...(found?.value ? { value: found.value } : {}),
      }),
    ).toMatchObject({ ok: true })
  }
  const home = async (user: string) => {
    const { homes } = await bot.state(user)
    return wholeText(homes.find((one) => one.user === user)?.view.blocks)
  }

  it('the office changes the cadence by words, and is told from when it holds before it confirms', async () => {
    expect(await say(liaison, '/plan', '设置')).toContain('报送周期：每半年')
    expect(await last(liaison)).toContain('正在报送：2024年上半年，6月17日（周一）起报，7月12日（周五）截止')
    expect(await last(liaison)).not.toContain('settings_open')
    expect(await say(convener, '/plan', 'settings 周期 季度 截止 5')).toContain(
      '新的报送安排从2024年三季度起：9月17日（周二）起报，10月12日（周六）截止。',
    )
    expect(await last(convener)).toContain('已经开始报送的不变：2024年上半年（7月12日（周五）截止）')
    expect(await say(liaison, '/plan', 'settings')).toContain('报送周期：每半年')
    await click(convener, 'settings_confirm', 'the button under the preview')
    expect(await say(liaison, '/plan', 'settings')).toContain('报送周期：每季度')
    expect(await last(liaison)).toContain('下一报送期：2024年三季度')
  })

  it('refuses by words what makes no sense, and who may not', async () => {
    expect(await say(convener, '/plan', 'settings 周期 每周')).toContain('没有修改：报送周期「每周」不明')
    expect(await say(convener, '/plan', 'settings 黄 1')).toContain('没有修改')
    expect(await say(convener, '/plan', 'settings 随便')).toContain('没有修改：不明白「随便」')
    expect(await say(liaison, '/plan', 'settings 截止 9')).toContain('没有执行')
  })

  it('the form says at the field what is wrong, and then previews only what was changed', async () => {
    await say(convener, '/plan', 'settings')
    await click(convener, 'settings_open', 'the button of the form')
    const view = (await bot.state(convener)).views.at(-1)
    const values = {
      ...{ settings_cadence: 'quarter', settings_opens: '13', settings_due: '99', settings_reminders: '7,1' },
      ...{ settings_blue: '1', settings_yellow: '1', settings_red: '九' },
    }
    const refused = await bot.post('submissions', { user: convener, view_id: view?.id, values })
    expect(JSON.stringify(refused)).toContain('「99」不是 0 到 60 之间的整数天数')
    expect(JSON.stringify(refused)).toContain('「九」不是 3 到 250 之间的整数天数')
    const right = { ...values, settings_due: '5', settings_yellow: '4', settings_red: '8' }
    await bot.post('submissions', { user: convener, view_id: view?.id, values: right })
    const preview = await last(convener)
    expect(preview).toContain('红色督办单（通报）：逾期满 9 个工作日，经领导批准后发出 → 逾期满 8 个工作日')
    expect(preview).not.toContain('报送周期')
    await click(convener, 'settings_confirm', 'the button under the preview')
    expect(await last(convener)).toContain('已修改「')
    await click(convener, 'settings_confirm', 'the same button again').catch(() => undefined)
    expect(await say(convener, '/plan', 'settings')).toContain('逾期满 8 个工作日')
  })

  it('the office opens the burden ledger, and what was counted for a unit', async () => {
    const ledger = await say(convener, '/plan', 'burden')
    expect(ledger).toContain('2024年上半年负担台账')
    expect(ledger).toContain('只计数，不评分，不排名')
    const { ts, blocks } = await bot.lastMessage(convener, channel)
    const select = JSON.stringify(blocks)
    const value = /"value":"(\d+\/2024H1\/\d+\/1)"/.exec(select)?.[1]
    const container = { type: 'message', channel, ts }
    expect(await bot.post('actions', { user: convener, container, action_id: 'burden_unit', value })).toMatchObject({
      ok: true,
    })
    expect(await last(convener)).toMatch(/报送 \d+ 件/)
    expect(await last(convener)).toContain('7月12日（周五）截止')
    await say(convener, '/plan', '负担 2024年上半年')
    await click(convener, 'burden_list', 'the button of people')
    expect(await last(convener)).toContain('人共收到')
    expect(await say(leader, '/plan', 'burden 2025H1')).toContain('尚未开始')
    expect(await say(liaison, '/plan', 'burden')).toContain('没有执行')
  })

  it('App Home shows each role its part, and what others do without being opened again', async () => {
    for (const user of [liaison, convener, leader]) await bot.post('home', { user })
    expect(await home(liaison)).toContain('2024年上半年向贵单位提出的事项')
    expect(await home(liaison)).toContain('其余无变化')
    expect(await home(convener)).toContain('2024年上半年进展：应报')
    expect(await home(leader)).toContain('情况通报 · 6月24日')
    expect(await home(leader)).toContain('目前没有待您决定的事项')
    await bot.command(liaison, channel, '/issue', '任务12 花山港验收标准不一 需：武汉海关 20分钟 严重')
    await bot.app.processAll()
    expect(await home(leader)).toContain('#1 花山港验收标准不一')
    expect(await home(convener)).toContain('#1 花山港验收标准不一')
  })

  it('App Home is shown anew though Slack refuses at first', async () => {
    await bot.post('faults', { rate_limits: { method: 'views.publish', times: 1, retry_after: 1 } })
    await bot.command(liaison, channel, '/issue', '任务12 查验时间过长 需：武汉海关 10分钟 一般')
    await bot.app.processAll()
    const { now } = await bot.state()
    await bot.post('clock', { now: new Date(new Date(now).getTime() + 60_000).toISOString() })
    await bot.app.processAll()
    for (const user of [liaison, convener, leader]) expect(await home(user)).toContain('#2 查验时间过长')
  })

  it('the day changes in App Home when it ends', async () => {
    await bot.post('clock', { now: '2024-06-24T22:00:00+08:00' })
    await bot.post('home', { user: leader })
    await bot.post('clock', { now: '2024-06-25T00:00:01+08:00' })
    expect(await home(leader)).toContain('情况通报 · 6月25日')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBot, startBot, wholeText } from '../../support/running-bot.ts'

const liaison = 'U0UNIT01'
const convener = 'U0CONVENER'
const leader = 'U0LEADER1'
const leaders = [leader, 'U0LEADER2']
const liaisons = 'C0LIAISON'
const leading = 'C0LEADING'

describe('/digest, by the control API alone', () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await startBot()
  })
  afterAll(() => bot.stop())

  const answer = async (user: string, text: string, channel = liaisons) => {
    await bot.command(user, channel, '/digest', text)
    const last = await bot.lastMessage(user, channel)
    return { ...last, whole: wholeText(last.blocks) }
  }
  const openView = async (user: string) => {
    const view = (await bot.state(user)).views.findLast((one) => one.user === user)
    if (!view) throw new Error('no modal is open')
    return view
  }
  const click = async (user: string, channel: string, ts: string, actionId: string) => {
    const container = { type: 'message', channel, ts }
    expect(await bot.post('actions', { user, container, action_id: actionId })).toMatchObject({ ok: true })
  }
  const posts = async (user: string, channel: string) =>
    (await bot.state(user, channel)).messages.filter((one) => one.channel === channel && !one.ephemeral_for)
  const directTo = async (user: string) =>
    (await bot.state(user)).messages.filter((one) => one.channel.startsWith('D') && !one.ephemeral_for)
  const travel = async (now: string) => expect(await bot.post('clock', { now })).toMatchObject({ ok: true })

  it('shows each digest to the person alone, with its chart', async () => {
    await bot.command(convener, liaisons, '/target', '年进口贸易量 620亿元 2024-05-31')
    await bot.command(convener, liaisons, '/target', 'baseline 年进口贸易量 3000亿元 2022-12-31')
    const weekly = await answer(liaison, '')
    expect(weekly.ephemeral_for).toBe(liaison)
    expect(weekly.text).toMatch(/^情况通报 · 6月24日（周一）：/)
    expect(weekly.whole).toContain('data_visualization')
    expect(weekly.whole).toContain('6月17日以来：')
    expect((await answer(liaison, '月报 6月20日')).text).toMatch(/^情况通报（月报） · 6月20日/)
    expect((await answer(liaison, '月报 6月20日')).whole).toContain('倒推')
    expect((await answer(liaison, 'half-yearly 2024-06-30')).text).toContain('没有预览：2024-06-30 还没有到')
    expect((await answer(liaison, '每天')).text).toContain('没有执行')
    expect((await answer(liaison, 'help')).whole).toContain('/digest subscribe')
  })

  it('says that the chart cannot be shown where a workspace refuses it', async () => {
    await bot.post('faults', { refuse_charts: true })
    const refused = await answer(liaison, '')
    await bot.post('faults', { clear: true })
    const shown = (await directTo(liaison)).at(-1)
    expect([refused.whole, wholeText(shown?.blocks)].join()).toContain('图表未能显示，数据见下表。')
  })

  it('subscribes a person by words, in the language and with the parts they chose', async () => {
    const added = await answer(liaison, 'subscribe weekly en targets,units')
    expect(added.text).toBe('已订阅周报（第 2 号），首期 7月1日（周一） 09:00')
    expect((await answer(liaison, '订阅 周报')).text).toContain('没有再次订阅：同一处的这种通报已是第 2 号订阅')
    expect((await answer(liaison, `订阅 周报 <#${leading}|领导小组>`)).text).toContain('召集人')
    expect((await answer(liaison, 'unsubscribe two')).text).toContain('没有退订')
    const list = await answer(liaison, '订阅列表')
    expect(list.whole).toContain('2. 周报 · 英文 · 指标、未报单位 · 下次 7月1日')
    expect(list.whole).toContain(leading)
  })

  it('subscribes a channel by the form, with a leader’s approval', async () => {
    await bot.command(convener, liaisons, '/digest', '订阅')
    const { id } = await openView(convener)
    const values = {
      digest_cadence: 'monthly',
      digest_channel: leading,
      digest_sections: ['practices', 'targets'],
      digest_approval: ['approval'],
    }
    expect(await bot.post('submissions', { user: convener, view_id: id, values })).toMatchObject({ ok: true })
    expect((await bot.lastMessage(convener, liaisons)).text).toBe('已订阅月报（第 3 号），首期 7月1日（周一） 09:00')
  })

  it('takes the office’s interpretation by the form', async () => {
    expect((await answer(liaison, '解读')).text).toContain('此操作需由召集人或管理员进行')
    await bot.command(convener, liaisons, '/digest', 'interpret')
    const { id, view } = await openView(convener)
    expect(wholeText(view.blocks)).toContain('随领导小组频道下一期周报发出，时间为7月1日（周一）')
    const values = { digest_interpretation: '进口回升。<!channel>' }
    expect(await bot.post('submissions', { user: convener, view_id: id, values })).toMatchObject({ ok: true })
    expect((await answer(convener, '')).whole).toContain('进口回升。')
  })

  it('posts at the slot to channel and person, in each one’s language, though charts are refused', async () => {
    await bot.post('faults', { refuse_charts: true })
    await travel('2024-07-01T09:00:00+08:00')
    await bot.post('faults', { clear: true })
    const [post, more] = await posts(leader, leading)
    expect(more).toBeUndefined()
    expect(post?.text).toMatch(/^情况通报 · 7月1日（周一）：/)
    const whole = wholeText(post?.blocks)
    expect(whole).not.toContain('data_visualization')
    expect(whole).toContain('进口回升。<!channel>')
    expect(whole).toContain('首次通报，自订阅之日（6月24日）起：')
    const digest = (await directTo(liaison)).find(({ text }) => text.startsWith('Digest · Mon 1 Jul'))
    expect(wholeText(digest?.blocks)).toContain('units still owe reports')
    expect(wholeText(digest?.blocks)).not.toContain('Interpretation')
  })

  it('answers whoever clicks under the post, and nobody else', async () => {
    const [post] = await posts(leader, leading)
    await click(leader, leading, post?.ts ?? '', 'digest_targets')
    const targets = await bot.lastMessage(leader, leading)
    expect([targets.ephemeral_for, wholeText(targets.blocks)]).toEqual([leader, expect.stringContaining('620')])
    await click(leader, leading, post?.ts ?? '', 'digest_units')
    const units = await bot.lastMessage(leader, leading)
    expect([units.ephemeral_for, wholeText(units.blocks)]).toEqual([leader, expect.stringContaining('未报齐的单位')])
  })

  it('puts a digest before the leaders, and posts it once when one of them approves', async () => {
    const asked = (await directTo(leader)).find(({ text }) => text.startsWith('待您批准发布：情况通报（月报）'))
    await click(leader, asked?.channel ?? '', asked?.ts ?? '', 'digest_show')
    const whole = await bot.lastMessage(leader, asked?.channel ?? '')
    expect(wholeText(whole.blocks)).toContain('data_visualization')
    await bot.post('home', { user: leader })
    const shown = { user: leader, container: { type: 'home' }, action_id: 'digest_show' }
    expect(await bot.post('actions', shown)).toMatchObject({ ok: true })
    expect(wholeText((await openView(leader)).view.blocks)).toContain('全文已通过私信发给您。')
    expect(wholeText((await directTo(leader)).at(-1)?.blocks)).toContain('data_visualization')
    await click(leader, asked?.channel ?? '', asked?.ts ?? '', 'digest_approve')
    expect((await posts(leader, leading)).map(({ text }) => text.split('：')[0])).toEqual([
      '情况通报 · 7月1日（周一）',
      '情况通报（月报） · 7月1日（周一）',
    ])
    // Every leader’s message says so, and asks for nothing any more.
    for (const one of leaders) {
      const settled = (await directTo(one)).find(({ text }) => text === '情况通报已获批准，无需再批准')
      expect(wholeText(settled?.blocks)).toContain(`"user_id":"${leader}"`)
      expect(wholeText(settled?.blocks)).not.toContain('digest_approve')
    }
  })

  it('ends a subscription by the button in the list', async () => {
    const { ts } = await answer(liaison, 'subscriptions')
    await click(liaison, liaisons, ts, 'digest_unsubscribe')
    expect((await bot.lastMessage(liaison, liaisons)).text).toBe('已退订第 2 号（周报）')
  })

  it('is posted by the button under its preview, of the plan that was previewed', async () => {
    const preview = await answer(leader, '')
    const before = (await posts(leader, leading)).length
    await click(leader, liaisons, preview.ts, 'digest_post')
    expect(await posts(leader, leading)).toHaveLength(before + 1)
    await click(leader, liaisons, preview.ts, 'digest_post')
    expect(await posts(leader, leading)).toHaveLength(before + 1)
  })
})

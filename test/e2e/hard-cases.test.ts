import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBot, startBot, wholeText } from '../support/running-bot.ts'

const liaison = 'U0UNIT01'
const customs = 'U0UNIT04'
const market = 'U0UNIT09'
const admin = 'U0ADMIN'
const liaisons = 'C0LIAISON'

describe('what goes wrong on an ordinary day', () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await startBot()
  })
  afterAll(() => bot.stop())

  const openView = async (user: string) => {
    const view = (await bot.state(user)).views.filter((one) => one.user === user).at(-1)
    if (!view) throw new Error('no modal is open')
    return view
  }
  const click = async (user: string, channel: string, actionId: string) => {
    const { ts } = await bot.lastMessage(user, channel)
    return bot.post('actions', { user, container: { type: 'message', channel, ts }, action_id: actionId })
  }
  const issueNumbers = async (user: string) => {
    await bot.command(user, liaisons, '/issue', 'list')
    return new Set(wholeText((await bot.lastMessage(user, liaisons)).blocks).match(/#\d+/g))
  }

  it('a form whose writer was taken off the list gives back every word', async () => {
    await bot.command(market, liaisons, '/issue')
    const form = await openView(market)
    await bot.command(admin, liaisons, '/plan', 'members remove 市市场监管局 @unit09')
    const values = { issue_title: '首次进口药品 <!channel>', issue_details: '写了很久\n第二段 *x*', issue_task: '7' }
    expect(await bot.post('submissions', { user: market, view_id: form.id, values })).toMatchObject({ ok: true })
    const refusal = await bot.lastMessage(market, liaisons)
    expect(refusal.text).toContain('您尚未列入')
    for (const words of ['首次进口药品 <!channel>', '写了很久', '第二段 *x*'])
      expect(wholeText(refusal.blocks)).toContain(words)
    expect(wholeText((await openView(market)).view.blocks)).toContain('您尚未列入')
  })

  it('words that are refused are given back', async () => {
    await bot.command(customs, liaisons, '/progress', '6 180% 达进度 已签约12家 & <b>')
    expect(wholeText((await bot.lastMessage(customs, liaisons)).blocks)).toContain(
      '/progress 6 180% 达进度 已签约12家 & <b>',
    )
  })

  it('what is delivered twice, or clicked twice, happens once, and nobody is called by what a person typed', async () => {
    await bot.post('faults', { deliver_twice: 1 })
    await bot.command(customs, liaisons, '/issue', '任务6 减免税系统接口 <!channel> <@U0ADMIN> *粗*')
    const receipt = await bot.lastMessage(customs, liaisons)
    expect(receipt.text).toContain('&lt;!channel&gt; &lt;@U0ADMIN&gt;')
    expect(JSON.stringify(receipt.blocks)).not.toContain('mrkdwn')
    await bot.command(customs, liaisons, '/issue', '任务6 减免税系统接口 <!channel> <@U0ADMIN>')
    await bot.post('faults', { deliver_twice: 1 })
    expect(await click(customs, liaisons, 'issue_raise_anyway')).toMatchObject({ ok: true })
    const raised = await bot.lastMessage(customs, liaisons)
    expect(raised.text).toContain('已提出问题 #2')
    expect(wholeText(raised.blocks)).not.toContain('仍然提出')
    expect(await issueNumbers(customs)).toEqual(new Set(['#1', '#2']))
  })

  it('a form that is delivered twice files once', async () => {
    await bot.command(liaison, liaisons, '/progress')
    const form = await openView(liaison)
    await bot.post('faults', { deliver_twice: 1 })
    const values = { progress_status: 'on_track', progress_summary: '一次' }
    expect(await bot.post('submissions', { user: liaison, view_id: form.id, values })).toMatchObject({ ok: true })
    expect((await bot.lastMessage(liaison, liaisons)).text).toContain('第1版')
    const receipts = (await bot.state(liaison)).messages.filter(({ text }) => text.startsWith('已收到'))
    expect(receipts).toHaveLength(1)
  })

  it('App Home answers on the spot', async () => {
    await bot.post('home', { user: customs })
    const container = { type: 'home' }
    await bot.post('actions', { user: customs, container, action_id: 'issue_show', value: '1/1' })
    const shown = await openView(customs)
    expect(wholeText(shown.view.blocks)).toContain('#1 减免税系统接口')
    const inModal = { type: 'view', view_id: shown.id }
    await bot.post('actions', { user: customs, container: inModal, action_id: 'issue_withdraw' })
    expect(wholeText((await openView(customs)).view.blocks)).toContain('已撤销问题 #1')
    await bot.post('home', { user: market })
    const home = (await bot.state(market)).homes.find((one) => one.user === market)
    expect(wholeText(home?.view.blocks)).toContain('/plan members')
  })
})

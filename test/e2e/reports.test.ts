import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBot, startBot, wholeText } from '../support/running-bot.ts'

const [lead, liaisons, office] = ['U0UNIT01', 'C0LIAISON', 'U0CONVENER'] as const

describe('reports, from the form to the office', () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await startBot()
  })
  afterAll(() => bot?.stop())

  const say = async (user: string, text: string) => {
    await bot.command(user, liaisons, '/progress', text)
    const { text: title, blocks } = await bot.lastMessage(user, liaisons)
    return `${title}\n${wholeText(blocks)}`
  }
  const openView = async (user: string) => {
    const view = (await bot.state(user)).views.filter((one) => one.user === user).at(-1)
    if (!view) throw new Error('no modal is open')
    return view
  }
  const inView = async (user: string, actionId: string, more: object = {}) => {
    const { id } = await openView(user)
    const container = { type: 'view', view_id: id }
    expect(await bot.post('actions', { user, container, action_id: actionId, ...more })).toHaveProperty('ack')
  }
  const click = async (user: string, actionId: string, value?: string) => {
    const { ts } = await bot.lastMessage(user, liaisons)
    const container = { type: 'message', channel: liaisons, ts }
    expect(await bot.post('actions', { user, container, action_id: actionId, value })).toHaveProperty('ack')
  }
  const formText = async (user: string) => wholeText((await openView(user)).view.blocks)

  it('a draft survives the form, another task and being filed from', async () => {
    await bot.command(lead, liaisons, '/progress')
    const values = { progress_status: 'behind', progress_summary: '先写一半', progress_practice: '一窗受理' }
    await inView(lead, 'progress_save_draft', { values })
    expect(await formText(lead)).toContain('草稿已于')
    await inView(lead, 'progress_task', { value: await optionOf(2) })
    expect(await formText(lead)).not.toContain('先写一半')
    await inView(lead, 'progress_task', { value: await optionOf(1) })
    expect(await formText(lead)).toContain('先写一半')
    expect(await formText(lead)).toContain('保存，尚未报送')
    const { id } = await openView(lead)
    const content_base64 = Buffer.from('照片').toString('base64')
    const file = await bot.post('files', { user: lead, name: '现场照片.jpg', content_base64 })
    const evidence = { progress_links: '验收报告 https://a.example/1', progress_files: [file.id as string] }
    expect(await bot.post('submissions', { user: lead, view_id: id, values: evidence })).toMatchObject({ ok: true })
    const receipt = await bot.lastMessage(lead, liaisons)
    expect(receipt.text).toContain('已收到：任务1 · 2024年上半年 · 第1版 · 🟡 欠进度')
    for (const part of ['先写一半', '一窗受理', '验收报告', '"url":"https://a.example/1"', '现场照片.jpg（附件）']) {
      expect(wholeText(receipt.blocks)).toContain(part)
    }
    expect(await say(lead, 'list')).toContain('17 项任务中 16 项未报')
    await click(lead, 'progress_list_filed')
    expect((await bot.lastMessage(lead, liaisons)).text).toContain('已报 1 项')
  })

  it('what was typed for one task is its draft when another is chosen', async () => {
    await bot.command(lead, liaisons, '/progress')
    const key = (await optionOf(3)) ?? ''
    await inView(lead, 'progress_task', { value: key })
    await inView(lead, 'progress_task', { value: await optionOf(1), values: { progress_summary: '任务三的半句话' } })
    expect(await formText(lead)).toContain('任务3已填的内容存为草稿')
    expect(await formText(lead)).toContain('第1版的内容')
    await inView(lead, 'progress_task', { value: key })
    expect(await formText(lead)).toContain('任务三的半句话')
  })

  it('of two liaisons who write at once the second is shown what the first wrote, and loses nothing', async () => {
    await bot.command('U0ADMIN', liaisons, '/plan', 'members add 东湖高新区管委会 @unit09')
    const second = 'U0UNIT09'
    for (const user of [lead, second]) await bot.command(user, liaisons, '/progress', '2')
    await inView(lead, 'progress_save_draft', { values: { progress_summary: '甲写的半句话' } })
    await inView(second, 'progress_save_draft', { values: { progress_summary: '乙写的半句话' } })
    const { view, id } = await openView(second)
    expect(wholeText(view.blocks)).toContain('保存了另一份草稿')
    expect(wholeText(view.blocks)).toContain('甲写的半句话')
    await inView(second, 'progress_save_draft')
    expect(await formText(second)).toContain('草稿已于')
    const values = { progress_status: 'on_track' }
    expect(await bot.post('submissions', { user: second, view_id: id, values })).toMatchObject({ ok: true })
    const receipt = await bot.lastMessage(second, liaisons)
    expect(wholeText(receipt.blocks)).toContain('乙写的半句话')
    await bot.command('U0ADMIN', liaisons, '/plan', 'members remove 东湖高新区管委会 @unit09')
  })

  it('no change is previewed, confirmed and received', async () => {
    await say(lead, '2023下半年 7 60% 达进度 去年的进展')
    expect(await say(lead, '无变化 7')).toContain('按无变化报送 1 项')
    await click(lead, 'progress_file_unchanged')
    expect((await bot.lastMessage(lead, liaisons)).text).toContain('已收到：1 项无变化')
    expect(await say(lead, '7 无变化')).toContain('目前不需要报送')
    expect(await say(lead, '无变化')).toContain('没有以前的报送可沿用')
  })

  it('the office reviews: returns with a reason by form and by words, accepts by button and by words', async () => {
    const waiting = await say(office, '审核')
    expect(waiting).toContain('待审核 4 项')
    const [, first] = /"action_id":"review_return","text":\{[^}]*\},"value":"([^"]+)"/.exec(waiting) ?? []
    await click(office, 'review_return', first)
    const { id } = await openView(office)
    const refused = await bot.post('submissions', { user: office, view_id: id, values: { review_reason: '  ' } })
    expect(refused.ok).toBe(false)
    await bot.post('submissions', { user: office, view_id: id, values: { review_reason: '请补充数据' } })
    expect((await bot.lastMessage(office, liaisons)).text).toContain('已退回：任务')
    const list = await say(lead, '列表')
    expect(list).toContain('退回：「请补充数据」')
    expect(await say(office, '采纳 7')).toContain('已采纳 1 项任务')
    expect(await say(office, '采纳 7 很好')).toContain('采纳时不附意见')
    await say(office, 'review')
    await click(office, 'review_accept_all')
    expect((await bot.lastMessage(office, liaisons)).text).toContain('已采纳 2 项任务')
    expect(await say(office, '审核')).toContain('没有待审核的报送')
    expect(await say(office, '重开 7')).toBeDefined()
    expect(await formText(office)).toContain('任务7')
    expect(await say(office, '重开 7 2023H2 数据有误')).toContain('已重新打开：任务7')
  })

  it('the board and the trail are there for all, in their language', async () => {
    expect(await say(office, '情况')).toContain('2024年上半年报送情况')
    expect(await say(lead, 'status')).toContain('本期向贵单位提出的事项')
    expect(await say(lead, '历史 7')).toContain('数据有误')
    await bot.post('users', { user: office, locale: 'en-US' })
    expect(await say(office, 'status 2023H2')).toContain('The second half of 2023')
    expect(await say(office, 'history 7')).toContain('versions of reports')
    expect(await say(office, 'history many')).toContain('names no task')
    await bot.post('users', { user: office, locale: 'zh-CN' })
  })

  it('a period is closed with the names of who has not filed, and opened again with a reason', async () => {
    expect(await say(office, '关闭')).toContain('请写明报送期')
    expect(await say(office, '关闭 2024上半年')).toContain('结束后方可关闭')
    expect(await say(office, 'close 2023H2')).toContain('份未报')
    await click(office, 'review_close_period')
    expect((await bot.lastMessage(office, liaisons)).text).toContain('已关闭：2023年下半年')
    expect(await say(lead, '2023下半年 5 60% 达进度 补报')).toContain('请联系办公室重开')
    expect(await say(office, '重开 2023下半年 单位补报')).toContain('已重开：2023年下半年')
    expect(await say(lead, '2023下半年 5 60% 达进度 补报')).toContain('已收到：任务5 · 2023年下半年')
  })

  it('only the office reviews and closes', async () => {
    expect(await say(lead, '审核')).toContain('召集人')
    expect(await say(lead, '关闭 2023H2')).toContain('召集人')
  })

  async function optionOf(taskNo: number) {
    const found = new RegExp(`"value":"(${taskNo}/\\d+/2024H1)"`).exec(await formText(lead))
    return found?.[1]
  }
})

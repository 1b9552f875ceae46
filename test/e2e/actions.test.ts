import { unzipSync } from 'fflate'
import { DateTime } from 'luxon'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { openImage } from '../support/database.ts'
import { decided } from '../support/decided-issue.ts'
import { type RunningBot, startBot, wholeText } from '../support/running-bot.ts'

const liaison = 'U0UNIT01'
const customs = 'U0UNIT04'
const convener = 'U0CONVENER'
const liaisons = 'C0LIAISON'
const owner = '东湖高新区管委会'

describe('what was decided, followed up by the control API alone', () => {
  let bot: RunningBot
  let database: Database
  let planId: number
  beforeAll(async () => {
    database = await openImage()
    bot = await startBot({ database })
    planId = (await database.client.plan.findFirstOrThrow()).id
    await bot.command(liaison, liaisons, '/issue', '任务12 花山港验收标准不一 需：武汉海关 20分钟 严重')
    const actor = { workspaceId: 'T00LIAISON', userId: convener, requestKey: null }
    const { now } = await bot.state()
    const context = { database, now: () => DateTime.fromISO(now) }
    const numbers = await decided(context, actor, 1, [
      { text: '制定验收标准', owner, helpers: ['武汉海关'], dueOn: '2024-06-28', measure: '印发' },
      { text: '开通系统接口', owner, dueOn: '2024-07-12' },
    ])
    expect(numbers).toEqual([1, 2])
  })
  afterAll(() => bot.stop())

  const value = (rest: string) => `${planId}/${rest}`
  const view = async (user: string) => {
    const found = (await bot.state(user)).views.filter((one) => one.user === user).at(-1)
    if (!found) throw new Error('no modal is open')
    return found
  }
  const submit = async (user: string, values: object) =>
    bot.post('submissions', { user, view_id: (await view(user)).id, values })
  const click = async (user: string, channel: string, action_id: string, of: string) => {
    const { ts } = await bot.lastMessage(user, channel)
    const container = { type: 'message', channel, ts }
    expect(await bot.post('actions', { user, container, action_id, value: of })).toMatchObject({ ok: true })
  }
  const clickHome = async (user: string, action_id: string, of: string) =>
    expect(await bot.post('actions', { user, container: { type: 'home' }, action_id, value: of })).toMatchObject({
      ok: true,
    })
  const home = async (user: string) => {
    const { homes } = await bot.state(user)
    return wholeText(homes.find((one) => one.user === user)?.view.blocks)
  }
  const last = async (user: string, channel = liaisons) => bot.lastMessage(user, channel)

  it('the owner sees in /todo what it owes, and reports one in words', async () => {
    await bot.command(liaison, liaisons, '/todo')
    const list = await last(liaison)
    expect(list.ephemeral_for).toBe(liaison)
    expect(list.text).toBe('交办事项：办理中 2 项')
    expect(wholeText(list.blocks)).toContain('交办1 制定验收标准 · 6月28日（周五）到期')
    await bot.command(customs, liaisons, '/todo', 'done 1 已印发')
    expect((await last(customs)).text).toContain('由东湖高新区管委会办理')
    await bot.command(liaison, liaisons, '/todo', 'done 1 已印发，见 https://a.example/1')
    expect((await last(liaison)).text).toBe('已报办结：交办1，待办公室核实。')
  })

  it('the office returns it by a form, and the owner reports it anew from App Home', async () => {
    await bot.command(convener, liaisons, '/todo')
    expect((await last(convener)).text).toContain('待核实 1 项')
    await click(convener, liaisons, 'todo_return', value('1'))
    expect(await submit(convener, { todo_reason: '   ' })).toMatchObject({ ok: false })
    expect(await submit(convener, { todo_reason: '请附文号' })).toMatchObject({ ok: true })
    expect((await last(convener)).text).toContain('已退回：交办1')
    await bot.post('home', { user: liaison })
    expect(await home(liaison)).toContain('🟡 已退回')
    expect(await home(liaison)).toContain('办公室意见：「请附文号」')
    await clickHome(liaison, 'todo_done', value('1'))
    expect(wholeText((await view(liaison)).view.blocks)).toContain('已印发，见 https://a.example/1')
    expect(await submit(liaison, { todo_evidence: '武新管〔2024〕1号' })).toMatchObject({ ok: true })
    expect(await home(liaison)).toContain('🔵 待核实')
  })

  it('the owner asks for a later day, and the office agrees', async () => {
    await bot.command(liaison, liaisons, '/todo', '延期 2')
    expect(await submit(liaison, { todo_day: '2024-07-12', todo_reason: '等待批复' })).toMatchObject({ ok: false })
    expect(await submit(liaison, { todo_day: '2024-08-01', todo_reason: '等待批复' })).toMatchObject({ ok: true })
    expect((await last(liaison)).text).toContain('已申请将交办2 延至8月1日（周四）')
    await bot.command(convener, liaisons, '/todo')
    expect((await last(convener)).text).toContain('申请延期 1 项')
    await click(convener, liaisons, 'todo_agree', value('2/2024-08-01'))
    expect((await last(convener)).text).toContain('由7月12日（周五）延至8月1日（周四）')
  })

  it('the office verifies the last from App Home, and the issue closes', async () => {
    await bot.command(convener, liaisons, '/todo', '撤销 2 不再需要')
    expect((await last(convener)).text).toBe('已撤销：交办2。')
    await bot.post('home', { user: convener })
    expect(await home(convener)).toContain('待核实的交办事项 1 项')
    await clickHome(convener, 'todo_verify', value('1'))
    expect(wholeText((await view(convener)).view.blocks)).toContain('问题已办结')
    expect(await home(convener)).not.toContain('待核实的交办事项')
    await bot.command(convener, liaisons, '/todo', '核实 1')
    expect((await last(convener)).text).toContain('没有执行：交办1 目前已核实了结')
  })

  it('/issue 1 tells its whole life, /todo show that of an action', async () => {
    await bot.command(liaison, liaisons, '/issue', '1')
    const life = wholeText((await last(liaison)).blocks)
    for (const part of [
      '已办结',
      '2024年6月24日 东湖高新区管委会提出',
      '会外议定：「由市商务局统一标准」',
      '交办1：制定验收标准（东湖高新区管委会办理，武汉海关配合，期限 2024年6月28日）',
      '交办1 报办结：「武新管〔2024〕1号」',
      '交办1 退回：「请附文号」',
      '交办2 由 2024年7月12日 延至 2024年8月1日：「等待批复」',
      '交办1 已核实',
      '问题办结',
    ])
      expect(life).toContain(part)
    await bot.command(customs, liaisons, '/todo', '查看 1')
    expect(wholeText((await last(customs)).blocks)).toContain('交办1 报办结：「已印发，见 https://a.example/1」')
    await click(customs, liaisons, 'issue_show', value('1'))
    expect((await last(customs)).text).toBe('#1 花山港验收标准不一')
  })

  it('the ledgers arrive as a file in a direct message', async () => {
    await bot.command(liaison, liaisons, '/issue', '台账')
    expect((await last(liaison)).text).toContain('此操作需由召集人、领导小组成员或管理员进行')
    await bot.command(convener, liaisons, '/issue', 'ledger')
    expect((await last(convener)).text).toBe('台账已通过私信发给您。')
    const sent = (await bot.state(convener)).messages.find((one) => (one.files ?? []).length > 0)
    expect(sent?.text).toContain('议题 1 个，议定事项 2 项')
    const [file] = sent?.files ?? []
    expect(file?.name).toBe('议题台账-2024-06-24.xlsx')
    const bytes = new Uint8Array(await (await fetch(`${bot.url}${file?.url}`)).arrayBuffer())
    const texts = new TextDecoder().decode(unzipSync(bytes)['xl/sharedStrings.xml'])
    for (const part of ['花山港验收标准不一', '制定验收标准', '武新管〔2024〕1号']) expect(texts).toContain(part)
  })

  it('speaks English to who uses Slack in English, and helps', async () => {
    await bot.post('users', { user: liaison, locale: 'en-US' })
    await bot.command(liaison, liaisons, '/todo', 'all')
    expect((await last(liaison)).text).toBe('2 actions')
    await bot.command(liaison, liaisons, '/todo', 'help')
    expect(wholeText((await last(liaison)).blocks)).toContain('/todo done 3')
    await bot.command(liaison, liaisons, '/todo', 'nonsense')
    expect((await last(liaison)).text).toContain('is not understood')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBot, startBot } from '../support/running-bot.ts'
import { useBrowser } from '../support/use-browser.ts'

const customs = 'U0UNIT04'
const convener = 'U0CONVENER'
const liaisons = 'C0LIAISON'
const meetingChannel = 'C0MEETING'

describe('the board, in a browser', () => {
  let bot: RunningBot
  const { page, go, say } = useBrowser(() => bot.url)

  beforeAll(async () => {
    bot = await startBot()
    await bot.command(customs, liaisons, '/issue', '花山港验收标准不一 任务12 需：市商务局、武汉海关 20分钟 严重')
    await bot.command(customs, liaisons, '/issue', '减免税系统接口口径 任务6 需：武汉海关 15分钟')
    await bot.command(convener, meetingChannel, '/agenda', '2024-07-02 15:00 120')
    await bot.command(convener, meetingChannel, '/agenda', 'publish')
    await bot.post('clock', { now: '2024-07-02T15:00:00+08:00' })
  })
  afterAll(() => bot?.stop())

  const modal = () => page().getByTestId('modal').last()
  const press = (name: string) => modal().getByRole('button', { name, exact: true }).first().click()
  const field = (actionId: string) => modal().locator(`[data-action-id="${actionId}"]`)

  it('a convener runs the meeting from its first item to its minutes', async () => {
    await go(`#${convener}/${meetingChannel}`)
    await say('/meeting run')
    await modal().getByText('正在讨论：第1项').waitFor()

    await press('记录结果')
    await field('decision_text').fill('统一验收标准')
    await field('decision_what_0').fill('完成验收')
    await press('加一项交办')
    await field('decision_what_1').waitFor()
    expect(await field('decision_text').inputValue()).toBe('统一验收标准')
    expect(await field('decision_what_0').inputValue()).toBe('完成验收')
    await field('decision_owner_0').selectOption({ label: '武汉海关' })
    await field('decision_due_0').fill('尽快')
    await page().getByTestId('modal-submit').last().click()
    await modal().getByText('看不懂期限「尽快」').waitFor()
    await field('decision_due_0').fill('10个工作日')
    await page().getByTestId('modal-submit').last().click()

    await modal().getByText('议定 · 交办 1 件：统一验收标准').waitFor()
    await modal().getByText('正在讨论：第2项').waitFor()

    await bot.post('clock', { now: '2024-07-02T15:40:00+08:00' })
    await press('刷新')
    await modal()
      .getByText(/已超时 \d+ 分钟/)
      .waitFor()
    await press('关闭')
  })

  it('opens again where it was, and ends', async () => {
    await go(`#${convener}/${meetingChannel}`)
    await say('/meeting run 1')
    await modal().getByText('正在讨论：第2项').waitFor()
    await press('结束会议')
    await page().getByText('1 项尚无结果').waitFor()
    await page().getByTestId('confirm-yes').click()
    await modal().getByText('第1次联席会议已结束：议定 1 项、交办 1 件，延期 1 项').waitFor()
  })

  it('a leader signs the minutes from the message', async () => {
    await bot.command(convener, meetingChannel, '/meeting', 'minutes 1')
    const draft = (await bot.state(convener)).messages.findLast((one) => one.text.includes('草稿已生成'))
    const container = { type: 'message', channel: draft?.channel, ts: draft?.ts }
    expect(await bot.post('actions', { user: convener, container, action_id: 'minutes_submit' })).toMatchObject({
      ok: true,
    })
    const asked = (await bot.state('U0LEADER1')).messages.findLast((one) => one.text.includes('请签发'))
    await go(`#U0LEADER1/${asked?.channel}`)
    await page().getByRole('button', { name: '签发', exact: true }).last().click()
    await page().getByTestId('confirm-yes').click()
    await page().locator('[data-ts]', { hasText: '已签发：第1次联席会议纪要' }).last().waitFor()
    await go(`#U0UNIT04/${meetingChannel}`)
    await page().locator('[data-ts]', { hasText: '已签发：第1次联席会议纪要' }).last().waitFor()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBot, startBot } from '../support/running-bot.ts'
import { useBrowser } from '../support/use-browser.ts'

describe('the main job, in a browser', () => {
  let bot: RunningBot
  const { page, go, say } = useBrowser(() => bot.url)

  beforeAll(async () => {
    bot = await startBot()
  })
  afterAll(() => bot?.stop())

  const field = (actionId: string) => page().getByTestId('modal').locator(`[data-action-id="${actionId}"]`)
  const seeMessage = (text: string) => page().locator('[data-ts]', { hasText: text }).last().waitFor()

  it('a liaison opens the form and reports', async () => {
    await go('#U0UNIT01/C0LIAISON')
    await say('/progress')
    await page().getByTestId('modal').getByText('应报 17 项').waitFor()
    await page().getByTestId('modal').getByLabel('达进度').check()
    await field('progress_percent').fill('80')
    await field('progress_summary').fill('已引进4家总部企业')
    await page().getByTestId('modal-submit').click()
    await seeMessage('已收到：任务1 · 2024年上半年 · 第1版')
    await seeMessage('已引进4家总部企业')
  })

  it('raises an issue from the receipt, with its task filled in', async () => {
    await go('#U0UNIT01/C0LIAISON')
    await page()
      .locator('[data-ts]', { hasText: '已收到：任务1' })
      .getByRole('button', { name: '提出需协调问题' })
      .click()
    await field('issue_title').fill('总部企业用地指标不足')
    expect(await field('issue_task').inputValue()).toBe('1')
    await page().getByTestId('modal-submit').click()
    await page().getByTestId('modal').getByText('已提出问题 #1').waitFor()
    await page().keyboard.press('Escape')
    await seeMessage('已提出问题 #1：总部企业用地指标不足')
  })

  it('the convener drafts the agenda and publishes it, and a liaison sees it in the channel', async () => {
    await go('#U0CONVENER/C0MEETING')
    await say('/agenda 2024-07-02 15:00 120')
    await seeMessage('总部企业用地指标不足')
    await page().getByRole('button', { name: '发布' }).last().click()
    await page().getByTestId('confirm-yes').click()
    await page().locator('[data-ts]:not(.ephemeral)', { hasText: '总部企业用地指标不足' }).last().waitFor()
    await go('#U0UNIT03/C0MEETING')
    await seeMessage('总部企业用地指标不足')
  })

  it('the leader reads the digest once the clock is moved to its slot', async () => {
    await go('#U0LEADER1/C0LEADING')
    expect((await bot.post('clock', { now: '2024-07-01T09:00:00+08:00' })).ok).toBe(true)
    await seeMessage('情况通报')
    await seeMessage('总部企业用地指标不足')
  })

  it('speaks English to a person whose Slack is English', async () => {
    await bot.post('users', { user: 'U0UNIT04', locale: 'en-US' })
    await go('#U0UNIT04/C0LIAISON')
    await say('/progress 6 80% on_track 12 signed')
    await seeMessage('Received: task 6 · first half of 2024 · version 1')
    await say('/progress')
    await page().getByTestId('modal').getByText('Progress report').waitFor()
  })
})

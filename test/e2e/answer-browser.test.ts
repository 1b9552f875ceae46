import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBot, startBot } from '../support/running-bot.ts'
import { useBrowser } from '../support/use-browser.ts'

const customs = 'U0UNIT04'
const trade = 'U0UNIT03'
const convener = 'U0CONVENER'
const meetingChannel = 'C0MEETING'

describe('answering an invitation, in a browser', () => {
  let bot: RunningBot
  const { page, go } = useBrowser(() => bot.url)

  beforeAll(async () => {
    bot = await startBot()
    await bot.post('users', { user: trade, locale: 'en-US' })
    await bot.command(customs, 'C0LIAISON', '/issue', '花山港验收标准不一 任务12 需：市商务局、武汉海关 20分钟 严重')
    await bot.command(convener, meetingChannel, '/agenda', '2024-07-02 15:00 120')
    await bot.command(convener, meetingChannel, '/agenda', 'publish')
  })
  afterAll(() => bot?.stop())

  /** Opens a person's direct messages with the bot. */
  const openDirect = async (user: string) => {
    const channel = (await bot.state(user)).messages.find((one) => one.channel.startsWith('D'))?.channel
    await go(`#${user}/${channel}`)
  }
  const message = (text: string) => page().locator('[data-ts]', { hasText: text }).last()
  const modal = () => page().getByTestId('modal').last()

  it('a liaison sees their items and times, takes the calendar file and sends a deputy', async () => {
    await openDirect(customs)
    const invitation = message('第1次联席会议：贵单位 15:00–15:20 参加第 1 项')
    await invitation.getByText('#1 花山港验收标准不一').waitFor()
    const [file] = await Promise.all([
      page().waitForEvent('download'),
      invitation
        .getByRole('link', { name: /meeting-1\.ics/ })
        .first()
        .click(),
    ])
    expect(file.suggestedFilename()).toBe('meeting-1.ics')
    await invitation.getByRole('button', { name: '委派他人' }).click()
    await modal().locator('[data-action-id="attendance_name"]').fill('张三')
    await page().getByTestId('modal-submit').click()
    await message('已答复：7月2日（周二）第1次联席会议 · 武汉海关 · 🟢 委派 张三').waitFor()
    await invitation.getByText('已答复：🟢 委派 张三。如有变化，可再次答复。').waitFor()
  })

  it('another, in English, can come only from a time on, and is told at the field where that is wrong', async () => {
    await openDirect(trade)
    await message('Joint meeting 1, Tue 2 Jul').getByRole('button', { name: 'Cannot' }).click()
    await modal().getByLabel('Can come only from a time on').check()
    await modal().locator('[data-action-id="attendance_time"]').fill('18:00')
    await page().getByTestId('modal-submit').click()
    await modal().getByText('Not saved: 18:00 is outside the meeting, 15:00–17:00.').waitFor()
    await modal().locator('[data-action-id="attendance_time"]').fill('15:30')
    await page().getByTestId('modal-submit').click()
    await message('Answered: joint meeting 1, Tue 2 Jul').waitFor()
  })

  it('the convener reads both in one roster, and solves the agenda anew', async () => {
    await openDirect(convener)
    const roster = message('第1次联席会议名单：应到 2 个单位，已答复 2 个')
    await roster.getByText('武汉海关 · 🟢 委派 张三').waitFor()
    await roster.getByText('市商务局 · 🟡 部分时间参加（15:30 以后）').waitFor()
    expect(await page().locator('[data-ts]', { hasText: '第1次联席会议名单' }).count()).toBe(1)
    await roster.getByRole('button', { name: '按答复重排议程' }).click()
    await message('没有保存').or(message('重新排列')).or(message('没有生成')).first().waitFor()
  })
})

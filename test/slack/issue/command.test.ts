import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningBot, startBot } from '../../support/running-bot.ts'

const customs = 'U0UNIT04'
const liaisons = 'C0LIAISON'
let bot: RunningBot

beforeAll(async () => {
  bot = await startBot()
  await bot.command(customs, liaisons, '/issue', '任务12 花山港验收标准不一 20分钟')
})
afterAll(async () => bot.stop())

async function say(user: string, words: string): Promise<string> {
  await bot.command(user, liaisons, '/issue', words)
  return (await bot.lastMessage(user, liaisons)).text
}

it('what is done to an issue is done by words, and is not taken for another issue', async () => {
  expect(await say('U0UNIT13', '撤销 1')).toContain('只能由提出单位或召集人撤销')
  expect(await say('U0LEADER1', '必议 #１')).toContain('#1 已列为必议')
  expect(await say(customs, '撤销')).toContain('请写明问题编号')
  expect(await say(customs, 'withdraw 1')).toBe('已撤销问题 #1。')
  expect(await say(customs, '撤销 1')).toContain('没有执行')
  expect(await say(customs, 'list')).toContain('没有未决问题')
})

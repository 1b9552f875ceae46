import { DateTime } from 'luxon'
import { extractRawText } from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { isWorkingDay } from '../../src/domain/calendar.ts'
import { openImage } from '../support/database.ts'
import { convener, type Deed, deeds, halfYear, leader, punctual } from '../support/golden-half-year.ts'
import { liaisonOf } from '../support/golden-year.ts'
import { plainMessage } from '../support/plain-message.ts'
import { type RunningBot, startBot } from '../support/running-bot.ts'

const zone = 'Asia/Shanghai'
const english = liaisonOf('市税务局')
const golden = (name: string) => `./golden-half-year/${name}.md`

describe('a golden half-year of the seeded plan', () => {
  let database: Database
  beforeAll(async () => {
    database = await openImage()
  })
  afterAll(() => database?.close())

  it('tells everybody what it must and no more, and says the same on every run', async () => {
    const bot = await startBot({ database, startAt: `${halfYear.from}T08:00:00+08:00` })
    try {
      expect(await bot.post('users', { user: english, locale: 'en-US' })).toMatchObject({ ok: true })
      await live(bot)
      expect(refused).toEqual([])
      await checkMessages(bot)
      await keepDigests(bot)
      await keepSlips(bot)
      await keepReport(bot, 'zh', '报告 2024上半年')
      await keepReport(bot, 'en', 'report 2024H1 en')
    } finally {
      await bot.stop()
    }
  }, 300_000)

  const refused: string[] = []

  /** Every calendar day is lived, so that what must not come on a day off would. */
  async function live(bot: RunningBot): Promise<void> {
    const until = DateTime.fromISO(halfYear.until, { zone })
    for (let day = DateTime.fromISO(halfYear.from, { zone }); day <= until; day = day.plus({ days: 1 })) {
      expect(await bot.post('clock', { now: day.set({ hour: 9, minute: 5 }).toISO() })).toMatchObject({ ok: true })
      const today = deeds.filter((deed) => deed.on === day.toISODate())
      for (const [index, deed] of today.entries()) {
        const from = DateTime.fromISO(`${deed.on}T${deed.from ?? '09:30'}`, { zone })
        await act(bot, deed, from.plus({ minutes: index }))
      }
      if (day.toISODate() === '2024-07-26') await approveRed(bot)
    }
  }

  async function act(bot: RunningBot, { who, command, text }: Deed, at: DateTime): Promise<void> {
    await bot.post('clock', { now: at.toISO() })
    const channel = command === '/meeting' || command === '/agenda' ? 'C0MEETING' : 'C0LIAISON'
    await bot.command(who, channel, command, text)
    const answer = (await bot.state(who, channel)).messages.findLast((message) => message.ephemeral_for === who)
    if (/没有|无法|不能|未能|not saved/.test(answer?.text ?? '')) refused.push(`${text} → ${answer?.text}`)
  }

  /** A leader approves every red slip that waits, from the message that asked for it. */
  async function approveRed(bot: RunningBot): Promise<void> {
    const asked = (await directsOf(bot, leader)).findLast((message) => JSON.stringify(message).includes('slip_approve'))
    const buttons = asked?.blocks
      ?.flatMap(({ elements = [] }) => elements)
      .filter((one) => one.action_id === 'slip_approve')
    expect(buttons).toHaveLength(2)
    for (const { value } of buttons ?? []) {
      const container = { type: 'message', channel: asked?.channel, ts: asked?.ts }
      const click = { user: leader, container, action_id: 'slip_approve', value }
      expect(await bot.post('actions', click)).toMatchObject({ ok: true })
    }
  }

  async function directsOf(bot: RunningBot, user: string) {
    const { messages } = await bot.state(user)
    return messages.filter(({ channel, ephemeral_for }) => channel.startsWith('D') && !ephemeral_for)
  }

  /** Every message each person received, by its first line; those who are always on time got at most twelve. */
  async function checkMessages(bot: RunningBot): Promise<void> {
    const people = [...new Set((await database.client.member.findMany()).map(({ userId }) => userId))].sort()
    const lines: string[] = []
    for (const person of people) {
      const messages = await directsOf(bot, person)
      lines.push(
        `## ${person}: ${messages.length}`,
        ...messages.map((one) => `- ${when(one.ts)} ${one.text.split('\n')[0]}`),
        '',
      )
      for (const { ts, text } of messages) {
        const at = DateTime.fromSeconds(Number(ts), { zone })
        expect(`${when(ts)} ${isWorkingDay(at) && at.hour >= 8 && at.hour < 20} ${text.slice(0, 20)}`).toContain(
          ' true ',
        )
      }
    }
    await expect(lines.join('\n')).toMatchFileSnapshot(golden('messages'))
    for (const unit of punctual) expect((await directsOf(bot, liaisonOf(unit))).length).toBeLessThanOrEqual(12)
  }

  async function keepDigests(bot: RunningBot): Promise<void> {
    for (const [channel, name] of [
      ['C0LEADING', 'digests-zh'],
      ['C0LIAISON', 'digests-en'],
    ] as const) {
      const { messages } = await bot.state('U0ADMIN', channel)
      const posts = messages.filter((message) => !message.ephemeral_for)
      const kept = posts.map((message) => `## ${when(message.ts)}\n\n${plainMessage(message)}\n`)
      await expect(kept.join('\n')).toMatchFileSnapshot(golden(name))
    }
  }

  /** Slips as their units see them: one late until yellow in Chinese, one until red in English. */
  async function keepSlips(bot: RunningBot): Promise<void> {
    for (const [user, name] of [
      [liaisonOf('市科技局'), 'slips-zh'],
      [english, 'slips-en'],
    ] as const) {
      const messages = await directsOf(bot, user)
      const kept = messages.map((message) => `## ${when(message.ts)}\n\n${plainMessage(message)}\n`)
      await expect(kept.join('\n')).toMatchFileSnapshot(golden(name))
    }
  }

  /** The report of the half-year as it reads, without its layout. */
  async function keepReport(bot: RunningBot, language: string, words: string): Promise<void> {
    await bot.command(convener, 'C0LIAISON', '/progress', words)
    const sent = (await bot.state(convener)).messages.findLast(({ files = [] }) => files.length > 0)
    const file = sent?.files?.find(({ name }) => name.endsWith('.docx'))
    const buffer = Buffer.from(await (await fetch(`${bot.url}${file?.url}`)).arrayBuffer())
    const { value } = await extractRawText({ buffer })
    const text = value.replace(/\n{2,}/g, '\n')
    await expect(`${plainMessage(sent ?? { text: '' })}\n\n${text}`).toMatchFileSnapshot(golden(`report-${language}`))
  }

  const when = (ts: string) => DateTime.fromSeconds(Number(ts), { zone }).toFormat('yyyy-MM-dd HH:mm')
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { enqueue } from '../../../src/outbox/enqueue.ts'
import { checkMessageBlocks } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { resendFromButton } from '../../../src/slack/health/command.ts'
import { healthMessage, troubleMessage } from '../../../src/slack/health/messages.ts'
import type { ActionRequest } from '../../../src/slack/requests/request.ts'
import { openImage } from '../../support/database.ts'
import { type RunningBot, startBot, wholeText } from '../../support/running-bot.ts'
import { sampleDigest } from '../../support/sample-digest.ts'

const convener = 'U0CONVENER'
const liaison = 'U0UNIT01'
const liaisons = 'C0LIAISON'
const leading = 'C0LEADING'

describe('what does not arrive, by the control API alone', () => {
  let database: Database
  let bot: RunningBot
  beforeAll(async () => {
    database = await openImage()
    bot = await startBot({ database })
  })
  afterAll(async () => {
    await bot.stop()
    await database.close()
  })

  const answer = async (user: string, command: string, text: string) => {
    await bot.command(user, liaisons, command, text)
    return bot.lastMessage(user, liaisons)
  }
  const click = async (action_id: string, ts: string, nth = 0) => {
    const shown = (await bot.state(convener, liaisons)).messages.find((one) => one.ts === ts)
    const found = shown?.blocks?.flatMap(({ elements = [] }) => elements).filter((one) => one.action_id === action_id)
    const container = { type: 'message', channel: liaisons, ts }
    const { value } = found?.[nth] ?? {}
    expect(await bot.post('actions', { user: convener, container, action_id, value })).toMatchObject({ ok: true })
    return bot.lastMessage(convener, liaisons)
  }
  const posts = async () =>
    (await bot.state(convener, leading)).messages.filter((one) => one.channel === leading && !one.ephemeral_for)
  /** Everything that is due, and what waits for a moment: for its pace, or for another try on a busy machine. */
  const workOff = async () => {
    await bot.app.processAll()
    await bot.post('clock', { now: '+2m' })
  }
  /** Owes messages to a place, given up already where there is a refusal. */
  const owe = async (place: string, keys: readonly string[], refusal: string | null = null) => {
    const { id: planId, workspaceId } = await database.client.plan.findFirstOrThrow()
    const at = new Date((await bot.state()).now)
    const payload = sampleDigest()
    await database.transaction(async (tx) => {
      for (const dedupeKey of keys)
        await enqueue(tx, { workspaceId, planId, place, dedupeKey, at, kind: 'digest', payload })
    })
    if (refusal !== null)
      await database.client.delivery.updateMany({
        where: { dedupeKey: { in: [...keys] } },
        data: { state: 'dead', lastError: refusal },
      })
  }

  it('says that all is well, to the office alone', async () => {
    expect((await answer(convener, '/plan', '状态')).text).toBe('运行状态：一切正常，没有积压')
    expect((await answer(liaison, '/plan', 'health')).text).toContain('没有执行：此操作需由')
  })

  it('tells the office once of a channel that is not reached', async () => {
    await owe('C0NOWHERE', ['lost'])
    await bot.app.processAll()
    await bot.post('clock', { now: '+10s' })
    const told = (await bot.state(convener)).messages.filter(({ text }) => text.startsWith('有消息送不到，请处理'))
    expect(told).toHaveLength(1)
    expect(wholeText(told[0]?.blocks)).toContain('频道不存在')
    const health = await answer(convener, '/plan', 'health')
    expect(health.text).toBe('运行状态：1 处送不到，1 条待发')
    expect(wholeText(health.blocks)).toContain('"channel_id":"C0NOWHERE"')
  })

  it('lists what was given up, page by page, to be sent again or not', async () => {
    const keys = Array.from({ length: 7 }, (_, index) => `dead${index}`)
    await owe(leading, keys, 'msg_too_long')
    const { ts, text, blocks } = await answer(convener, '/plan', 'health')
    expect(text).toContain('7 条未能送达')
    expect(wholeText(blocks)).toContain('情况通报 · 6月24日 09:00：Slack 不接受这条消息的内容')
    expect(wholeText((await click('health_page', ts)).blocks)).toContain('第 2 页，共 2 页')
    expect(wholeText((await click('health_dismiss', ts)).blocks)).toContain('这条消息不再投递。')
    expect(wholeText((await click('health_resend', ts)).blocks)).toContain('先查 Slack 中是否已有')
    expect(await posts()).toHaveLength(1)
    expect((await click('health_resend_all', ts)).text).toBe(
      '已重新投递 5 条，等待中的 1 条立即再试。先查 Slack 中是否已有，没有才发。',
    )
    await workOff()
    expect(await posts()).toHaveLength(6)
    expect(new Set((await posts()).map(({ metadata }) => metadata?.event_payload?.key))).toHaveProperty('size', 6)
  }, 30_000)

  it('takes a digest back that was posted by mistake', async () => {
    const before = (await posts()).length
    await bot.command(convener, liaisons, '/digest', 'post')
    await workOff()
    const posted = (await posts()).length
    expect(posted).toBeGreaterThan(before)
    expect((await answer(convener, '/digest', '撤回 头条')).text).toContain('没有撤回：请写第几份')
    expect((await answer(convener, '/digest', 'take back 2')).text).toContain('现有 1 份')
    expect((await answer(liaison, '/digest', '撤回')).text).toContain('没有执行：此操作需由')
    const list = await answer(convener, '/digest', '撤回')
    expect(list.text).toBe('撤回哪一份情况通报？')
    expect((await click('digest_take_back', list.ts)).text).toMatch(/^已撤回 6月24日 \d\d:\d\d 的周报/)
    await workOff()
    expect(await posts()).toHaveLength(before)
    expect((await answer(convener, '/digest', '撤回 1')).text).toContain('没有撤回：最近 31 天')
    const trail = await database.client.auditEvent.findMany({ where: { action: 'digest.take_back' } })
    expect(trail).toMatchObject([{ actor: convener }])
  }, 30_000)
})

describe('the page of what does not arrive', () => {
  it('refuses what its buttons never say', async () => {
    for (const value of ['1/x', '1/', '1/1/-1', `1/${10 ** 10}`])
      await expect(resendFromButton({ actor: {}, value } as ActionRequest)).rejects.toMatchObject({
        code: 'request.unreadable',
      })
  })

  const at = new Date('2024-06-24T01:00:00Z')
  const accepted = (blocks: unknown) => checkMessageBlocks({} as Core, JSON.parse(JSON.stringify(blocks)))

  it.each(['zh-CN', 'en'] as const)('is taken by Slack, however much there is and of whatever kind (%s)', (locale) => {
    const refusals = ['msg_too_long', 'not_in_channel', 'is_archived', 'person_left', 'missing_scope', 'token_revoked']
    const dead = Array.from({ length: 200 }, (_, id) => {
      const lastError = refusals[id % refusals.length] ?? null
      return { id, kind: id % 2 ? 'brief' : 'removal', place: id % 2 ? 'U1' : 'C1', createdAt: at, lastError }
    })
    const troubled = Array.from({ length: 40 }, (_, index) => ({
      ...{ place: index ? `C${index}` : 'T1', trouble: 'x'.repeat(500), troubleSince: at, waiting: index },
    }))
    const late = Array.from({ length: 30 }, () => ({ job: 'daily-brief', nextRunAt: at }))
    const shown = { planId: 1, planTitle: '方'.repeat(500), workspaceId: 'T1', zone: 'Asia/Shanghai', now: new Date() }
    const full = { ...shown, waiting: { count: 9, oldest: at }, dead, deadCount: 900, troubled, late }
    const message = healthMessage(locale, full, 3)
    expect(message.blocks.length).toBeLessThanOrEqual(50)
    expect(accepted(message.blocks)).toHaveLength(message.blocks.length)
    for (const refusal of refusals) {
      const since = at.toISOString()
      const place = refusal === 'missing_scope' ? 'T1' : 'C1'
      const notice = { planId: 1, planTitle: '方案', language: 'zh-CN', zone: 'Asia/Shanghai', place, refusal, since }
      expect(accepted(troubleMessage(locale, notice).blocks)).toHaveLength(4)
    }
  })
})

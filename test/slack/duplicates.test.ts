import { expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { createLog } from '../../src/log.ts'
import { createLocales } from '../../src/slack/locales.ts'
import { createRequestQueue } from '../../src/slack/requests/request-queue.ts'
import { assignMembers } from '../../src/usecases/member/assign-members.ts'
import { describeOnEachDatabase } from '../support/database.ts'
import { decided, raised } from '../support/decided-issue.ts'
import { entered } from '../support/entered-enterprise.ts'
import { argumentsFor, listenersOn } from '../support/listeners.ts'
import { publishMeeting } from '../support/published-meeting.ts'
import { as, people, setUpWorld } from '../support/world.ts'

/** What a command is followed by where nothing opens its form and something changes. */
const words: Record<string, string> = {
  '/progress': '2 80% 达进度 已签约12家',
  '/issue': '任务2 另一个口岸验收问题 需：江城海关 20分钟 严重',
  '/target': '引进企业 3家 2024-06-20',
  '/plan': 'use 1',
  '/todo': 'done 1 已印发，见 https://a.example/1',
  '/meeting': 'series 每月第二个周四 15:00 120分钟 地点：3号会议室',
}

describeOnEachDatabase('a second copy', (database) => {
  it('of whatever a person does has neither effect nor answer, whichever process gets it', async () => {
    const world = await setUpWorld(database())
    const roles = [
      { role: 'convener', unit: null },
      { role: 'leader', unit: null },
      { role: 'liaison', unit: '江城海关' },
    ] as const
    await assignMembers(
      world,
      as(people.admin),
      roles.map((one) => ({ ...one, userId: people.admin })),
    )
    await publishMeeting(world)
    const no = await raised(world, as(people.lead), '口径不一')
    await decided(world, as(people.convener), no, [{ text: '制定标准', owner: '江城海关', dueOn: '2024-07-12' }])
    await entered(world, as(people.lead))
    const shown: string[] = []
    const replicas = [0, 1].map(() =>
      listenersOn({
        context: world,
        locales: createLocales(),
        log: createLog('silent'),
        requests: createRequestQueue(),
      }),
    )
    const client = clientNoting(shown)
    const respond = async () => {
      shown.push('respond')
      return { json: async () => ({ ok: true }) }
    }
    const wrong: string[] = []
    let effective = 0
    for (const [index, { kind, id }] of (replicas[0] ?? []).entries()) {
      const value = kind === 'command' ? (words[id] ?? '') : '1/1'
      const view = {
        id: `V${index}`,
        hash: '1',
        blocks: [],
        state: { values: {} },
        private_metadata: '{"planId":1,"no":1}',
      }
      const given = { user: people.admin, trigger: `t${index}`, value, ...(kind === 'view' ? { view } : {}) }
      const args = { ...argumentsFor(kind, id, given), ack: async () => undefined, client, respond }
      const states = [await stateOf(database())]
      const answers: number[] = []
      for (const replica of replicas) {
        shown.length = 0
        await replica[index]?.listen(args).catch(() => undefined)
        answers.push(shown.length)
        states.push(await stateOf(database()))
      }
      if (states[0] !== states[1]) effective += 1
      if (states[1] !== states[2] || answers[1] !== 0) wrong.push(`${kind} ${id}: ${answers}`)
    }
    expect(wrong).toEqual([])
    expect(effective).toBeGreaterThan(10)
  }, 120_000)
})

/** A Slack that takes everything, and notes what a person would see. */
function clientNoting(shown: string[]): object {
  const seen = new Set(['views', 'chat', 'files'])
  const answer = async () => ({
    ok: true,
    ts: '1.1',
    user: { locale: 'zh-CN', real_name: '王芳' },
    view: { id: 'V' },
    channel: { is_member: true },
  })
  return new Proxy(
    {},
    {
      get: (_, family) =>
        new Proxy(answer, {
          get: (__, method) => () => {
            if (seen.has(String(family))) shown.push(`${String(family)}.${String(method)}`)
            return answer()
          },
        }),
    },
  )
}

/** What tells that something was changed: every change is in the audit trail, but for the plan a person turned to and a draft. */
async function stateOf(database: Database): Promise<string> {
  return database.transaction(async (tx) => {
    const counts = [tx.auditEvent.count(), tx.delivery.count(), tx.planDraft.count(), tx.document.count()]
    const people = await tx.person.findMany({ orderBy: { userId: 'asc' } })
    return JSON.stringify([await Promise.all(counts), people])
  })
}

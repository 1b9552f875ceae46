import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAction } from '../../../src/db/action-store.ts'
import type { Database } from '../../../src/db/database.ts'
import { addDecision } from '../../../src/db/decision-store.ts'
import { setPlanChannels } from '../../../src/db/plan-store.ts'
import { brief } from '../../../src/domain/brief.ts'
import { slipNotice } from '../../../src/domain/supervision/slip-notice.ts'
import type { Locale } from '../../../src/i18n/locale.ts'
import { checkMessageBlocks } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import type { Message } from '../../../src/slack/blocks.ts'
import { briefMessage } from '../../../src/slack/brief/messages.ts'
import { overdueMessage, slipsMessage } from '../../../src/slack/supervision/messages.ts'
import { publishedSlipMessage, redSlipMessage } from '../../../src/slack/supervision/notices.ts'
import { slipPageMessages } from '../../../src/slack/supervision/slip-page.ts'
import { askExtension } from '../../../src/usecases/action/ask-extension.ts'
import { approveSlip } from '../../../src/usecases/supervision/approve-slip.ts'
import { listOverdue, type OverdueList } from '../../../src/usecases/supervision/list-overdue.ts'
import { listSlips, type SlipList } from '../../../src/usecases/supervision/list-slips.ts'
import { type SlipPage, showSlip } from '../../../src/usecases/supervision/show-slip.ts'
import { signSlip } from '../../../src/usecases/supervision/sign-slip.ts'
import { withdrawSlip } from '../../../src/usecases/supervision/withdraw-slip.ts'
import { openImage } from '../../support/database.ts'
import { owed, raise } from '../../support/meetings.ts'
import { fileFor, passDays, runAt } from '../../support/supervised.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const never = () => false
const [leader, customs] = [as(people.leader), as(people.customs)]

/** A message as a person reads it: its text, and its buttons in brackets. */
function read({ blocks }: Message): string {
  const plain = JSON.parse(JSON.stringify(blocks)) as Record<string, unknown>[]
  checkMessageBlocks({} as Core, plain)
  const texts: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one)
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return
    const { type, text, confirm: _, ...rest } = value as Record<string, unknown>
    if (type === 'button') texts.push(`[ ${(text as { text: string }).text} ]`)
    else if (typeof text === 'string') texts.push(text)
    else walk(text)
    walk(Object.values(rest).filter((one) => typeof one === 'object'))
  }
  for (const block of plain) walk(block)
  return texts.join('\n')
}

describe('a slip from its reminders to its withdrawal', () => {
  let database: Database
  let days: { briefs: Awaited<ReturnType<typeof owed>>; red: unknown; taken: unknown }
  let page: SlipPage
  let slips: { unit: SlipList; leader: SlipList }
  let overdue: OverdueList

  beforeAll(async () => {
    database = await openImage()
    const world = await setUpWorld(database)
    const planId = (await database.client.plan.findFirstOrThrow()).id
    await database.transaction((tx) => setPlanChannels(tx, planId, { leadingChannel: 'CLEADING' }))
    await runAt(world, '2024-06-24T09:30:00+08:00')
    await raise(world, '口岸验收')
    await database.transaction(async (tx) => {
      const issueId = (await tx.issue.findFirstOrThrow()).id
      const ownerId = (await tx.unit.findFirstOrThrow({ where: { name: '江城海关' } })).id
      const at = world.now().toJSDate()
      const outcome = { meetingId: null, agendaItemId: null, outcome: 'decided' as const, text: '定', decidedBy: 'UC' }
      const decisionId = await addDecision(tx, { planId, issueId, ...outcome, decidedAt: at })
      const facts = { decisionId, issueId, text: '印发验收细则', dueOn: '2024-07-12', measure: '', createdAt: at }
      await addAction(tx, planId, { ...facts, ownerId, coUnitIds: [] })
    })
    await fileFor(world, people.lead, 1)
    await fileFor(world, people.participant, 1)
    await passDays(world, '2024-07-15', never)
    await signSlip(world, customs, { year: 2024, no: 1 }, '数据正在核对，7月18日前报送')
    await askExtension(world, customs, 1, '2024-08-09', '等待专家评审')
    await fileFor(world, people.customs, 2)
    await passDays(world, '2024-07-25', never)
    slips = { unit: await listSlips(world, customs), leader: await listSlips(world, leader) }
    overdue = await listOverdue(world, as(people.convener))
    const red = slips.leader.slips.find(({ state, kind }) => state === 'proposed' && kind === 'report')
    world.clock.set('2024-07-25T15:00:00+08:00')
    await approveSlip(world, leader, red?.id ?? 0)
    const published = (await owed(database, 'slip.published')).at(-1)?.payload
    world.clock.set('2024-07-29T10:00:00+08:00')
    await withdrawSlip(world, leader, { year: 2024, no: 5 }, '经核实，单位已通过公文报送')
    page = await showSlip(world, as(people.convener), { year: 2024, no: 5 })
    days = {
      briefs: await owed(database, 'brief'),
      red: published,
      taken: (await owed(database, 'slip.published')).at(-1)?.payload,
    }
  })
  afterAll(() => database.close())

  it.each([
    ['zh-CN', 'zh'],
    ['en', 'en'],
  ] as const)('reads so in %s', async (locale: Locale, name) => {
    const red = { ...slipNotice.parse(days.red), language: locale }
    const taken = { ...slipNotice.parse(days.taken), language: locale }
    const told = days.briefs.map(({ place, payload }) => {
      const one = brief.parse(payload)
      return `=== ${one.day} ${place}\n${read(briefMessage(locale, one))}`
    })
    const rest = [
      ['slips of the unit', slipsMessage(locale, slips.unit, 1)],
      ['slips for a leader', slipsMessage(locale, slips.leader, 1)],
      ['overdue', overdueMessage(locale, overdue, 1)],
      ['published', publishedSlipMessage(red)],
      ['to the unit', redSlipMessage(locale, red)],
      ['taken back', publishedSlipMessage(taken)],
      ...slipPageMessages(locale, page).map((part) => ['page', part] as const),
    ] as const
    const all = [...told, ...rest.map(([head, message]) => `=== ${head}\n${read(message)}`)].join('\n\n')
    await expect(`${all}\n`).toMatchFileSnapshot(`golden/slips-${name}.txt`)
  })

  it('counts what is on other pages, and turns them', () => {
    const [one] = slips.unit.slips
    const many = Array.from({ length: 25 }, () => one).flatMap((slip) => slip ?? [])
    const list: SlipList = {
      ...slips.unit,
      slips: many.map((slip) => ({ ...slip, title: '长'.repeat(300), unit: '单'.repeat(60) })),
    }
    expect(read(slipsMessage('zh-CN', list, 1))).toContain('第 1 页，共 3 页，后面还有 15 件')
    expect(read(slipsMessage('en', list, 3))).toContain('page 3 of 3')
    const [late] = overdue.entries
    const entries = Array.from({ length: 30 }, (_, unitId) => ({ ...late, unitId, title: '长'.repeat(300) }))
    const long = { ...overdue, entries: entries as OverdueList['entries'] }
    for (const page of [1, 2, 3]) read(overdueMessage('zh-CN', long, page))
    expect(read(overdueMessage('zh-CN', long, 9))).toContain('第 3 页，共 3 页')
    expect(overdueMessage('zh-CN', { ...overdue, entries: [] }, 1).text).toBe('没有逾期事项。')
  })
})

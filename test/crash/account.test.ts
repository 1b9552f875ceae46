import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { openImage } from '../support/database.ts'
import { takeAccount } from './account.ts'
import { accountOfDeeds } from './account-deeds.ts'
import type { Deed } from './people.ts'
import type { SeenMessage } from './stage.ts'

const since = '1719190800.000000'
const later = '1719190900.000000'
const now = new Date('2024-06-24T02:00:00Z')

const deed = (more: Partial<Deed> = {}): Deed => ({
  kind: 'report',
  user: 'U1',
  token: '甲乙丙',
  receipt: /「甲乙丙」/,
  action: 'report.file',
  since,
  answer: { ok: true },
  ...more,
})
const shown = (text: string): SeenMessage => ({ channel: 'C1', ts: later, user: 'UBOT', text, ephemeral_for: 'U1' })
const entry = { action: 'report.file', text: '{"summary":"甲乙丙"}' }

describe('the account of what people did', () => {
  const receipt = shown('已收到：「甲乙丙」')
  const refusal = shown('没有完成。您输入的是：甲乙丙')
  it.each([
    ['done and told', [receipt], [entry], { acknowledged: 1, lost: [], duplicated: [] }],
    ['told, but not done', [receipt], [], { acknowledged: 1, lost: [expect.stringContaining('甲乙丙')] }],
    ['done twice', [receipt], [entry, entry], { duplicated: [expect.stringContaining('stored 2 times')] }],
    ['told twice', [receipt, receipt], [entry], { receiptTwice: 1, duplicated: [] }],
    ['done, not told', [], [entry], { acknowledged: 0, silent: 1, lost: [] }],
    ['refused', [refusal], [], { refused: 1, unanswered: 0 }],
    ['called refused, but done', [refusal], [entry], { misled: [expect.stringContaining('甲乙丙')] }],
    ['acknowledged, and nothing more', [], [], { unanswered: 1, timedOut: 0, lost: [] }],
  ])('knows what was %s', (_, seen, audit, expected) => {
    expect(accountOfDeeds([deed()], seen, audit)).toMatchObject({ tried: 1, ...expected })
  })

  const unsure = shown('回执未能显示，所提请求可能已经办理。请先查看结果，再决定是否重新提交。您输入的是：甲乙丙')
  const quoted = shown('没有保存：#4 已有结果「甲乙丙」。')
  const owed = { ...refusal, metadata: { event_payload: { key: 'brief/1' } } }
  it.each([
    ['told that it may be done', [unsure], [entry], { unsure: 1, misled: [], silent: 0 }],
    ['quoted to somebody who came later', [quoted], [entry], { misled: [], silent: 1 }],
    ['named in a message that was owed', [owed], [entry], { misled: [], silent: 1 }],
  ])('is not misled by a deed that is %s', (_, seen, audit, expected) => {
    expect(accountOfDeeds([deed({ receipt: /已收到/ })], seen, audit)).toMatchObject(expected)
  })

  it('takes no receipt for lost that is of another deed to the same thing', () => {
    const alike = { receipt: /已记录：#4/ }
    const receipts = [shown('已记录：#4 议定')]
    const account = accountOfDeeds([deed(alike), deed({ ...alike, token: '丁戊己' })], receipts, [entry])
    expect(account).toMatchObject({ acknowledged: 1, unanswered: 1, lost: [] })
    expect(account.kinds).toEqual({ report: { tried: 2, acknowledged: 2 } })
  })

  it('tells what nobody took in from what nobody answered', () => {
    expect(accountOfDeeds([deed({ answer: { ok: false } })], [], [])).toMatchObject({ timedOut: 1, unanswered: 0 })
  })

  it('takes no receipt of another person, nor of an earlier request', () => {
    const others = [
      { ...receipt, ephemeral_for: 'U2' },
      { ...receipt, ts: '1719190700.000000' },
    ]
    expect(accountOfDeeds([deed()], others, [entry])).toMatchObject({ acknowledged: 0, silent: 1 })
  })
})

describe('the account of what was owed', () => {
  let database: Database
  beforeAll(async () => {
    database = await openImage()
    await database.client.workspace.create({ data: { id: 'T1', name: 'T1', createdAt: now } })
    const row = { workspaceId: 'T1', kind: 'brief', payload: { day: '2024-06-24' }, createdAt: now, notBefore: now }
    const sent = { ...row, state: 'sent' as const, channel: 'C1' }
    await database.client.delivery.createMany({
      data: [
        { ...sent, dedupeKey: 'stands', place: 'U1', ts: '1.1' },
        { ...sent, dedupeKey: 'edited', place: 'U2', ts: '1.2' },
        { ...sent, dedupeKey: 'edit', place: 'U2', ts: '1.2', edits: 'edited' },
        { ...sent, dedupeKey: 'gone', place: 'U3', ts: '1.3' },
        { ...sent, dedupeKey: 'twice', place: 'U4', ts: '1.4' },
        { ...sent, dedupeKey: 'slot again', place: 'U4', ts: '1.6' },
        { ...row, dedupeKey: 'forgotten', place: 'U5', state: 'pending' },
        { ...row, dedupeKey: 'given up', place: 'U6', state: 'dead', lastError: 'user_not_found' },
      ],
    })
  })
  afterAll(() => database.close())

  it('names each message that is missing or stands twice', async () => {
    const at = (ts: string, key: string) => ({ ...shown(''), ts, metadata: { event_payload: { key } } })
    const seen = [
      at('1.1', 'stands'),
      at('1.2', 'edit'),
      at('1.4', 'twice'),
      at('1.5', 'twice'),
      at('1.6', 'slot again'),
      at('1.7', 'not owed'),
    ]
    const { lost, duplicated, ...account } = await takeAccount(database, now, [], seen)
    expect(lost).toEqual([
      'message not in Slack: brief gone (sent) at C1/1.3',
      'message not sent, no reason given: brief forgotten (pending)',
    ])
    expect(duplicated).toEqual([
      'message in Slack that is not owed: not owed at C1/1.7',
      'message twice in Slack: twice at C1/1.4 and C1/1.5',
      'slot done twice: brief of 2024-06-24 to U4',
    ])
    expect(account).toMatchObject({
      owed: 8,
      sent: 6,
      unsent: { 'pending: its time has not come': 1, 'dead: user_not_found': 1 },
    })
  })
})

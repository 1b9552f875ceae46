import { describe, expect, it } from 'vitest'
import { composeAgenda } from '../../../src/domain/agenda/compose.ts'
import { noFixes } from '../../../src/domain/agenda/fixes.ts'
import type { AgendaWish } from '../../../src/domain/agenda/wish.ts'
import { composeOffThread } from '../../../src/usecases/agenda/compose-off-thread.ts'

function wishOf(count: number, length: number): AgendaWish {
  return {
    plan: { id: 1, title: '方案', language: 'zh-CN', zone: 'Asia/Shanghai' },
    startsAt: '2024-07-02T15:00:00.000+08:00',
    minutes: 60,
    meetingNo: 1,
    place: '',
    fixes: noFixes,
    followUp: null,
    absent: [],
    told: [],
    issues: Array.from({ length: count }, (_, index) => ({
      id: index + 1,
      no: index + 1,
      title: `问题${index}`,
      taskNo: null,
      minutes: length,
      mandatory: false,
      units: [{ id: index % 4, name: `单位${index % 4}` }],
      score: index,
      optional: [],
      parts: [{ name: 'severity', points: index }],
    })),
  }
}

describe('composing in a thread of its own', () => {
  it('gives what composing here gives', async () => {
    for (const count of [5, 40])
      expect(await composeOffThread(wishOf(count, 10))).toEqual(composeAgenda(wishOf(count, 10)))
  })

  it('refuses as composing here refuses', async () => {
    const refusal = { name: 'DomainError', code: 'agenda.nothing_fits', params: { minutes: 60, shortest: 61 } }
    await expect(composeOffThread(wishOf(5, 61))).rejects.toMatchObject(refusal)
    await expect(composeOffThread(wishOf(40, 61))).rejects.toMatchObject(refusal)
  })

  it('fails, and does not hang, when the thread does', async () => {
    const broken = { ...wishOf(40, 10), minutes: Number.NaN }
    await expect(composeOffThread(broken)).rejects.toThrow()
  })
})

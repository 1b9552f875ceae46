import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { checkEvidence, checkReason } from '../../../src/domain/action/action-report.ts'
import { checkNewDueDay } from '../../../src/domain/action/new-due-day.ts'

const now = DateTime.fromISO('2024-06-24T09:00', { zone: 'Asia/Shanghai' })

describe('a later day', () => {
  it.each([
    ['明年某天', 'action.due_unknown'],
    ['', 'action.due_missing'],
    ['2024-06-23', 'action.due_passed'],
    ['2024-07-12', 'action.day_not_later'],
    ['2028-07-01', 'action.due_too_far'],
  ])('%s is refused', (text, code) => {
    expect(() => checkNewDueDay(text, '2024-07-12', now)).toThrow(expect.objectContaining({ code }))
  })

  it('is taken where it is later than the old one and to come', () => {
    expect(checkNewDueDay('2024-07-15', '2024-07-12', now)).toBe('2024-07-15')
    expect(checkNewDueDay('20个工作日', '2024-07-12', now)).toBe('2024-07-22')
    expect(checkNewDueDay('2024-06-24', '2024-06-20', now)).toBe('2024-06-24')
  })
})

describe('evidence and reasons', () => {
  it('are trimmed, and bounded in characters, not in halves of them', () => {
    expect(checkEvidence('  已签约 https://a.example  ')).toBe('已签约 https://a.example')
    expect(checkEvidence('😀'.repeat(1000))).toHaveLength(2000)
    expect(() => checkEvidence('长'.repeat(1001))).toThrow(
      expect.objectContaining({ code: 'action.evidence_too_long', params: { max: 1000, length: 1001 } }),
    )
    expect(() => checkEvidence(' \n ')).toThrow(expect.objectContaining({ code: 'action.evidence_missing' }))
    expect(checkReason('因'.repeat(500))).toHaveLength(500)
    expect(() => checkReason('因'.repeat(501))).toThrow(expect.objectContaining({ code: 'action.reason_too_long' }))
    expect(() => checkReason('')).toThrow(expect.objectContaining({ code: 'action.reason_missing' }))
  })
})

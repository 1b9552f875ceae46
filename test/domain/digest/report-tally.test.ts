import { describe, expect, it } from 'vitest'
import { type ReportVersion, standingReports } from '../../../src/domain/digest/report-tally.ts'

const at = new Date('2024-07-20T01:00:00Z')
const version = (no: number, state: ReportVersion['state'], decidedAt: string | null = null): ReportVersion => ({
  ...{ taskId: 1, unitId: 1, version: no, state, status: 'on_track' },
  decidedAt: decidedAt === null ? null : new Date(decidedAt),
})
const standing = (...versions: ReportVersion[]) => [...standingReports(versions, at).values()].map((one) => one.version)

describe('the reports that stood at an instant', () => {
  it('are the newest, but for what a returned version had superseded', () => {
    expect(standing(version(2, 'submitted'), version(1, 'accepted', '2024-07-01'))).toEqual([2])
    expect(standing(version(1, 'submitted'), version(2, 'returned', '2024-07-19'))).toEqual([])
    expect(standing(version(1, 'accepted', '2024-07-01'), version(2, 'returned', '2024-07-19'))).toEqual([1])
    expect(standing(version(1, 'submitted'), version(2, 'returned', '2024-07-21'))).toEqual([2])
    expect(standing(version(1, 'submitted'), version(2, 'withdrawn'), version(3, 'draft'))).toEqual([1])
  })
})

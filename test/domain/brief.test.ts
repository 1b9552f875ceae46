import { describe, expect, it } from 'vitest'
import { type BriefLists, countBrief, countOf, fitBrief, shortenBrief } from '../../src/domain/brief.ts'

const none: BriefLists = {
  ...{ meetings: [], actions: [], consultations: [], toVerify: [], missing: [], agreed: [], escalated: [] },
  ...{ slips: [], owed: [], returned: [], joint: [], red: [], toReview: 0 },
}
const agreed = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, issueNo: index + 1, title: '题' }))

describe('a brief that is too long', () => {
  it('counts what it leaves out, of each list and in all, however often it is shortened', () => {
    const escalated = [{ issueNo: 40, title: '题', carried: 2, since: '2024-06-24' }]
    const fitted = fitBrief({ ...none, agreed: agreed(14), escalated })
    expect([fitted.agreed.length, countOf(fitted, 'agreed'), countOf(fitted, 'escalated')]).toEqual([8, 14, 1])
    const shorter = shortenBrief(shortenBrief(fitted, 3), 0)
    expect([shorter.agreed.length, countOf(shorter, 'agreed'), countOf(shorter, 'escalated')]).toEqual([0, 14, 1])
    expect([fitted.more, shorter.more, countBrief(shorter)]).toEqual([6, 15, 15])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chart } from '../../src/domain/chart.ts'
import { MAX_SOURCE, splitSource } from '../../src/domain/measurement-source.ts'
import type { TargetFacts } from '../../src/domain/target.ts'
import { targetChart } from '../../src/domain/target-chart.ts'
import { claimOf } from '../../src/domain/target-claim.ts'
import { markSuperseded, sourceConflicts } from '../../src/domain/target-history.ts'

describe('what units claim beside what is computed', () => {
  const claim = (status: 'ahead' | 'on_track' | 'behind' | 'done') => ({ status, unit: '市商务局', period: '2024H1' })

  it('differs where it is better or worse', () => {
    expect(claimOf('behind', [claim('on_track'), claim('behind')])).toEqual({
      claims: [
        { ...claim('on_track'), differs: 'better' },
        { ...claim('behind'), differs: null },
      ],
      disagrees: true,
    })
    expect(claimOf('done', [claim('ahead')]).claims[0]?.differs).toBe('worse')
    expect(claimOf('ahead', [claim('ahead')]).disagrees).toBe(false)
  })

  it('does not differ from what cannot be computed', () => {
    expect(claimOf(null, [claim('behind')])).toMatchObject({ disagrees: false, claims: [{ differs: null }] })
    expect(claimOf('behind', []).disagrees).toBe(false)
  })
})

describe('sources', () => {
  const value = (asOf: string, amount: string, unit: string | null, source = '') => ({
    asOf,
    value: amount,
    unit,
    source,
  })

  it('disagree for a day by the last of each; one that corrects itself does not', () => {
    const recorded = [
      value('2024-05-31', '600', '市商务局'),
      value('2024-05-31', '620', '江城海关', '统计月报'),
      value('2024-04-30', '500', '市商务局'),
      value('2024-04-30', '510', '市商务局'),
      value('2024-03-31', '400', '市商务局'),
      value('2024-03-31', '400', null),
    ]
    expect(sourceConflicts(recorded)).toEqual([{ asOf: '2024-05-31', values: recorded.slice(0, 2) }])
    expect(sourceConflicts([...recorded, value('2024-05-31', '620', '市商务局')])).toEqual([])
    expect(markSuperseded(recorded).map(({ superseded }) => superseded)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ])
  })

  it.each([
    ['年进口贸易量 620亿元 5月 来源:武汉海关统计月报', '年进口贸易量 620亿元 5月', '武汉海关统计月报'],
    ['年进口贸易量 620亿元 来源：统计（2024年第5期）', '年进口贸易量 620亿元', '统计（2024年第5期）'],
    ['imports 620亿 source: monthly  statistics', 'imports 620亿', 'monthly statistics'],
    ['年进口贸易量 620亿元', '年进口贸易量 620亿元', ''],
    ['企业来源:5', '企业来源:5', ''],
  ])('%s', (text, words, source) => expect(splitSource(text)).toEqual({ words, source }))

  it('has a longest name', () => {
    expect(splitSource(`a 1 来源:${'长'.repeat(MAX_SOURCE)}`).source).toHaveLength(MAX_SOURCE)
    expect(() => splitSource(`a 1 来源:${'长'.repeat(MAX_SOURCE + 1)}`)).toThrow(
      expect.objectContaining({ code: 'target.source_too_long', params: { max: MAX_SOURCE, length: MAX_SOURCE + 1 } }),
    )
  })
})

describe('a target’s chart', () => {
  const words = { title: '进口', actual: '实际', due: '应达', day: (day: string) => day }
  const level: TargetFacts = {
    id: 1,
    metric: '企业数',
    value: '1000',
    unit: '家',
    kind: 'level',
    per: null,
    by: '2025-12-31',
    baseline: { value: '700', on: '2023-12-31' },
  }

  it('draws what was reached beside what was due, from the path’s first day on', () => {
    const measured = [
      { value: '650', asOf: '2023-06-30' },
      { value: '720', asOf: '2024-06-30' },
    ]
    expect(targetChart(level, measured, '2024-07-10', words)).toEqual({
      kind: 'line',
      title: '进口',
      unit: '家',
      categories: ['2023-12-31', '2024-06-30'],
      series: [
        { name: '实际', values: [700, 720] },
        { name: '应达', values: [700, 774.69] },
      ],
    })
  })

  it('of a flow draws the sum, up to today', () => {
    const flow = { ...level, kind: 'flow' as const, per: 'year' as const, baseline: null }
    const measured = ['2024-02-29', '2024-05-31'].map((asOf) => ({ value: '100', asOf }))
    const drawn = targetChart(flow, measured, '2024-06-24', words)
    expect(drawn?.categories).toEqual(['2023-12-31', '2024-02-29', '2024-05-31', '2024-06-24'])
    expect(drawn?.series[0]?.values).toEqual([0, 100, 200, 200])
  })

  it('there is none without a path or a value; any other is a chart, first and last day in it', () => {
    expect(targetChart(level, [], '2024-07-10', words)).toBeNull()
    expect(
      targetChart({ ...level, baseline: null }, [{ value: '1', asOf: '2024-01-01' }], '2024-07-10', words),
    ).toBeNull()
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 90 }), (days) => {
        const measured = days.map((n) => ({
          value: String(n),
          asOf: new Date(Date.UTC(2024, 0, n)).toISOString().slice(0, 10),
        }))
        const drawn = chart.parse(targetChart(level, measured, '2025-12-31', words))
        expect(drawn.categories[0]).toBe('2023-12-31')
        expect(drawn.categories.at(-1)).toBe(
          measured
            .map(({ asOf }) => asOf)
            .sort()
            .at(-1),
        )
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { comparePlans, isUnchanged } from '../../../src/domain/plan-file/compare-plans.ts'
import { planSchema } from '../../../src/domain/plan-file/plan-schema.ts'

const before = planSchema.parse({
  title: '甲市方案',
  sections: [
    {
      no: '一',
      title: '任务',
      tasks: [
        {
          no: 1,
          title: '引导',
          units: [
            { name: '市商务局', role: 'lead' },
            { name: '市发改委', role: 'participant' },
          ],
        },
        { no: 2, title: '服务', units: [{ name: '市财政局', role: 'lead' }] },
      ],
    },
  ],
  units: [{ name: '市商务局' }, { name: '市发改委' }, { name: '市财政局' }],
  targets: [
    { metric: '进口额', value: 1000, unit: '亿元', kind: 'level', by: '2025-12-31' },
    { metric: '帮扶企业', value: 50, unit: '家', kind: 'flow', per: 'year', taskNo: 1 },
  ],
})

const after = planSchema.parse({
  title: '甲市方案(修订)',
  sections: [
    {
      no: '一',
      title: '任务',
      tasks: [
        {
          no: 1,
          title: '加强引导',
          text: '多做。',
          units: [
            { name: '市发展改革委', role: 'lead' },
            { name: '市商务局', role: 'participant' },
            { name: '市教育局', role: 'participant' },
          ],
        },
        { no: 3, title: '宣传', units: [{ name: '市教育局', role: 'lead' }] },
      ],
    },
  ],
  units: [{ name: '市商务局' }, { name: '市发展改革委', aliases: ['市发改委'] }, { name: '市教育局' }],
  targets: [
    { metric: '进口额', value: 1200, unit: '亿元', kind: 'level', by: '2025-12-31' },
    { metric: '帮扶企业', value: 50, unit: '家', kind: 'flow', per: 'year', taskNo: 3 },
  ],
})

describe('comparePlans', () => {
  it('takes a baseline that the new version leaves out for one that stays, and another for a change', () => {
    const withBaseline = (value: number) => ({
      ...before,
      targets: before.targets.map((target) => ({ ...target, baseline: { value, on: '2022-12-31' } })),
    })
    expect(isUnchanged(comparePlans(withBaseline(700), before))).toBe(true)
    expect(comparePlans(withBaseline(700), withBaseline(800)).targets.changed).toHaveLength(2)
  })

  it('tells what a new version adds, removes and changes', () => {
    const difference = comparePlans(before, after)
    expect(difference.tasks).toEqual({
      added: [{ no: 3, title: '宣传' }],
      removed: [{ no: 2, title: '服务' }],
      retitled: [{ no: 1, before: '引导', after: '加强引导' }],
      rewritten: [{ no: 1, title: '加强引导' }],
      units: [
        {
          no: 1,
          title: '加强引导',
          added: [{ name: '市教育局', role: 'participant' }],
          removed: [],
          roles: [
            { name: '市发展改革委', before: 'participant', after: 'lead' },
            { name: '市商务局', before: 'lead', after: 'participant' },
          ],
        },
      ],
    })
    expect(difference.units).toEqual({
      added: ['市教育局'],
      removed: ['市财政局'],
      renamed: [{ before: '市发改委', after: '市发展改革委' }],
    })
    expect(difference.targets.changed.map(({ before: was, after: now }) => [was.value, now.value])).toEqual([
      [1000, 1200],
    ])
    expect(difference.targets.added.map((target) => target.taskNo)).toEqual([3])
    expect(difference.targets.removed.map((target) => target.taskNo)).toEqual([1])
    expect(isUnchanged(difference)).toBe(false)
  })

  it('finds nothing between a plan and itself', () => {
    expect(isUnchanged(comparePlans(before, before))).toBe(true)
    expect(isUnchanged(comparePlans(after, after))).toBe(true)
  })
})

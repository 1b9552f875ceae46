import { describe, expect, it } from 'vitest'
import { readTrail, type TrailEvent } from '../../src/domain/action/action-trail.ts'
import { type IssueRecords, issueLife } from '../../src/domain/issue-life.ts'

const day = (date: string) => new Date(`${date}T01:00:00Z`)
const trail = (no: number, kind: TrailEvent['kind'], on: string, more: Partial<TrailEvent> = {}): TrailEvent => ({
  no,
  kind,
  at: day(on),
  userId: 'U1',
  text: '',
  dueOn: null,
  wasDueOn: null,
  ...more,
})
const nothing: IssueRecords = {
  issue: { raisedAt: day('2024-06-01'), raisedUnit: '市商务局', raisedBy: 'U1', closedAt: null },
  meetings: [],
  consultations: [],
  decisions: [],
  actions: [],
  trail: [],
  marks: [],
}

describe('the life of an issue', () => {
  it('begins with who raised it', () => {
    expect(issueLife(nothing)).toEqual([{ kind: 'raised', at: day('2024-06-01'), unit: '市商务局', userId: 'U1' }])
  })

  it('is told in order, whatever order the records come in', () => {
    const life = issueLife({
      ...nothing,
      issue: { ...nothing.issue, closedAt: day('2024-09-01') },
      meetings: [
        { no: 4, startsAt: day('2024-08-08'), publishedAt: day('2024-08-05'), position: 1 },
        { no: 2, startsAt: day('2024-06-13'), publishedAt: day('2024-06-10'), position: 3 },
        { no: 5, startsAt: day('2024-09-13'), publishedAt: null, position: 1 },
      ],
      consultations: [
        {
          proposal: '由海关统一',
          state: 'objected',
          askedAt: day('2024-06-03'),
          endedAt: null,
          answers: [
            { unit: '江城海关', agrees: true, remark: '', answeredAt: day('2024-06-04') },
            { unit: '光谷管委会', agrees: false, remark: '缺人', answeredAt: day('2024-06-05') },
            { unit: '市商务局', agrees: null, remark: '', answeredAt: null },
          ],
        },
      ],
      decisions: [
        { outcome: 'deferred', text: '', meetingNo: 2, decidedAt: day('2024-06-13') },
        { outcome: 'deferred', text: '材料不全', meetingNo: 3, decidedAt: day('2024-07-11') },
        { outcome: 'decided', text: '统一标准', meetingNo: 4, decidedAt: day('2024-08-08') },
      ],
      actions: [
        {
          no: 7,
          text: '印发',
          owner: { name: '市商务局' },
          coUnits: [{ name: '江城海关' }],
          dueOn: '2024-08-30',
          createdAt: day('2024-08-08'),
        },
      ],
      trail: [
        trail(7, 'extended', '2024-08-20', { dueOn: '2024-08-30', wasDueOn: '2024-08-22', text: '等待批复' }),
        trail(7, 'reported', '2024-08-29', { text: '已印发' }),
        trail(7, 'verified', '2024-09-01'),
      ],
      marks: [{ kind: 'required', at: day('2024-06-02') }],
    })
    expect(life.map(({ kind, at }) => `${at.toISOString().slice(0, 10)} ${kind}`)).toEqual([
      '2024-06-01 raised',
      '2024-06-02 required',
      '2024-06-03 consulted',
      '2024-06-05 consultation',
      '2024-06-10 scheduled',
      '2024-06-13 outcome',
      '2024-07-11 outcome',
      '2024-08-05 scheduled',
      '2024-08-08 outcome',
      '2024-08-08 action',
      '2024-08-20 trail',
      '2024-08-29 trail',
      '2024-09-01 trail',
      '2024-09-01 closed',
    ])
    expect(life.find(({ kind }) => kind === 'consultation')).toMatchObject({
      state: 'objected',
      agreed: ['江城海关'],
      objected: [{ unit: '光谷管委会', remark: '缺人' }],
      silent: ['市商务局'],
    })
    expect(life.filter(({ kind }) => kind === 'outcome')).toMatchObject([
      { carried: 1, escalated: false },
      { carried: 2, escalated: true },
      { carried: 2, escalated: false, text: '统一标准' },
    ])
    // The action stands with the day it was given first.
    expect(life.find(({ kind }) => kind === 'action')).toMatchObject({ dueOn: '2024-08-22', coUnits: ['江城海关'] })
  })
})

describe('the trail of actions', () => {
  it('passes over what it cannot read, and never takes another subject for an action', () => {
    const line = (action: string, subject: string, after: unknown, before: unknown = null) => ({
      at: day('2024-06-01'),
      actor: 'U1',
      action,
      subject,
      before,
      after,
    })
    expect(
      readTrail([
        line('action.report', 'action/3', { text: '已办' }),
        line('action.extend', 'action/3', { text: '因', dueOn: '2024-07-01' }, { dueOn: '2024-06-20', remark: '' }),
        line('action.report', 'issue/3', { text: '已办' }),
        line('action.other', 'action/3', {}),
        line('action.extend', 'action/3', { dueOn: 'soon' }),
        line('action.verify', 'action/4', null),
      ]),
    ).toEqual([
      trail(3, 'reported', '2024-06-01', { text: '已办' }),
      trail(3, 'extended', '2024-06-01', { text: '因', dueOn: '2024-07-01', wasDueOn: '2024-06-20' }),
    ])
  })
})

import { describe, expect, test } from 'vitest'
import {
  checkIssueFacts,
  escalates,
  ISSUE_DEFAULTS,
  type IssueEvent,
  issueMay,
  issueStates,
  nextIssueState,
  parseSeverity,
} from '../../src/domain/issue.ts'

const events: IssueEvent[] = [
  'schedule',
  'unschedule',
  'decide',
  'defer',
  'escalate',
  'withdraw',
  'act',
  'close',
  'reopen',
]
const facts = { title: '减免税系统接口', details: '数据口径未定', ...ISSUE_DEFAULTS }

describe('the life of an issue', () => {
  test('from open to closed, with actions', () => {
    const path = (['schedule', 'decide', 'act', 'close'] as const).reduce(nextIssueState, 'open' as const)
    expect(path).toBe('closed')
  })

  test('deferred or escalated it is open again', () => {
    expect(nextIssueState('scheduled', 'defer')).toBe('open')
    expect(nextIssueState('scheduled', 'escalate')).toBe('open')
  })

  test('is open again only from its actions', () => {
    expect(nextIssueState('in_action', 'reopen')).toBe('open')
    expect(issueStates.filter((state) => issueMay(state, 'reopen'))).toEqual(['in_action'])
  })

  test('what may happen is what does not throw; nothing happens to an ended issue', () => {
    for (const state of issueStates) {
      for (const event of events) {
        if (issueMay(state, event)) expect(issueStates).toContain(nextIssueState(state, event))
        else {
          const refusal = { code: 'issue.not_possible', params: { state, event } }
          expect(() => nextIssueState(state, event)).toThrow(expect.objectContaining(refusal))
        }
      }
    }
    const ended = (['closed', 'withdrawn'] as const).flatMap((state) =>
      events.filter((event) => issueMay(state, event)),
    )
    expect(ended).toEqual([])
  })

  test('only a decision leads to closing', () => {
    expect(issueMay('open', 'close')).toBe(false)
    expect(issueMay('scheduled', 'close')).toBe(false)
  })

  test('carried twice it escalates', () => expect([0, 1, 2, 3].map(escalates)).toEqual([false, false, true, true]))
})

describe('what is typed for an issue', () => {
  test.each([
    ['1', 1],
    ['一般', 1],
    ['较重', 2],
    [' 严重 ', 3],
    ['紧急', 4],
    ['Urgent', 4],
    ['\uff13', 3],
  ])('severity %s is %i', (text, severity) => expect(parseSeverity(text)).toBe(severity))

  test.each(['', '0', '5', '很严重'])('severity "%s" is refused', (text) => {
    expect(() => parseSeverity(text)).toThrow(expect.objectContaining({ code: 'issue.severity_unknown' }))
  })

  test('facts are trimmed, the title put on one line', () => {
    expect(checkIssueFacts({ ...facts, title: ' 减免税\n系统接口 ', details: ' 数据口径未定\n' })).toEqual({
      ...facts,
      title: '减免税 系统接口',
    })
  })

  test.each([
    [{ title: ' ' }, 'issue.title_missing'],
    [{ title: '题'.repeat(81) }, 'issue.title_too_long'],
    [{ details: '字'.repeat(2001) }, 'issue.details_too_long'],
    [{ minutes: 4 }, 'issue.minutes_out_of_range'],
    [{ minutes: 61 }, 'issue.minutes_out_of_range'],
    [{ minutes: 7.5 }, 'issue.minutes_out_of_range'],
    [{ severity: 5 as 4 }, 'issue.severity_unknown'],
  ])('%j is refused: %s', (wrong, code) => {
    expect(() => checkIssueFacts({ ...facts, ...wrong })).toThrow(expect.objectContaining({ code }))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Brief, brief, briefKeys, fitBrief } from '../../../src/domain/brief.ts'
import { ordinals, periods, type RecurrenceRule } from '../../../src/domain/meeting/recurrence.ts'
import { parseSeriesWords } from '../../../src/domain/meeting/series-words.ts'
import { briefMessage } from '../../../src/slack/brief/messages.ts'
import { meetingListMessage } from '../../../src/slack/meeting/messages.ts'
import {
  meetingCancelledMessage,
  meetingMovedMessage,
  nothingToMeetMessage,
  topicCallMessage,
} from '../../../src/slack/meeting/notices.ts'
import { ruleWords } from '../../../src/slack/meeting/phrases.ts'
import { seriesModal } from '../../../src/slack/meeting/views.ts'

const locales = ['zh-CN', 'en'] as const
const rule: RecurrenceRule = { everyMonths: 3, month: 1, ordinal: 3, weekday: 2, hour: 15, minute: 0 }
const facts = {
  planId: 1,
  planTitle: '示范区方案',
  language: 'zh-CN',
  zone: 'Asia/Shanghai',
  meetingId: 4,
  no: 3,
  startsAt: '2024-07-11T15:00:00.000+08:00',
  minutes: 120,
  place: '3号会议室',
}

describe('a rule in words', () => {
  it('says what goes without saying in neither language', () => {
    expect(ruleWords('zh-CN', rule)).toBe('每季度第三个周二 15:00')
    expect(ruleWords('en', rule)).toBe('every quarter on the 3rd Tuesday, 15:00')
    expect(ruleWords('zh-CN', { ...rule, month: 3 })).toBe('每季度末月第三个周二 15:00')
    expect(ruleWords('zh-CN', { ...rule, month: 3, ordinal: 'last' })).toBe('每季度最后一个周二 15:00')
    expect(ruleWords('en', { ...rule, everyMonths: 12, month: 3 })).toBe(
      'every year on the 3rd Tuesday of March, 15:00',
    )
  })

  it.each(locales)('in %s is read back as it was', (locale) => {
    const anyRule = fc
      .record({
        everyMonths: fc.constantFrom(...periods),
        month: fc.integer({ min: 1, max: 12 }),
        ordinal: fc.constantFrom(...ordinals),
        weekday: fc.integer({ min: 1, max: 7 }),
        hour: fc.integer({ min: 0, max: 23 }),
        minute: fc.integer({ min: 0, max: 59 }),
      })
      .map((one) => ({ ...one, month: ((one.month - 1) % one.everyMonths) + 1 }))
    fc.assert(
      fc.property(anyRule, (one) => {
        expect(parseSeriesWords(ruleWords(locale, one)).rule).toEqual(one)
      }),
    )
  })
})

describe('what a channel is told', () => {
  it('calls for topics until a day, with the button to raise one', () => {
    const { text, blocks } = topicCallMessage('zh-CN', { ...facts, deadline: '2024-07-08' })
    expect(text).toBe('征集议题：第3次联席会议，7月11日（周四）15:00')
    expect(JSON.stringify(blocks)).toContain('请于 7月8日（周一）前提出。地点：3号会议室。')
    expect(JSON.stringify(blocks)).toContain('"action_id":"issue_raise"')
  })

  it('names the time as it is and as it was', () => {
    const before = { startsAt: '2024-07-10T09:00:00.000+08:00', minutes: 60, place: '' }
    const moved = meetingMovedMessage('zh-CN', { ...facts, before })
    expect(moved.text).toBe('会议调整：第3次联席会议 2024年7月11日（周四）15:00–17:00')
    expect(JSON.stringify(moved.blocks)).toContain('原为 2024年7月10日（周三）09:00–10:00')
    expect(meetingCancelledMessage('en', { ...facts, reason: 'clash' }).text).toBe(
      'Cancelled: joint meeting 3, Thu 11 Jul 15:00',
    )
  })

  it('tells the convener why there is nothing to draft, and what to do', () => {
    const { text, blocks } = nothingToMeetMessage('zh-CN', { ...facts, code: 'agenda.no_open_issues', params: {} })
    expect(text).toBe('7月11日（周四）15:00 第3次联席会议尚无议程草案')
    expect(JSON.stringify(blocks)).toContain('"value":"1/cancel 3"')
    expect(JSON.stringify(blocks)).toContain('meeting_keep')
  })
})

/** Slack refuses a message of more blocks or characters. */
function expectToFit({ blocks }: { blocks: readonly unknown[] }): void {
  expect(blocks.length).toBeLessThanOrEqual(50)
  expect(JSON.stringify(blocks).length).toBeLessThan(13_200)
}

describe('what is long', () => {
  const long = '长'.repeat(200)

  it.each(locales)('as a list of meetings and series fits a message in %s', (locale) => {
    const meeting = { ...facts, place: long, state: 'published' as const, items: 9, drafted: true, hasChannel: false }
    const series = {
      ...{ id: 1, rule, minutes: 120, place: long, channel: null, convener: 'UC', callDays: 10, draftDays: 3 },
      ...{ reminderDays: 1, createdAt: new Date(), endedAt: null },
    }
    const list = meetingListMessage(locale, {
      planId: 1,
      planTitle: '示范区方案',
      mayPlan: true,
      meetings: Array.from({ length: 30 }, (_, index) => ({ ...meeting, no: index + 1, warning: 'holiday' as const })),
      held: [1, 2, 3].map((no) => ({ ...meeting, no, state: 'held' as const, warning: null })),
      series: Array.from({ length: 10 }, (_, index) => ({ ...series, no: index + 1 })),
    })
    expectToFit(list)
    expect(JSON.stringify(list.blocks)).toContain('22')
  })

  it.each(locales)('as a brief fits a message in %s', (locale) => {
    const when = { startsAt: facts.startsAt, minutes: 120, place: long }
    const many = <T>(of: (no: number) => T) => Array.from({ length: 20 }, (_, index) => of(index + 1))
    const item = (no: number) => ({ place: no, no, title: long, startMinute: no, minutes: 5 })
    const owedThing = (no: number) => ({
      ...{ kind: 'report' as const, subject: '2024H1', unit: '市商务局', dueOn: '2024-07-12' },
      ...{ nos: Array.from({ length: 22 }, (_, index) => index * 2 + no), title: long },
    })
    const slip = (no: number) => ({
      ...{ ...owedThing(no), subject: 'report/2024H1', slip: `2024-${no}`, level: 'blue' as const, daysLate: 1 },
      next: { level: 'yellow' as const, on: '2024-07-18' },
    })
    const lists = {
      meetings: many((no) => ({
        ...{ no, ...when, fromMinute: 0, untilMinute: 90, opening: true, required: true, unanswered: true },
        items: [1, 2, 3].map(item),
      })).slice(0, 3),
      actions: many((no) => ({
        no,
        issueNo: no,
        text: long,
        unit: '市商务局',
        dueOn: '2024-07-01',
        concern: 'overdue' as const,
      })),
      consultations: many((id) => ({ id, issueNo: id, title: long, unit: '市商务局', askedOn: '2024-07-01' })),
      toVerify: many((no) => ({ no, text: long, owner: '市商务局', reportedOn: '2024-07-01' })),
      missing: many((no) => ({ no, ...when, units: many((unit) => `第${unit}个单位`) })).slice(0, 3),
      agreed: many((id) => ({ id, issueNo: id, title: long })),
      escalated: many((no) => ({ issueNo: no, title: long, carried: 2, since: '2024-07-01' })),
      slips: many((no) => slip(no)),
      owed: many((no) => ({ ...owedThing(no), concern: 'soon' as const, days: 7, total: 22 })),
      returned: many((id) => ({
        id,
        taskNo: id,
        periodKey: '2024H1',
        unit: '市商务局',
        reason: long,
        day: '2024-07-01',
      })),
      joint: many((no) => ({ unit: '市商务局', periodKey: '2024H1', nos: [no] })),
      red: many((id) => ({ ...slip(id), id, slip: '', level: 'red' as const, next: null })),
      toReview: 3,
    }
    const fitted: Brief = {
      ...{
        language: 'zh-CN',
        zone: facts.zone,
        planId: 1,
        planTitle: '示范区方案',
        units: ['市商务局'],
        day: '2024-07-10',
        missed: 0,
      },
      ...fitBrief(lists),
    }
    expect(brief.parse(fitted)).toEqual(fitted)
    expect(fitted.told).toEqual(briefKeys(lists))
    const message = briefMessage(locale, fitted)
    expectToFit(message)
    expect(message.text).toContain('207')
    const actsOf = (one: Brief) => JSON.stringify(briefMessage(locale, one).blocks).match(/"accessory"/g)?.length ?? 0
    expect(actsOf(fitted)).toBe(0)
    const nothing = {
      meetings: [],
      actions: [],
      consultations: [],
      toVerify: [],
      missing: [],
      agreed: [],
      escalated: [],
      slips: [],
      owed: [],
      returned: [],
      joint: [],
      red: [],
      toReview: 0,
    }
    const usual = { ...fitted, ...nothing, actions: fitted.actions, toVerify: fitted.toVerify, more: 0 }
    expect(actsOf(usual)).toBe(fitted.actions.length + fitted.toVerify.length)
    expectToFit(briefMessage(locale, usual))
  })

  it.each(locales)('as the form of a series keeps Slack’s limits in %s', (locale) => {
    const form = { planId: 1, today: '2024-06-24', userId: 'UC', series: null }
    const view = seriesModal(locale, form, 'C1')
    expect(view.title.text.length).toBeLessThanOrEqual(24)
    expect(view.blocks.length).toBeLessThanOrEqual(100)
    const labels = view.blocks.flatMap((block) => ('label' in block && block.label ? [block.label.text] : []))
    expect(labels).toHaveLength(11)
    expect(labels.every((label) => label.length <= 75)).toBe(true)
  })
})

import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '../../../src/domain/calendar.ts'
import {
  checkEnterpriseFacts,
  checkEnterpriseReason,
  isSameEnterprise,
} from '../../../src/domain/enterprise/enterprise-facts.ts'
import { parseEnterpriseWords, takeEnterpriseNumber } from '../../../src/domain/enterprise/enterprise-words.ts'
import { mayKeepEnterprise, maySeeEnterprise } from '../../../src/domain/enterprise/may-see-enterprise.ts'
import { nextVisitDay, visitTitle } from '../../../src/domain/enterprise/visit-day.ts'
import { checkVisitFacts } from '../../../src/domain/enterprise/visit-facts.ts'
import { parseVisitWords } from '../../../src/domain/enterprise/visit-words.ts'
import { parseIssueWords } from '../../../src/domain/issue-words.ts'
import { type MemberRole, memberRoles } from '../../../src/domain/membership.ts'

const facts = { name: '某某公司', everyMonths: 3, notes: '' }
const today = '2024-06-24'

describe('the facts of an enterprise', () => {
  it('are bound', () => {
    expect(checkEnterpriseFacts({ name: ' 某某 \n 公司 ', everyMonths: 24, notes: ' 备注 ' })).toEqual({
      name: '某某 公司',
      everyMonths: 24,
      notes: '备注',
    })
    const refused = (more: Partial<typeof facts>) => () => checkEnterpriseFacts({ ...facts, ...more })
    expect(refused({ name: '某' })).toThrow('enterprise.name_too_short')
    expect(refused({ name: '名'.repeat(101) })).toThrow('enterprise.name_too_long')
    expect(refused({ notes: '备'.repeat(2001) })).toThrow('enterprise.notes_too_long')
    for (const everyMonths of [0, 25, 1.5, Number.NaN])
      expect(refused({ everyMonths })).toThrow('enterprise.months_out_of_range')
    expect(() => checkEnterpriseReason(' ')).toThrow('enterprise.reason_missing')
    expect(() => checkEnterpriseReason('因'.repeat(501))).toThrow('enterprise.reason_too_long')
  })

  it('say the same enterprise in other widths, blanks and the legal form written out, and no more than that', () => {
    expect(isSameEnterprise('武汉某某有限公司', '武汉 某某有限责任公司')).toBe(true)
    expect(isSameEnterprise('某某（武汉）公司', '某某(武汉)公司')).toBe(true)
    expect(isSameEnterprise('Example Co., Ltd.', 'EXAMPLE CO.,LTD')).toBe(true)
    expect(isSameEnterprise('武汉某某有限公司', '武汉某某股份有限公司')).toBe(false)
    expect(isSameEnterprise('武汉某某有限公司', '武汉某某')).toBe(false)
    expect(isSameEnterprise('武汉某某公司', '武汉某某某公司')).toBe(false)
  })
})

describe('who may see an enterprise', () => {
  const viewer = (roles: MemberRole[], unitIds: number[]) => ({ roles: new Set(roles), unitIds })

  it('is the units concerned, the office and leaders, and nobody else', () => {
    fc.assert(
      fc.property(
        fc.subarray([...memberRoles]),
        fc.uniqueArray(fc.integer({ min: 1, max: 5 })),
        fc.uniqueArray(fc.integer({ min: 1, max: 5 })),
        (roles, unitIds, concerned) => {
          const above = roles.some((role) => role !== 'liaison')
          const own = concerned.some((id) => unitIds.includes(id))
          expect(maySeeEnterprise(viewer(roles, unitIds), concerned)).toBe(above || own)
        },
      ),
    )
  })

  it('keeps it where it is the office’s or of their own unit; a leader only sees', () => {
    expect(mayKeepEnterprise(viewer(['liaison'], [1]), 1)).toBe(true)
    expect(mayKeepEnterprise(viewer(['liaison'], [2]), 1)).toBe(false)
    expect(mayKeepEnterprise(viewer(['leader'], []), 1)).toBe(false)
    expect(mayKeepEnterprise(viewer(['convener'], []), 1)).toBe(true)
    expect(mayKeepEnterprise(viewer(['admin'], []), 1)).toBe(true)
  })
})

describe('the day a visit is due', () => {
  it('is so many months on, the day itself or the next working day', () => {
    expect(nextVisitDay('2024-03-25', 3)).toBe('2024-06-25')
    expect(nextVisitDay('2024-03-22', 3)).toBe('2024-06-24')
    expect(nextVisitDay('2024-01-31', 1)).toBe('2024-02-29')
    // 国庆节 lasts until 7 October; 29 September 2024 is a Sunday on which people work.
    expect(nextVisitDay('2024-07-01', 3)).toBe('2024-10-08')
    expect(nextVisitDay('2024-06-29', 3)).toBe('2024-09-29')
  })

  it('is a working day, never before the months are over, and later for a later visit or a longer interval', () => {
    const day = fc.integer({ min: 0, max: 1200 }).map((days) => DateTime.utc(2023, 1, 1).plus({ days }))
    const iso = (date: DateTime) => date.toFormat('yyyy-MM-dd')
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 24 }), (from, months) => {
        const due = nextVisitDay(iso(from), months)
        expect(isWorkingDay(DateTime.fromISO(due))).toBe(true)
        expect(due >= iso(from.plus({ months }))).toBe(true)
        expect(nextVisitDay(iso(from.plus({ days: 1 })), months) >= due).toBe(true)
        expect(nextVisitDay(iso(from), months + 1) > due).toBe(true)
      }),
    )
  })

  it('has a title without a name, in the language of the plan', () => {
    expect(visitTitle(3, 'zh-CN')).toBe('企业3 走访')
    expect(visitTitle(3, 'en')).toBe('Visit to enterprise 3')
  })
})

describe('a visit', () => {
  it('is not in the future, not ancient, and says something', () => {
    expect(checkVisitFacts({ visitedOn: today, notes: ' 一切正常 ' }, today)).toEqual({
      visitedOn: today,
      notes: '一切正常',
    })
    const refused = (visitedOn: string, notes = '记') => {
      return () => checkVisitFacts({ visitedOn, notes }, today)
    }
    expect(refused('2024-06-25')).toThrow('enterprise.visit_in_future')
    expect(refused('1999-12-31')).toThrow('enterprise.visit_too_early')
    expect(refused('')).toThrow('enterprise.visit_day_missing')
    expect(refused(today, '  ')).toThrow('enterprise.visit_notes_missing')
    expect(refused(today, '记'.repeat(2001))).toThrow('enterprise.visit_notes_too_long')
    expect(refused(today, '记'.repeat(2000))).not.toThrow()
  })

  it.each([
    ['6月20日 企业反映通关时间长', '2024-06-20', '企业反映通关时间长'],
    ['６月２０日，企业反映通关时间长', '2024-06-20', '企业反映通关时间长'],
    ['2023年12月1日：见到负责人', '2023-12-01', '见到负责人'],
    ['2024-06-20 见到负责人', '2024-06-20', '见到负责人'],
    ['6/20 met the manager', '2024-06-20', 'met the manager'],
    ['20 June customs takes long', '2024-06-20', 'customs takes long'],
    ['June 3rd, 2023 all well', '2023-06-03', 'all well'],
    ['昨天去了工厂', '2024-06-23', '去了工厂'],
    ['yesterday we met', '2024-06-23', 'we met'],
    // Said in June, December was last year's; 30 June is still to come and rather a slip.
    ['12月20日 年底走访', '2023-12-20', '年底走访'],
    ['6月30日 还没到', '2024-06-30', '还没到'],
    ['企业今天停产', null, '企业今天停产'],
    ['80%的订单取消', null, '80%的订单取消'],
    ['', null, ''],
  ])('is read from %j', (words, day, notes) => {
    expect(parseVisitWords(words, today)).toEqual({ day, notes })
  })

  it('is refused on a day that no calendar has', () => {
    expect(() => parseVisitWords('2月30日 走访', today)).toThrow('enterprise.visit_day_unknown')
  })
})

describe('the words about an enterprise', () => {
  it.each([
    ['某某公司 市商务局 <@U1|zhang> 每3个月', { rest: '某某公司 市商务局', contact: 'U1', everyMonths: 3 }],
    ['某某公司 市商务局 每两个月走访一次', { rest: '某某公司 市商务局', everyMonths: 2 }],
    ['某某公司 每季度', { rest: '某某公司', everyMonths: 3 }],
    ['每 ６ 个月', { rest: '', everyMonths: 6 }],
    ['每半年 <@W2>', { rest: '', contact: 'W2', everyMonths: 6 }],
    ['Example Co Commerce Bureau every 2 months', { rest: 'Example Co Commerce Bureau', everyMonths: 2 }],
    ['Example Co quarterly', { rest: 'Example Co', everyMonths: 3 }],
    // A name may hold the character without meaning an interval.
    ['每日优鲜公司 市商务局', { rest: '每日优鲜公司 市商务局' }],
    ['某某公司 备注：主营 每月 <a>', { rest: '某某公司', notes: '主营 每月 <a>' }],
    ['每99个月', { rest: '', everyMonths: 99 }],
  ])('%j', (words, expected) => {
    expect(parseEnterpriseWords(words)).toEqual({ contact: null, everyMonths: null, notes: null, ...expected })
  })

  it('refuse a person that Slack has not found', () => {
    expect(() => parseEnterpriseWords('某某公司 市商务局 @张三')).toThrow('enterprise.contact_unknown')
  })

  it('name an enterprise by its number', () => {
    for (const words of ['3', '企业3', '＃３', '第3号', 'enterprise 3']) expect(takeEnterpriseNumber(words).no).toBe(3)
    expect(takeEnterpriseNumber('3 6月20日 走访')).toEqual({ no: 3, rest: '6月20日 走访' })
    expect(() => takeEnterpriseNumber('6月20日')).toThrow('enterprise.number_missing')
    expect(() => takeEnterpriseNumber('某某公司')).toThrow('enterprise.number_missing')
  })

  it('attach one to an issue', () => {
    expect(parseIssueWords('企业3 任务2 通关时间长')).toMatchObject({ enterpriseNo: 3, taskNo: 2, title: '通关时间长' })
    expect(parseIssueWords('引进企业 5 家')).not.toHaveProperty('enterpriseNo')
  })
})

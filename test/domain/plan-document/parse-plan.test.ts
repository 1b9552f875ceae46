import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePlanYaml } from '../../../src/documents/plan-file/plan-yaml.ts'
import { parsePlan } from '../../../src/domain/plan-document/parse-plan.ts'
import type { ParsedPlan } from '../../../src/domain/plan-document/parsed-plan.ts'
import { writePlanDocument } from '../../support/plans/plan-from-data.ts'

function read(name: string): ParsedPlan {
  return parsePlan(readFileSync(new URL(`../../support/plans/${name}`, import.meta.url), 'utf8'))
}

/** Tasks as `no title: lead* participant`, one a line, under their sections. */
function outline(plan: ParsedPlan): string[] {
  return plan.sections.flatMap((section) => [
    `${section.no} ${section.title}`,
    ...section.tasks.map(
      (task) =>
        `  ${task.no} ${task.title}: ${task.units.map((unit) => unit.name + (unit.role === 'lead' ? '*' : '')).join(' ')}`,
    ),
  ])
}

function codes(plan: ParsedPlan): string[] {
  return plan.doubts.map((doubt) => `${doubt.line} ${doubt.code}`)
}

describe('parsePlan', () => {
  it('reads back the numbers, titles, units and targets of the seeded plan from a document that states them', () => {
    const url = new URL('../../../prisma/seed/wuhan-2023-45.yaml', import.meta.url)
    const seed = parsePlanYaml(readFileSync(url, 'utf8'))
    const tasks = seed.sections.flatMap((section) => section.tasks)
    expect([seed.sections.length, tasks.length, seed.units.length, seed.targets.length]).toEqual([6, 22, 15, 5])
    expect(tasks.map((task) => task.no)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1))

    const parsed = parsePlan(writePlanDocument(seed).join('\n'))
    expect(parsed).toMatchObject({ title: seed.title, documentNo: '武政办〔2023〕45号', issuedOn: '2023-05-23' })
    const withoutText = parsed.sections.map((section) => ({
      ...section,
      tasks: section.tasks.map((task) => ({ ...task, text: '' })),
    }))
    expect(withoutText).toEqual(seed.sections)
    expect(parsed.units.map((unit) => unit.name)).toEqual(seed.units.map((unit) => unit.name))
    expect(parsed.targets).toEqual(seed.targets)
    expect(parsed.doubts).toEqual([])
  })

  it('reads hard-wrapped text with page numbers and blank lines inside sentences', () => {
    const plan = read('port-green.txt')
    expect(plan.title).toBe('临江市港口绿色转型三年行动方案(2024—2026年)')
    expect([plan.documentNo, plan.issuedOn]).toEqual(['临政发〔2024〕12号', '2024-03-05'])
    expect(outline(plan)).toEqual([
      '二 重点任务',
      '  1 建设清洁码头: 市交通运输局* 市发展改革委 市财政局 临江海事局',
      '  2 推广新能源机具: 市发展改革委* 市经济和信息化局 各区人民政府',
      '  3 完善监测体系: 市生态环境局* 市交通运输局',
    ])
    expect(plan.sections[0]?.tasks[0]?.text).toBe(
      '实施泊位岸电改造,每年改造500吨级以上泊位12个,为靠港船舶24小时提供岸电服务,推行“一船一策”。' +
        '对新建码头,3个工作日内办结受理手续。',
    )
    expect(codes(plan)).toEqual([
      '40 units_open_ended',
      '40 units_collective',
      '40 units_merged',
      '40 target_deadline_carried',
      '45 units_merged',
    ])
  })

  it('reads the numeric targets of that text and no other number', () => {
    expect(
      read('port-green.txt').targets.map(({ metric, value, unit, kind, per, by, taskNo }) =>
        [metric, value, unit, kind, per, by, taskNo].join(' '),
      ),
    ).toEqual([
      '港口岸电使用量 3000 万千瓦时 level  2026-12-31 ',
      '绿色泊位占比 85 % level  2026-12-31 ',
      '港口集装箱吞吐量年均增长 6 % level year 2026-12-31 ',
      '改造500吨级以上泊位 12 个 flow year  1',
      '新能源集卡 400 台 level  2025-12-31 2',
      '建设换电站 6 座 level  2025-12-31 2',
    ])
  })

  it('reads Markdown: headings, bold titles run into their text, labels on lines of their own', () => {
    const plan = read('culture.md')
    expect([plan.title, plan.documentNo, plan.issuedOn]).toEqual([
      '云溪市文化惠民行动计划',
      '云政办函〔2025〕3号',
      '2025-01-08',
    ])
    expect(outline(plan)).toEqual([
      '一 完善设施网络',
      '  1 改造县级图书馆: 市文化和旅游局* 市财政局',
      '  2 建设乡镇舞台: 市文化和旅游局* 市住建局 各县(市、区)人民政府',
      '二 丰富产品供给',
      '  3 举办文化艺术节: 市文化和旅游局* 市总工会',
      '  4 扶持文艺创作: 市委宣传部* 市文联 市文化和旅游局',
    ])
    expect(plan.targets.map((target) => `${target.metric} ${target.value}${target.unit}`)).toEqual([
      '人均公共文化设施面积 0.6平方米',
      '年接待读者 120万人次',
      '改造图书馆 3家',
      '新建城市书房 5个',
      '举办群众文化活动 200场',
    ])
    expect(codes(plan)).toContain('17 target_range')
  })

  it('numbers tasks through where the numbering restarts, and says each change', () => {
    const plan = read('restart.txt')
    expect(outline(plan)).toEqual([
      '一 夯实数字底座',
      '  1 建设工业互联网平台: 市工业和信息化局* 市通信管理局',
      '  2 推进算力建设: 市工业和信息化局* 市发展和改革委员会',
      '二 推动企业改造',
      '  3 实施“智改数转”: 市工业和信息化局* 市财政局 各县(市、区)政府',
      '  4 培育服务商: 市发展和改革委员会*',
      '三 保障措施',
      '  5 加强组织领导: 市工业和信息化局*',
      '  6 加大资金支持: 市财政局*',
    ])
    expect(plan.issuedOn).toBe('2024-06-12')
    const renumbered = plan.doubts.filter((doubt) => doubt.code === 'task_renumbered')
    expect(renumbered.map(({ line, params }) => `${line}: ${params.number} → ${params.no}`)).toEqual([
      '19: 1 → 3',
      '22: 2 → 4',
      '26: 1 → 5',
      '27: 2 → 6',
    ])
    expect(codes(plan)).toContain('25 section_like_safeguards')
  })

  it('reads a table of tasks where the headings hold none', () => {
    const plan = read('table.md')
    expect(outline(plan)).toEqual([
      ' 政务服务',
      '  1 推行一窗受理: 县政务服务局* 县公安局 县税务局',
      '  2 压减办理材料: 县政务服务局* 县司法局',
      ' 法治保障',
      '  3 规范行政检查: 县司法局* 县市场监管局 县应急局',
    ])
    expect(codes(plan)).toContain('11 tasks_from_table')
  })

  it.each([
    ['', 'plan.empty'],
    ['一'.repeat(2_000_001), 'plan.too_large'],
    [' \n\u3000\f\n', 'plan.empty'],
    ['昨天天气很好。我们去公园。', 'plan.not_a_plan'],
    ['一、总体要求\n坚持问题导向。\n二、工作安排\n认真落实。', 'plan.no_units'],
    [Array.from({ length: 501 }, (_, i) => `${i + 1}.做好此事。(责任单位:市商务局)`).join('\n'), 'plan.too_large'],
  ])('refuses what is no plan: %#', (text, code) => {
    expect(() => parsePlan(text)).toThrow(expect.objectContaining({ name: 'DomainError', code }))
  })
})

import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../../src/domain/plan-document/parse-plan.ts'

function read(...body: string[]) {
  const plan = parsePlan(['甲市行动计划', ...body].join('\n'))
  return {
    tasks: plan.sections.flatMap((section) =>
      section.tasks.map((task) =>
        `${section.no}/${task.no} ${task.title} ${task.units.map((unit) => unit.name).join(' ')}`.trim(),
      ),
    ),
    texts: plan.sections.flatMap((section) => section.tasks.map((task) => task.text)),
    doubts: plan.doubts.map((doubt) => `${doubt.line} ${doubt.code}`),
  }
}

describe('which headings are tasks', () => {
  it('takes the outermost headings where only they say who is responsible', () => {
    const { tasks } = read(
      '一、引导。开展活动。(责任单位:市商务局)',
      '二、服务。推进。(责任单位:市财政局)',
      '三、保障。加强领导。',
    )
    expect(tasks).toEqual(['/1 引导 市商务局', '/2 服务 市财政局'])
  })

  it('reads a statement after the last part as that of the whole', () => {
    const { tasks, texts } = read(
      '一、重点任务',
      '(一)加强引导。要求如下:',
      '1.开展活动。多做。',
      '2.扩大宣传。多讲。(责任单位:市商务局)',
      '(二)优化服务。',
      '1.精简。多减。',
      '2.提速。多快。',
      '责任单位:市财政局',
      '(三)无子项。多做。(责任单位:市教育局)',
    )
    expect(tasks).toEqual(['一/1 加强引导 市商务局', '一/2 优化服务 市财政局', '一/3 无子项 市教育局'])
    expect(texts[0]).toBe('要求如下:1.开展活动。多做。2.扩大宣传。多讲。')
  })

  it('reads a statement after a whole section as that of each of its tasks', () => {
    const { tasks, doubts } = read(
      '一、引导',
      '1.开展活动。多做。',
      '2.扩大宣传。多讲。',
      '(责任单位:市商务局、市教育局)',
      '二、服务',
      '3.提速。多快。(责任单位:市财政局)',
      '4.降费。多减。(责任单位:市税务局)',
    )
    expect(tasks).toEqual([
      '一/1 开展活动 市商务局 市教育局',
      '一/2 扩大宣传 市商务局 市教育局',
      '二/3 提速 市财政局',
      '二/4 降费 市税务局',
    ])
    expect(doubts).toEqual(['3 section_units_applied', '4 section_units_applied'])
  })

  it('leaves out the boxes between paragraphs, and says so', () => {
    const { tasks, doubts } = read(
      '一、任务',
      '1.开展活动。多做。(责任单位:市商务局)',
      '专栏1 重点工程',
      '1.甲工程。新建驿站5处。',
      '2.乙工程。',
      '(二)服务',
      '2.提速。多快。(责任单位:市财政局)',
    )
    expect(tasks.map((task) => task.split('/')[1])).toEqual(['1 开展活动 市商务局', '2 提速 市财政局'])
    expect(doubts).toContain('4 box_ignored')
  })

  it('ends a short title at a colon or at a wide space', () => {
    const { tasks, texts } = read(
      '一、任务',
      '1.开展活动：组织各类活动,多做实事。(责任单位:市商务局)',
      '2.扩大宣传\u3000利用各种方式多讲。(责任单位:市教育局)',
    )
    expect(tasks).toEqual(['一/1 开展活动 市商务局', '一/2 扩大宣传 市教育局'])
    expect(texts).toEqual(['组织各类活动,多做实事。', '利用各种方式多讲。'])
  })

  it('applies the units of a section to its tasks that name none, with a doubt', () => {
    const { tasks, doubts } = read(
      '一、重点任务',
      '(一)加强引导。(责任单位:市商务局)',
      '1.开展活动。多做。',
      '2.扩大宣传。多讲。(责任单位:市教育局)',
    )
    expect(tasks).toEqual(['一/1 开展活动 市商务局', '一/2 扩大宣传 市教育局'])
    expect(doubts).toEqual(['4 section_units_applied'])
  })

  it('keeps a task without units and a gap in the numbers, and says both', () => {
    const { tasks, doubts } = read(
      '一、重点任务',
      '1、开展活动。多做。(责任单位:市商务局)',
      '2、扩大宣传。多讲。',
      '4．别的。多讲。（责任单位:市商务局）',
    )
    expect(tasks).toEqual(['一/1 开展活动 市商务局', '一/2 扩大宣传', '一/4 别的 市商务局'])
    expect(doubts).toEqual(['4 task_no_units', '5 number_skipped'])
  })

  it('keeps targets with their tasks where tasks stand at two levels', () => {
    const plan = parsePlan(
      [
        '甲市行动计划',
        '一、任务',
        '(一)甲。每年举办展会3场。(责任单位:市商务局)',
        '(二)有子项',
        '1.乙。每年培育企业4家。(责任单位:市商务局)',
        '2.丙。多做。(责任单位:市教育局)',
        '(三)丁。每年引进人才5名。(责任单位:市财政局)',
      ].join('\n'),
    )
    const titles = new Map(
      plan.sections.flatMap((section) => section.tasks.map((task) => [task.no, task.title] as const)),
    )
    expect(titles.size).toBe(4)
    expect(plan.targets.map((target) => [target.metric, titles.get(target.taskNo ?? 0)])).toEqual([
      ['举办展会', '甲'],
      ['培育企业', '乙'],
      ['引进人才', '丁'],
    ])
  })

  it('gives a task without a title the beginning of its text, with a doubt', () => {
    const { tasks, doubts } = read('一、任务', '1.(责任单位:市商务局)', '2.丙。多做。(责任单位:市教育局)')
    expect(tasks).toEqual(['一/1 1. 市商务局', '一/2 丙 市教育局'])
    expect(doubts).toEqual(['3 title_cut'])
  })

  it('reads chapters, a table of contents, the annex of a notice and what follows the body', () => {
    const { tasks, texts } = read(
      '目录',
      '第一章 总则……………1',
      '第二章 任务……………2',
      '各单位:',
      '附件:甲市行动计划',
      '第一章 总则',
      '一、为了发展。',
      '第二章 任务',
      '二、开展活动。多做。(责任单位:市商务局)',
      '三、扩大宣传。多讲。(责任单位:市教育局)',
      '附件:1.分工表',
      '2.联系人表',
    )
    expect(tasks).toEqual(['二/2 开展活动 市商务局', '二/3 扩大宣传 市教育局'])
    expect(texts).toEqual(['多做。', '多讲。'])
  })

  it('takes no list of annexes for headings', () => {
    const { doubts } = read(
      '一、任务',
      '1.开展活动。多做。(责任单位:市商务局)',
      '2.提速。多快。(责任单位:市财政局)',
      '3.降费。多减。(责任单位:市税务局)',
      '附件:1.任务清单',
      '2.联系人名单',
    )
    expect(doubts).toEqual([])
  })

  it('reads wrapped paragraphs that are set in, and drops the one running head that repeats the title', () => {
    const { tasks, texts, doubts } = read(
      '一、任务',
      '\u3000\u30001.开展各类活动。责任单位:市商务',
      '局、市财政局、市教育局、市公安局、',
      '市民政局、市司法局、市人力资源和社',
      '— 1 —',
      '\f甲市行动计划',
      '会保障局、市生态环境局、市体育局。',
      '\u3000\u30002.扩大宣传。多讲多看,多走多问,',
      '每年举办展会2－',
      '3场。责任单位:市教育局。',
      '二、保障',
      '加强领导。',
    )
    expect(tasks).toEqual([
      '一/1 开展各类活动 市商务局 市财政局 市教育局 市公安局 市民政局 市司法局 市人力资源和社会保障局 市生态环境局 市体育局',
      '一/2 扩大宣传 市教育局',
    ])
    expect(texts[1]).toBe('多讲多看,多走多问,每年举办展会2－3场。')
    expect(doubts).toEqual(['10 target_range'])
  })

  it('carries deadlines to the goals below a heading and to the targets of a task that is due', () => {
    const plan = parsePlan(
      [
        '甲市行动计划',
        '一、发展基础',
        '现状良好,产值达到5亿元。',
        '二、工作目标(到2025年)',
        '(一)设施更好。建成驿站5处。',
        '三、任务',
        '1.提速。建成园区3个。',
        '牵头单位:市财政局',
        '完成时限:2024年11月底',
        '2.降费。多减。(责任单位:市税务局)',
        '四、保障措施',
        '每年开展培训2场。',
      ].join('\n'),
    )
    expect(plan.targets.map((target) => [target.metric, target.by, target.taskNo])).toEqual([
      ['建成驿站', '2025-12-31', null],
      ['建成园区', '2024-11-30', 1],
    ])
    expect(plan.doubts.map((doubt) => `${doubt.line} ${doubt.code}`)).toEqual([
      '5 target_deadline_carried',
      '7 target_deadline_carried',
      '11 target_unclear',
    ])
  })

  it('takes a number at the start of a line for a heading only where the sentence before it has ended', () => {
    const { tasks, texts } = read(
      '一、重点任务',
      '1.开展活动。举办展会、论坛和赛事,全年服务企业、机构、商户不少于',
      '2. 5万家,带动消费增长。(责任单位:市商务局)',
      '2.扩大宣传。多讲。(责任单位:市教育局)',
    )
    expect(tasks).toEqual(['一/1 开展活动 市商务局', '一/2 扩大宣传 市教育局'])
    expect(texts[0]).toContain('不少于2. 5万家')
  })
})

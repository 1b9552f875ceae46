import type { PlanData } from '../../../src/domain/plan-file/plan-schema.ts'

/**
 * A document in official form that says what a plan's data says, one paragraph a line: headings, titles, units and
 * targets are the plan's, all other words are made up here.
 */
export function writePlanDocument(plan: PlanData): string[] {
  const goals = plan.targets.filter((target) => target.taskNo === null).map(writeTarget)
  const lines = [
    '某市人民政府办公厅文件',
    plan.documentNo ?? '',
    `某市人民政府办公厅关于印发${plan.title}的通知`,
    '各区人民政府:',
    `《${plan.title}》已经同意,现印发给你们。`,
    '某市人民政府办公厅',
    `${plan.issuedOn?.replace(/-0?(\d+)-0?(\d+)/, ' 年 $1 月 $2 日')}`,
    plan.title,
    '为做好有关工作,制订本方案。',
    '一、总体目标',
    `到 2025 年,工作取得成效,${goals.join(',')},形成良好局面。`,
    '二、工作任务',
  ]
  for (const section of plan.sections) {
    lines.push(`(${section.no})${section.title}`)
    for (const task of section.tasks) {
      const targets = plan.targets.filter((target) => target.taskNo === task.no).map(writeTarget)
      const wish = targets.length > 0 ? `每年${targets.join(',')}。 ` : ''
      const units = task.units.map((unit, index) => (index === task.no % 3 ? `${unit.name}` : unit.name)).join('、')
      lines.push(`${task.no}. ${task.title}。 完善机制,围绕 3 个方面、“一企一策”推进。 ${wish}(责任单位:${units})`)
    }
  }
  lines.push('三、保障措施', '(一)强化领导。 成立领导小组,定期调度。', '(二)压实责任。 每半年报送进度。')
  return lines
}

function writeTarget({ metric, kind, value, unit }: PlanData['targets'][number]): string {
  return kind === 'flow' ? `${metric} ${value} ${unit}` : `${metric}达到 ${value} ${unit}`
}

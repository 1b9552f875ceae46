import type { PlanData } from '../domain/plan-file/plan-schema.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay } from './days.ts'
import type { PlanRow } from './plan-store.ts'

const sectionColumns = {
  no: true,
  title: true,
  tasks: {
    where: { retiredAt: null },
    orderBy: { no: 'asc' },
    select: {
      no: true,
      title: true,
      text: true,
      units: { orderBy: { position: 'asc' }, select: { role: true, unit: { select: { name: true } } } },
    },
  },
} as const

const targetColumns = {
  metric: true,
  value: true,
  unit: true,
  kind: true,
  per: true,
  byDate: true,
  baselineValue: true,
  baselineOn: true,
  yearly: true,
  task: { select: { no: true } },
} as const

/** What holds for a plan whose file does not say otherwise. */
export const defaultSettings = { zone: 'Asia/Shanghai', language: 'zh-CN' } as const

/** A stored plan as data, as it would be exported; what is retired is left out. */
export async function loadPlanData(tx: Transaction, plan: PlanRow): Promise<PlanData> {
  const planId = plan.id
  const sections = await tx.section.findMany({
    where: { planId, OR: [{ tasks: { some: { retiredAt: null } } }, { tasks: { none: {} } }] },
    orderBy: { position: 'asc' },
    select: sectionColumns,
  })
  const units = await tx.unit.findMany({
    where: { planId, retiredAt: null },
    orderBy: { position: 'asc' },
    select: { name: true, nameEn: true, aliases: true },
  })
  const targets = await tx.target.findMany({
    where: { planId, retiredAt: null },
    orderBy: { position: 'asc' },
    select: targetColumns,
  })
  return {
    title: plan.title,
    documentNo: plan.documentNo,
    issuedOn: plan.issuedOn,
    ...(plan.zone !== defaultSettings.zone && { zone: plan.zone }),
    ...(plan.language !== defaultSettings.language && { language: plan.language === 'en' ? 'en' : 'zh-CN' }),
    sections: sections.map(({ tasks, ...section }) => ({
      ...section,
      tasks: tasks.map(({ units: responsible, text, ...task }) => ({
        ...task,
        text: text ?? '',
        units: responsible.map(({ role, unit }) => ({ name: unit.name, role })),
      })),
    })),
    units: units.map(({ nameEn, ...unit }) => ({ ...unit, ...(nameEn !== null && { nameEn }) })),
    targets: targets.map(({ task, value, byDate, per, baselineValue, baselineOn, yearly, ...target }) => ({
      ...target,
      value: value.toNumber(),
      per: per === 'year' ? per : null,
      by: byDate && fromDatabaseDay(byDate),
      taskNo: task?.no ?? null,
      ...(baselineValue !== null &&
        baselineOn !== null && { baseline: { value: baselineValue.toNumber(), on: fromDatabaseDay(baselineOn) } }),
      ...(yearly !== null && { yearly: yearly as Record<string, number> }),
    })),
  }
}

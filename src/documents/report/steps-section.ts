import type { FileChild } from 'docx'
import type { PolicyFacts } from '../../domain/compilation/records.ts'
import type { MilestoneProgress } from '../../domain/compilation/report-content.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { leadIn, paragraph } from '../official/paragraphs.ts'
import { ruledTable } from '../official/tables.ts'
import type { MakeSection } from './section.ts'

/** 时间表与配套政策: milestones done, slipped and due next, and the policies of the period; null where there are none. */
export const stepsSection: MakeSection = (locale, { milestones, policies }) => {
  const { issued, earlier } = policies
  if (milestones.length === 0 && issued.length === 0 && earlier === 0) return null
  const count = (state: 'done' | 'slipped' | 'next') => milestones.filter((one) => one.state.startsWith(state)).length
  const counts = { done: count('done'), slipped: count('slipped'), next: count('next') }
  const steps = [leadIn(locale, t(locale, 'compilation.milestone_counts', counts)), milestoneTable(locale, milestones)]
  const policyLine = t(locale, 'compilation.policy_counts', { count: issued.length, earlier })
  return {
    title: t(locale, 'compilation.steps'),
    children: [
      ...(milestones.length === 0 ? [] : steps),
      ...(issued.length === 0
        ? [paragraph(locale, 'Body', policyLine)]
        : [leadIn(locale, policyLine), policyTable(locale, issued)]),
    ],
  }
}

function milestoneTable(locale: Locale, milestones: readonly MilestoneProgress[]): FileChild {
  const columns = [
    { head: t(locale, 'compilation.column.no'), width: 14, centered: true },
    { head: t(locale, 'compilation.column.milestone'), width: 46 },
    { head: t(locale, 'compilation.column.task_no'), width: 14, centered: true },
    { head: t(locale, 'compilation.column.unit'), width: 32 },
    { head: t(locale, 'compilation.column.due_on'), width: 24, centered: true },
    { head: t(locale, 'compilation.column.situation'), width: 26 },
  ]
  const rows = milestones.map(({ no, title, taskNo, unit, dueOn, doneOn, state }) => [
    String(no),
    title,
    String(taskNo),
    unit,
    t(locale, 'document.day', { day: dueOn }),
    state === 'done' || state === 'done_late'
      ? t(locale, `compilation.milestone.${state}`, { day: doneOn ?? dueOn })
      : t(locale, `compilation.milestone.${state}`),
  ])
  return ruledTable(locale, columns, rows, { whole: true })
}

function policyTable(locale: Locale, policies: readonly PolicyFacts[]): FileChild {
  const columns = [
    { head: t(locale, 'compilation.column.policy'), width: 54 },
    { head: t(locale, 'compilation.column.document_no'), width: 34 },
    { head: t(locale, 'compilation.column.issued_on'), width: 24, centered: true },
    { head: t(locale, 'compilation.column.task_no'), width: 14, centered: true },
    { head: t(locale, 'compilation.column.unit'), width: 30 },
  ]
  const rows = policies.map(({ title, documentNo, issuedOn, taskNo, unit }) => [
    title,
    documentNo,
    t(locale, 'document.day', { day: issuedOn }),
    String(taskNo),
    unit,
  ])
  return ruledTable(locale, columns, rows, { whole: true })
}

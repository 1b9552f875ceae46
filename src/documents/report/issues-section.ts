import type { FileChild } from 'docx'
import type { IssueProgress, OverdueAction } from '../../domain/compilation/report-content.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { leadIn, paragraph } from '../official/paragraphs.ts'
import { ruledTable } from '../official/tables.ts'
import type { MakeSection } from './section.ts'

/** 问题与议定事项: issues open and settled with what they block, actions done, running and overdue. */
export const issuesSection: MakeSection = (locale, { issues, actions, asOf }) => {
  const { raised, open, settled } = issues
  const escalated = open.filter((issue) => issue.escalated).length
  const counts = { day: asOf, raised, settled: settled.length, open: open.length, escalated }
  const { overdue } = actions
  return {
    title: t(locale, 'compilation.issues'),
    children: [
      paragraph(locale, 'Body', t(locale, 'compilation.issue_counts', counts)),
      ...table(locale, 'compilation.open_issues', open, openTable),
      ...table(locale, 'compilation.settled_issues', settled, settledTable),
      paragraph(locale, 'Body', t(locale, 'compilation.action_counts', { ...actions, overdue: overdue.length })),
      ...table(locale, 'compilation.overdue_actions', overdue, overdueTable),
    ],
  }
}

type Intro = 'compilation.open_issues' | 'compilation.settled_issues' | 'compilation.overdue_actions'

function table<T>(
  locale: Locale,
  intro: Intro,
  rows: readonly T[],
  make: (locale: Locale, rows: readonly T[]) => FileChild,
): FileChild[] {
  return rows.length === 0 ? [] : [leadIn(locale, t(locale, intro)), make(locale, rows)]
}

function openTable(locale: Locale, issues: readonly IssueProgress[]): FileChild {
  const columns = [
    ...issueColumns(locale),
    { head: t(locale, 'compilation.column.units'), width: 36 },
    { head: t(locale, 'compilation.column.situation'), width: 28 },
  ]
  const rows = issues.map((issue) => [
    ...issueCells(locale, issue),
    namesOf(locale, issue.units),
    situation(locale, issue),
  ])
  return ruledTable(locale, columns, rows)
}

function settledTable(locale: Locale, issues: readonly IssueProgress[]): FileChild {
  const columns = [
    ...issueColumns(locale),
    { head: t(locale, 'compilation.column.units'), width: 36 },
    { head: t(locale, 'compilation.column.closed_on'), width: 28, centered: true },
  ]
  const rows = issues.map((issue) => [
    ...issueCells(locale, issue),
    namesOf(locale, issue.units),
    issue.closedOn === null ? '—' : t(locale, 'document.day', { day: issue.closedOn }),
  ])
  return ruledTable(locale, columns, rows)
}

function issueColumns(locale: Locale) {
  return [
    { head: t(locale, 'compilation.column.no'), width: 14, centered: true },
    { head: t(locale, 'compilation.column.issue'), width: 44 },
    { head: t(locale, 'compilation.column.blocks'), width: 34 },
  ]
}

function issueCells(locale: Locale, { no, title, taskNo, targets }: IssueProgress): string[] {
  return [`#${no}`, title, t(locale, 'compilation.blocks', { taskNo, targets })]
}

function situation(locale: Locale, { state, carried, escalated, closedOn }: IssueProgress): string {
  if (closedOn !== null) return t(locale, 'compilation.closed_since', { day: closedOn })
  return [
    t(locale, `issue_state.${state}`),
    ...(carried > 0 ? [t(locale, 'compilation.carried', { count: carried })] : []),
    ...(escalated ? [t(locale, 'compilation.escalated')] : []),
  ].join('\n')
}

function overdueTable(locale: Locale, actions: readonly OverdueAction[]): FileChild {
  const columns = [
    { head: t(locale, 'compilation.column.no'), width: 14, centered: true },
    { head: t(locale, 'compilation.column.action'), width: 50 },
    { head: t(locale, 'compilation.column.unit'), width: 36 },
    { head: t(locale, 'compilation.column.due_on'), width: 28, centered: true },
    { head: t(locale, 'compilation.column.situation'), width: 28 },
  ]
  const rows = actions.map(({ no, text, owner, dueOn, doneOn }) => [
    String(no),
    text,
    owner,
    t(locale, 'document.day', { day: dueOn }),
    doneOn === null ? t(locale, 'compilation.not_done') : t(locale, 'compilation.closed_since', { day: doneOn }),
  ])
  return ruledTable(locale, columns, rows)
}

const namesOf = (locale: Locale, names: readonly string[]) => names.join(t(locale, 'list.separator'))

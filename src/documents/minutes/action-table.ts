import type { Table } from 'docx'
import type { MinutesContent } from '../../domain/minutes/minutes-content.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { ruledTable } from '../official/tables.ts'

type Action = MinutesContent['items'][number]['actions'][number]

/** The table of a meeting's actions. */
export function actionTable(locale: Locale, actions: readonly Action[]): Table {
  const columns = [
    { head: t(locale, 'document.column.no'), width: 13, centered: true },
    { head: t(locale, 'document.column.action'), width: 48 },
    { head: t(locale, 'document.column.owner'), width: 24 },
    { head: t(locale, 'document.column.co_units'), width: 24 },
    { head: t(locale, 'document.column.due'), width: 20, centered: true },
    { head: t(locale, 'document.column.measure'), width: 27 },
  ]
  const rows = actions.map((action) => [
    String(action.no),
    action.text,
    action.owner,
    action.coUnits.join(t(locale, 'list.separator')),
    t(locale, 'document.day', { day: action.dueOn }),
    action.measure,
  ])
  return ruledTable(locale, columns, rows)
}

/** The table of overdue actions, each with the issue it came from. */
export function overdueTable(locale: Locale, actions: MinutesContent['followUp']['overdue']): Table {
  const columns = [
    { head: t(locale, 'document.column.no'), width: 13, centered: true },
    { head: t(locale, 'document.column.action'), width: 72 },
    { head: t(locale, 'document.column.owner'), width: 34 },
    { head: t(locale, 'document.column.due'), width: 22, centered: true },
    { head: t(locale, 'document.column.issue'), width: 15, centered: true },
  ]
  const rows = actions.map((action) => [
    String(action.no),
    action.text,
    action.owner,
    t(locale, 'document.day', { day: action.dueOn }),
    `#${action.issueNo}`,
  ])
  return ruledTable(locale, columns, rows)
}

import { t } from '../../i18n/translate.ts'
import { leadIn } from '../official/paragraphs.ts'
import { ruledTable } from '../official/tables.ts'
import type { MakeSection } from './section.ts'

/** 各单位工作负担: what was asked of each unit, in the document's order, without totals that would rank them. */
export const burdenSection: MakeSection = (locale, { burden }) => {
  if (burden.length === 0) return null
  const columns = [
    { head: t(locale, 'compilation.column.unit'), width: 56 },
    { head: t(locale, 'compilation.column.asks'), width: 25, centered: true },
    { head: t(locale, 'compilation.column.messages'), width: 25, centered: true },
    { head: t(locale, 'compilation.column.meeting_minutes'), width: 25, centered: true },
    { head: t(locale, 'compilation.column.waiting_minutes'), width: 25, centered: true },
  ]
  const rows = burden.map(({ unit, asks, messages, meetingMinutes, waitingMinutes }) => [
    unit,
    ...[asks, messages, meetingMinutes, waitingMinutes].map(String),
  ])
  return {
    title: t(locale, 'compilation.burden'),
    children: [leadIn(locale, t(locale, 'compilation.burden_intro')), ruledTable(locale, columns, rows)],
  }
}

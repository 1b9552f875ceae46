import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { Receipt } from '../../usecases/report/file-report.ts'
import type { OwedReports } from '../../usecases/report/list-owed-reports.ts'
import { button, buttons, clip, confirm, type Message, message, note, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'

const linesShown = 40

/** The receipt of a report, to the person alone: what was stored, who will see it, undo. */
export function receiptMessage(locale: Locale, receipt: Receipt): Message {
  const due = t(locale, 'day.short', { day: receipt.dueOn })
  const title = t(locale, 'receipt.title', {
    no: receipt.taskNo,
    period: t(locale, 'period.name', { key: receipt.periodKey }),
    version: receipt.version,
    status: t(locale, `status.${receipt.status}`),
    percent: receipt.percent,
  })
  const after = [
    ...(receipt.lead ? [t(locale, 'receipt.lead', { lead: receipt.lead })] : []),
    receipt.late ? t(locale, 'receipt.late', { due }) : t(locale, 'receipt.due', { due }),
  ]
  const question = t(locale, 'receipt.withdraw_confirm', { no: receipt.taskNo, version: receipt.version })
  return message(title, [
    ...paragraphs(t(locale, 'receipt.summary', { unit: receipt.unit, summary: receipt.summary }).split('\n')),
    note(after.join(' ')),
    buttons(
      button(ids.progress.withdraw, t(locale, 'receipt.withdraw'), String(receipt.reportId), {
        confirm: confirm(t(locale, 'receipt.withdraw'), question, t(locale, 'button.yes'), t(locale, 'button.no')),
      }),
      button(ids.issue.raise, t(locale, 'receipt.raise'), String(receipt.taskNo)),
    ),
  ])
}

/** What is filed and what is owed this period, a line a task. */
export function owedMessage(locale: Locale, owed: OwedReports): Message {
  if (owed.reports.length === 0) return message(t(locale, 'progress.nothing'))
  const title = t(locale, 'progress.list_title', {
    period: t(locale, 'period.name', { key: owed.period.key }),
    due: t(locale, 'day.short', { day: owed.period.dueOn }),
    owed: owed.reports.filter((report) => !report.filed).length,
    total: owed.reports.length,
  })
  const lines = owed.reports.slice(0, linesShown).map((report) =>
    t(locale, 'progress.list_line', {
      no: report.taskNo,
      title: clip(report.taskTitle, 80),
      unit: clip(report.unit, 40),
      status: t(locale, `status.${report.filed?.status ?? 'missing'}`),
      version: report.filed?.version ?? null,
    }),
  )
  const rest = owed.reports.length - lines.length
  return message(title, [
    ...paragraphs(lines),
    ...(rest > 0 ? [note(t(locale, 'progress.more', { count: rest }))] : []),
  ])
}

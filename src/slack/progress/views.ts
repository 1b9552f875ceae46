import type { KnownBlock, ModalView } from '@slack/types'
import { type Status, statuses } from '../../domain/progress-report.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { OwedReport, OwedReports } from '../../usecases/report/list-owed-reports.ts'
import { input, note, option, paragraph } from '../blocks.ts'
import { ids } from '../ids.ts'

/** What the form starts with where a person already typed something. */
export type Prefill = { status: Status; percent: number | null; summary: string }

/** The value of a task's option: which task, for which unit. */
function choiceValue(report: { taskNo: number; unitId: number }): string {
  return `${report.taskNo}/${report.unitId}`
}

/** Reads `choiceValue` back. */
export function parseChoice(value: string): { taskNo: number; unitId: number } {
  const [taskNo = 0, unitId = 0] = value.split('/').map(Number)
  return { taskNo, unitId }
}

/** The report form: what is owed, and the chosen task's fields filled with the last report or with what was typed. */
export function progressModal(
  locale: Locale,
  owed: OwedReports,
  chosen: OwedReport,
  metadata: Record<string, unknown>,
  typed: Prefill | null = null,
): ModalView {
  const counts = { owed: owed.reports.filter((report) => !report.filed).length, total: owed.reports.length }
  const last = chosen.filed ?? chosen.last
  const start: Prefill | null = typed ?? last
  const key = choiceValue(chosen)
  const blocks: KnownBlock[] = [
    paragraph(t(locale, 'progress.intro', { ...names(locale, owed), ...counts })),
    input(
      'task',
      t(locale, 'progress.task'),
      {
        type: 'static_select',
        action_id: ids.progress.task,
        options: options(locale, owed.reports, chosen),
        initial_option: taskOption(locale, chosen),
      },
      { dispatch: true },
    ),
    ...(owed.reports.length > 100 ? [note(t(locale, 'progress.more', { count: owed.reports.length - 100 }))] : []),
    ...(last && !typed
      ? [
          note(
            t(locale, 'progress.prefilled', {
              period: t(locale, 'period.name', { key: last.periodKey }),
              version: last.version,
            }),
          ),
        ]
      : []),
    input(`status-${key}`, t(locale, 'progress.status'), {
      type: 'radio_buttons',
      action_id: ids.progress.status,
      options: statuses.map((status) => option(status, t(locale, `status.${status}`))),
      ...(start ? { initial_option: option(start.status, t(locale, `status.${start.status}`)) } : {}),
    }),
    input(
      `percent-${key}`,
      t(locale, 'progress.percent'),
      {
        type: 'number_input',
        action_id: ids.progress.percent,
        is_decimal_allowed: false,
        min_value: '0',
        max_value: '100',
        ...(start?.percent != null ? { initial_value: String(start.percent) } : {}),
      },
      { optional: true },
    ),
    input(
      `summary-${key}`,
      t(locale, 'progress.summary'),
      {
        type: 'plain_text_input',
        action_id: ids.progress.summary,
        multiline: true,
        max_length: 2000,
        ...(start ? { initial_value: start.summary } : {}),
      },
      { hint: t(locale, 'progress.summary_hint') },
    ),
  ]
  return {
    type: 'modal',
    callback_id: ids.progress.modal,
    title: { type: 'plain_text', text: t(locale, 'progress.title') },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks,
  }
}

function names(locale: Locale, owed: OwedReports) {
  return {
    period: t(locale, 'period.name', { key: owed.period.key }),
    due: t(locale, 'day.short', { day: owed.period.dueOn }),
  }
}

/** Slack takes 100 options; the chosen one is always among them. */
function options(locale: Locale, reports: readonly OwedReport[], chosen: OwedReport) {
  const first = reports.slice(0, 100)
  const shown = first.includes(chosen) ? first : [chosen, ...first.slice(0, 99)]
  return shown.map((report) => taskOption(locale, report))
}

function taskOption(locale: Locale, report: OwedReport) {
  const text = t(locale, 'progress.option', {
    no: report.taskNo,
    title: report.taskTitle,
    unit: report.unit,
    filed: report.filed !== null,
  })
  return option(choiceValue(report), text)
}

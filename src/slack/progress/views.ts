import type { ViewOutput } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'
import { type Status, statuses } from '../../domain/progress-report.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { OwedReport, OwedReports } from '../../usecases/report/list-owed-reports.ts'
import { choices, clip, input, note, option, paragraph } from '../blocks.ts'
import { ids } from '../ids.ts'

// Slack takes 75 characters an option.
const optionLength = 75
const unitLength = 40
const summaryLength = 2000

/** What the form starts with where a person already typed something. */
export type Prefill = { status: Status | null; percent: number | null; summary: string }

/** What the form remembers from opening to submission; `periodKey` where a period was named in words. */
export type ProgressMetadata = { channel: string | null; periodKey?: string | null }

/** The value of a task's option: which task, for which unit. */
export function choiceValue(report: { taskNo: number; unitId: number }): string {
  return `${report.taskNo}/${report.unitId}`
}

/** Reads `choiceValue` back. */
export function parseChoice(value: string): { taskNo: number; unitId: number } {
  const [taskNo = 0, unitId = 0] = value.split('/').map(Number)
  return { taskNo, unitId }
}

/**
 * What a person has typed into the form so far; null where the fields are empty, or as the last report of the task that was
 * chosen filled them.
 */
export function typedSoFar({ state }: Pick<ViewOutput, 'state'>, owed: OwedReports): Prefill | null {
  const [block] = Object.keys(state.values).filter((blockId) => blockId.startsWith('summary-'))
  const key = block?.slice('summary-'.length)
  const fields = Object.assign({}, ...Object.values(state.values)) as ViewOutput['state']['values'][string]
  const percent = fields[ids.progress.percent]?.value
  const typed: Prefill = {
    status: (fields[ids.progress.status]?.selected_option?.value ?? null) as Status | null,
    percent: percent == null || percent === '' ? null : Number(percent),
    summary: fields[ids.progress.summary]?.value ?? '',
  }
  const before = owed.reports.find((report) => choiceValue(report) === key)
  const filled = before?.filed ?? before?.last ?? { status: null, percent: null, summary: '' }
  const untouched =
    typed.summary === clip(filled.summary, summaryLength) &&
    typed.status === filled.status &&
    typed.percent === filled.percent
  return untouched || typed.summary.trim() === '' ? null : typed
}

/** The report form: what is owed, and the chosen task's fields filled with the last report or with what was typed. */
export function progressModal(
  locale: Locale,
  owed: OwedReports,
  chosen: OwedReport,
  metadata: ProgressMetadata,
  typed: Prefill | null = null,
): ModalView {
  const counts = { owed: owed.reports.filter((report) => !report.filed).length, total: owed.reports.length }
  const last = chosen.filed ?? chosen.last
  const start: Prefill | null = typed ?? last
  const key = choiceValue(chosen)
  const severalUnits = owed.reports.some((report) => report.taskNo === chosen.taskNo && report.unitId !== chosen.unitId)
  const periodName = (periodKey: string) => t(locale, 'period.name', { key: periodKey })
  const blocks: KnownBlock[] = [
    paragraph(t(locale, 'progress.intro', { ...names(locale, owed), ...counts })),
    ...(severalUnits ? [note(t(locale, 'progress.which_unit'))] : []),
    ...(metadata.periodKey ? [note(t(locale, 'progress.for_period', { period: periodName(metadata.periodKey) }))] : []),
    input(
      'task',
      t(locale, 'progress.task'),
      {
        type: 'static_select',
        action_id: ids.progress.task,
        ...choices(owed.reports.map((report) => taskOption(locale, report))),
        initial_option: taskOption(locale, chosen),
      },
      { dispatch: true },
    ),
    ...(last && !typed
      ? [note(t(locale, 'progress.prefilled', { period: periodName(last.periodKey), version: last.version }))]
      : []),
    input(`status-${key}`, t(locale, 'progress.status'), {
      type: 'radio_buttons',
      action_id: ids.progress.status,
      options: statuses.map((status) => option(status, t(locale, `status.${status}`))),
      ...(start?.status ? { initial_option: option(start.status, t(locale, `status.${start.status}`)) } : {}),
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
        max_length: summaryLength,
        ...(start ? { initial_value: clip(start.summary, summaryLength) } : {}),
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

/** The title gives way where an option has not room for all: the unit tells a person of two units which is meant. */
function taskOption(locale: Locale, report: OwedReport) {
  const text = (title: string) =>
    t(locale, 'progress.option', {
      no: report.taskNo,
      title,
      unit: clip(report.unit, unitLength),
      filed: report.filed !== null,
    })
  return option(choiceValue(report), text(clip(report.taskTitle, optionLength - text('').length)))
}

import type { KnownBlock, ModalView } from '@slack/types'
import type { ReportDraft } from '../../domain/report-draft.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { OwedReport, OwedReports } from '../../usecases/report/list-owed-reports.ts'
import type { ParticipantReport } from '../../usecases/report/list-participants.ts'
import { choices, clip, input, note, option, paragraph, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'
import { choiceValue, offered } from './choice.ts'
import { dayOfInstant, dayTime } from './days.ts'
import { reportFields } from './fields.ts'
import { startContent } from './form-content.ts'
import { participantBlocks } from './participants.ts'

// Slack takes 75 characters an option.
const optionLength = 75
const unitLength = 40
/** A view may hold far more than a message; a lead of 14 participants reads all of them. */
const room = { total: 40_000, each: 2000 }

/** What the form remembers from opening to submission. */
export type ProgressMetadata = {
  channel: string | null
  /** It was opened in App Home, which is then shown anew. */
  home?: boolean
  planId?: number
  /** The draft that the form began with. */
  draftVersion?: number
  /** The version that stood then; 0: none. */
  filedVersion?: number
  /** A period named in words, which counts whatever is chosen. */
  periodKey?: string | null
}

/** What stands above the fields besides: notices, each of one or more lines. */
export type FormNotice = readonly string[]

/** What a form shows: the chosen report among those offered; `start` where a person typed something else already. */
export type ProgressForm = {
  owed: OwedReports
  chosen: OwedReport
  participants: readonly ParticipantReport[]
  metadata: ProgressMetadata
  /** The name of who saved the draft, where Slack tells it. */
  savedBy?: string | undefined
  start?: ReportDraft | null
  notice?: FormNotice
}

/** The report form: what is owed, and the chosen task's fields filled with the draft, the last report or what was typed. */
export function progressModal(locale: Locale, form: ProgressForm): ModalView {
  const { owed, chosen, participants, notice = [] } = form
  const metadata: ProgressMetadata = {
    ...form.metadata,
    planId: owed.planId,
    draftVersion: form.metadata.draftVersion ?? chosen.draft?.version ?? 0,
    filedVersion: form.metadata.filedVersion ?? chosen.filed?.version ?? 0,
  }
  const several = offered(owed).some(({ taskNo, unitId }) => taskNo === chosen.taskNo && unitId !== chosen.unitId)
  const blocks: KnownBlock[] = [
    paragraph(intro(locale, owed)),
    ...(several ? [note(t(locale, 'progress.which_unit'))] : []),
    ...(metadata.periodKey
      ? [note(t(locale, 'progress.for_period', { period: periodName(locale, metadata.periodKey) }))]
      : []),
    ...paragraphs([...notice]),
    taskField(locale, owed, chosen),
    ...standingNotes(locale, form),
    ...participantBlocks(locale, participants, chosen.taskNo, room),
    ...reportFields(locale, choiceValue(chosen), form.start ?? startContent(chosen)),
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

function intro(locale: Locale, { reports, period }: OwedReports): string {
  const name = periodName(locale, period.key)
  const of = reports.filter(({ periodKey }) => periodKey === period.key)
  const owed = of.filter(({ filed }) => !filed).length
  const older = reports.length - of.length
  const opens = t(locale, 'day.short', { day: period.opensOn })
  if (reports.length === 0) return t(locale, 'progress.intro_early', { period: name, opens })
  if (owed + older === 0) return t(locale, 'progress.intro_done', { period: name })
  const due = t(locale, 'day.short', { day: period.dueOn })
  return t(locale, 'progress.intro', { period: name, due, owed, total: of.length, older })
}

function taskField(locale: Locale, owed: OwedReports, chosen: OwedReport): KnownBlock {
  const list = offered(owed)
  const severalPeriods = new Set(list.map(({ periodKey }) => periodKey)).size > 1
  const options = list.map((report) => taskOption(locale, owed, report, severalPeriods))
  return input(
    'task',
    t(locale, 'progress.task'),
    {
      type: 'static_select',
      action_id: ids.progress.task,
      ...choices(options),
      // The chosen one may bear a draft that was saved since; Slack takes only an option that is offered, word for word.
      initial_option: options.find(({ value }) => value === choiceValue(chosen)),
    },
    { dispatch: true },
  )
}

/** Where the chosen report stands: returned, accepted, a draft, or filled with an earlier text. */
function standingNotes(locale: Locale, { owed, chosen, savedBy, start }: ProgressForm): KnownBlock[] {
  const { returned, filed, last, draft } = chosen
  const before = returned ?? filed ?? last
  const lines = [
    ...(returned
      ? [
          t(locale, 'progress.returned', {
            day: returned.decidedAt ? dayOfInstant(locale, returned.decidedAt, owed.zone) : '',
            reason: returned.reason,
          }),
        ]
      : []),
    ...(filed?.state === 'accepted' ? [t(locale, 'progress.corrects', { version: filed.version })] : []),
  ]
  const source = draft
    ? t(locale, 'progress.draft', {
        who: savedBy ?? t(locale, 'progress.someone'),
        at: dayTime(locale, draft.savedAt, owed.zone),
      })
    : before &&
      t(locale, 'progress.prefilled', { period: periodName(locale, before.periodKey), version: before.version })
  return [...paragraphs(lines), ...(source && !start ? [note(source)] : [])]
}

/** The title gives way where an option has not room for all: the unit tells a person of two units which is meant. */
function taskOption(locale: Locale, owed: OwedReports, report: OwedReport, severalPeriods: boolean) {
  const text = (title: string) =>
    t(locale, 'progress.option', {
      no: report.taskNo,
      title,
      unit: clip(report.unit, severalPeriods ? unitLength / 2 : unitLength),
      state: t(locale, `progress.state.${stateOf(owed, report)}`),
      period: severalPeriods ? periodName(locale, report.periodKey) : null,
    })
  return option(choiceValue(report), text(clip(report.taskTitle, Math.max(1, optionLength - text('').length))))
}

function stateOf({ early }: OwedReports, report: OwedReport) {
  if (report.filed) return 'filed'
  if (report.returned) return 'returned'
  if (early.includes(report)) return 'early'
  return report.overdue ? 'overdue' : 'owed'
}

function periodName(locale: Locale, key: string): string {
  return t(locale, 'period.name', { key })
}

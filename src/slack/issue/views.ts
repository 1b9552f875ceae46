import type { KnownBlock, ModalView } from '@slack/types'
import { ISSUE_DEFAULTS, ISSUE_LIMITS, type IssueFacts } from '../../domain/issue.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { issueChoices } from '../../usecases/issue/list-issues.ts'
import type { Similar } from '../../usecases/issue/raise-issue.ts'
import { choices, clip, input, note, option, paragraph, strong } from '../blocks.ts'
import { ids } from '../ids.ts'

/** What the form starts with. */
export type IssuePrefill = Partial<IssueFacts> & {
  taskNo?: number | null
  units?: readonly number[]
  unitId?: number | null
  /** The slipped milestone it is raised for. */
  milestoneNo?: number | null
}

/** What the form remembers from opening to submission. */
export type IssueMetadata = {
  planId: number
  channel: string | null
  sourceLink: string | null
  similarSeen: boolean
  /** The enterprise whose problem it is. */
  enterprise?: { no: number; name: string }
  milestoneNo?: number | null
}

type Choices = Awaited<ReturnType<typeof issueChoices>>

const severities = ['1', '2', '3', '4'] as const

/** The form of a new issue; with similar open issues it shows them first and offers to raise it all the same. */
export function issueModal(
  locale: Locale,
  known: Choices,
  start: IssuePrefill,
  metadata: IssueMetadata,
  similar: readonly Similar[] = [],
): ModalView {
  const severity = String(start.severity ?? ISSUE_DEFAULTS.severity) as (typeof severities)[number]
  const { tasks, units, mine } = known
  const task = tasks.find((one) => one.no === start.taskNo)
  const chosen = units.filter((unit) => start.units?.includes(unit.id))
  const own = mine.find((unit) => unit.id === start.unitId)
  const detailsLength = start.details?.length ?? 0
  const unitOption = (unit: (typeof units)[number]) => option(String(unit.id), unit.name)
  const taskOption = (one: (typeof tasks)[number]) =>
    option(String(one.no), t(locale, 'issue.task_option', { no: one.no, title: one.title }))
  const severityOption = (one: (typeof severities)[number]) => option(one, t(locale, `severity.${one}`))
  const blocks: KnownBlock[] = [
    ...similarBlocks(locale, similar),
    ...enterpriseBlocks(locale, metadata),
    input('title', t(locale, 'issue.field_title'), {
      type: 'plain_text_input',
      action_id: ids.issue.title,
      max_length: ISSUE_LIMITS.title,
      ...(start.title ? { initial_value: clip(start.title, ISSUE_LIMITS.title) } : {}),
    }),
    input(
      'task',
      t(locale, 'issue.field_task'),
      {
        type: 'static_select',
        action_id: ids.issue.task,
        ...choices(tasks.map(taskOption)),
        ...(task ? { initial_option: taskOption(task) } : {}),
      },
      { optional: true },
    ),
    input(
      'units',
      t(locale, 'issue.field_units'),
      {
        type: 'multi_static_select',
        action_id: ids.issue.units,
        ...choices(units.map(unitOption)),
        ...(chosen.length > 0 ? { initial_options: chosen.map(unitOption) } : {}),
      },
      { optional: true, hint: t(locale, 'issue.units_hint') },
    ),
    input('severity', t(locale, 'issue.field_severity'), {
      type: 'static_select',
      action_id: ids.issue.severity,
      options: severities.map(severityOption),
      initial_option: severityOption(severity),
    }),
    input('minutes', t(locale, 'issue.field_minutes'), {
      type: 'number_input',
      action_id: ids.issue.minutes,
      is_decimal_allowed: false,
      min_value: String(ISSUE_LIMITS.minMinutes),
      max_value: String(ISSUE_LIMITS.maxMinutes),
      initial_value: String(start.minutes ?? ISSUE_DEFAULTS.minutes),
    }),
    input(
      'details',
      t(locale, 'issue.field_details'),
      {
        type: 'plain_text_input',
        action_id: ids.issue.details,
        multiline: true,
        max_length: ISSUE_LIMITS.details,
        ...(start.details ? { initial_value: clip(start.details, ISSUE_LIMITS.details) } : {}),
      },
      { optional: true, hint: t(locale, 'issue.details_hint') },
    ),
    ...(detailsLength > ISSUE_LIMITS.details
      ? [note(t(locale, 'issue.details_cut', { length: detailsLength, max: ISSUE_LIMITS.details - 1 }))]
      : []),
    ...(mine.length > 1
      ? [
          input('unit', t(locale, 'issue.field_unit'), {
            type: 'static_select',
            action_id: ids.issue.unit,
            ...choices(mine.map(unitOption)),
            ...(own ? { initial_option: unitOption(own) } : {}),
          }),
        ]
      : []),
  ]
  return {
    type: 'modal',
    callback_id: ids.issue.modal,
    title: { type: 'plain_text', text: t(locale, 'issue.title') },
    submit: { type: 'plain_text', text: t(locale, similar.length > 0 ? 'issue.raise_anyway' : 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks,
  }
}

/** What the modal shows while the issue is compared and stored, and when it was. */
export function issueNoteModal(locale: Locale, text: string): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: t(locale, 'issue.title') },
    close: { type: 'plain_text', text: t(locale, 'button.close') },
    blocks: [paragraph(text)],
  }
}

/** The enterprise goes along by itself, so its name need not stand where everybody reads it. */
function enterpriseBlocks(locale: Locale, { enterprise }: IssueMetadata): KnownBlock[] {
  if (!enterprise) return []
  return [paragraph(t(locale, 'enterprise.raise_for', enterprise)), note(t(locale, 'enterprise.raise_warning'))]
}

function similarBlocks(locale: Locale, similar: readonly Similar[]): KnownBlock[] {
  if (similar.length === 0) return []
  const lines = similar.map((one) => t(locale, 'issue.similar_line', one))
  return [
    strong(t(locale, 'issue.similar', { count: similar.length })),
    paragraph(lines.join('\n')),
    { type: 'divider' },
  ]
}

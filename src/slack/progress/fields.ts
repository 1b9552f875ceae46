import type { KnownBlock } from '@slack/types'
import { statuses } from '../../domain/progress-report.ts'
import type { ReportDraft } from '../../domain/report-draft.ts'
import { EVIDENCE_LIMITS } from '../../domain/report-evidence.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { button, buttons, input, option } from '../blocks.ts'
import { ids } from '../ids.ts'
import { FIELD_LENGTH } from './form-content.ts'

/** The fields of a report; `key` is in their block ids, so that another task's fields start anew. */
export function reportFields(locale: Locale, key: string, start: ReportDraft): KnownBlock[] {
  return [
    input(`status-${key}`, t(locale, 'progress.status'), {
      type: 'radio_buttons',
      action_id: ids.progress.status,
      options: statuses.map((status) => option(status, t(locale, `status.${status}`))),
      ...(start.status ? { initial_option: option(start.status, t(locale, `status.${start.status}`)) } : {}),
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
        ...(/^\d{1,3}$/.test(start.percent) ? { initial_value: start.percent } : {}),
      },
      { optional: true },
    ),
    textField(locale, key, 'summary', start.summary, false),
    textField(locale, key, 'practice', start.practice, true),
    textField(locale, key, 'links', start.links, true),
    ...keptFiles(locale, key, start.files),
    input(
      `files-${key}`,
      t(locale, 'progress.files'),
      { type: 'file_input', action_id: ids.progress.files, max_files: EVIDENCE_LIMITS.files },
      { optional: true, hint: t(locale, 'progress.files_hint') },
    ),
    buttons(button(ids.progress.saveDraft, t(locale, 'progress.save_draft'), key)),
  ]
}

function textField(
  locale: Locale,
  key: string,
  field: 'summary' | 'practice' | 'links',
  text: string,
  optional: boolean,
): KnownBlock {
  return input(
    `${field}-${key}`,
    t(locale, `progress.${field}`),
    {
      type: 'plain_text_input',
      action_id: ids.progress[field],
      multiline: true,
      max_length: FIELD_LENGTH[field],
      ...(text === '' ? {} : { initial_value: text }),
    },
    { hint: t(locale, `progress.${field}_hint`), optional },
  )
}

function keptFiles(locale: Locale, key: string, files: ReportDraft['files']): KnownBlock[] {
  if (files.length === 0) return []
  // Slack takes 10 boxes, and a report 10 files.
  const options = files.slice(0, EVIDENCE_LIMITS.files).map(({ fileId, title }) => option(fileId, title))
  return [
    input(
      `kept-${key}`,
      t(locale, 'progress.kept_files'),
      { type: 'checkboxes', action_id: ids.progress.keptFiles, options, initial_options: options },
      { optional: true },
    ),
  ]
}

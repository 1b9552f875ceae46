import type { KnownBlock, ModalView } from '@slack/types'
import type { PlanRow } from '../../db/plan-store.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { ImportAs } from '../../usecases/plan/draft-plan.ts'
import { clip, input, note, option, paragraph, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { wholeNumber } from '../requests/handed-back.ts'

/** Slack's limit of a pasted text. */
const textAtMost = 3000

const newPlan = 'new'
const sameTitle = 'same_title'

/** What a person typed into the form, to be kept when something is wrong with it. */
export type ImportPrefill = { text: string; asNewVersionOf: ImportAs }

/** Reads the choice of `import as` back. */
export function parseTarget(value: string | undefined): ImportAs {
  if (value === sameTitle) return sameTitle
  return value === undefined || value === newPlan ? null : wholeNumber(value)
}

/** The import form: a file or pasted text, and what to import it as where there are plans. `problem` stands first. */
export function importModal(
  locale: Locale,
  plans: readonly PlanRow[],
  metadata: Record<string, unknown>,
  start: ImportPrefill,
  problem: string | null = null,
): ModalView {
  const blocks: KnownBlock[] = [
    ...(problem ? [strong(problem), note(t(locale, 'import.failed_again'))] : []),
    paragraph(t(locale, 'import.intro')),
    input(
      'file',
      t(locale, 'import.file'),
      { type: 'file_input', action_id: ids.plan.file, filetypes: ['txt', 'md', 'docx', 'yaml', 'yml'], max_files: 1 },
      { optional: true },
    ),
    input(
      'text',
      t(locale, 'import.text'),
      {
        type: 'plain_text_input',
        action_id: ids.plan.text,
        multiline: true,
        max_length: textAtMost,
        ...(start.text ? { initial_value: clip(start.text, textAtMost) } : {}),
      },
      { optional: true, hint: t(locale, 'import.text_hint') },
    ),
    ...(plans.length > 0 ? [targetInput(locale, plans, start.asNewVersionOf)] : []),
  ]
  return {
    type: 'modal',
    callback_id: ids.plan.importModal,
    title: { type: 'plain_text', text: t(locale, 'import.title') },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks,
  }
}

function targetInput(locale: Locale, plans: readonly PlanRow[], chosen: ImportAs) {
  const options = [
    option(sameTitle, t(locale, 'import.target_same_title')),
    option(newPlan, t(locale, 'import.target_new')),
    ...plans.map((plan) =>
      option(String(plan.id), t(locale, 'import.target_version', { title: plan.title, version: plan.version + 1 })),
    ),
  ]
  const initial = options.find((one) => one.value === String(chosen ?? newPlan))
  return input('target', t(locale, 'import.target'), {
    type: 'static_select',
    action_id: ids.plan.target,
    options,
    ...(initial && { initial_option: initial }),
  })
}

/** What the modal shows while the plan is read. */
export function readingModal(locale: Locale): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: t(locale, 'import.title') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    blocks: [paragraph(t(locale, 'import.reading'))],
  }
}

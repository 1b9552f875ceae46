import type { KnownBlock, ModalView } from '@slack/types'
import { DateTime } from 'luxon'
import { addWorkingDays } from '../../domain/calendar.ts'
import { MILESTONE_LIMITS } from '../../domain/milestone/milestone-facts.ts'
import type { Locale } from '../../i18n/locale.ts'
import { milestoneLine } from '../../i18n/milestone-lines.ts'
import { t } from '../../i18n/translate.ts'
import type { MilestoneForm, OpenedMilestone, OpenedTasks } from '../../usecases/milestone/open-milestone.ts'
import { clip, input, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'
import { taskField } from '../task-choice.ts'

/** What a form remembers from opening, on the day `today`, to submission; `no` and `version` of the milestone it changes. */
export type MilestoneMetadata = { channel: string | null; planId: number; today: string; no: number; version: number }

/** What a form starts with, where something was typed; `day` an ISO day. */
export type MilestonePrefill = { title?: string; day?: string | null; text?: string }

/** So many working days are offered where none were said. */
const usualDays = 20

const modals: Record<MilestoneForm, string> = {
  done: ids.milestone.doneModal,
  move: ids.milestone.moveModal,
  reopen: ids.milestone.reopenModal,
  remove: ids.milestone.removeModal,
}

/** The form of a new milestone. */
export function addModal(
  locale: Locale,
  opened: OpenedTasks,
  channel: string | null,
  start: MilestonePrefill = {},
): ModalView {
  const metadata: MilestoneMetadata = { channel, planId: opened.planId, today: opened.today, no: 0, version: 0 }
  const title = start.title ?? ''
  return modal(locale, 'add', ids.milestone.addModal, metadata, [
    taskField(locale, ids.milestone.task, opened),
    input(
      'title',
      t(locale, 'milestone.field_title'),
      {
        type: 'plain_text_input',
        action_id: ids.milestone.title,
        max_length: MILESTONE_LIMITS.title,
        ...(title === '' ? {} : { initial_value: clip(title, MILESTONE_LIMITS.title) }),
      },
      { hint: t(locale, 'milestone.title_hint') },
    ),
    dayField(locale, 'milestone.field_day', start.day ?? laterDay(opened.today, opened.zone)),
  ])
}

/** The form of what is done to a milestone, with the milestone above it. */
export function changeModal(
  locale: Locale,
  form: MilestoneForm,
  opened: OpenedMilestone,
  channel: string | null,
  start: MilestonePrefill = {},
): ModalView {
  const { planId, today, zone, milestone } = opened
  const metadata: MilestoneMetadata = { channel, planId, today, no: milestone.no, version: milestone.version }
  const { evidence, reason } = MILESTONE_LIMITS
  const from = milestone.dueOn > today ? milestone.dueOn : today
  const fields: Record<MilestoneForm, () => KnownBlock[]> = {
    done: () => [
      dayField(locale, 'milestone.field_done_day', start.day ?? milestone.doneOn ?? today),
      textField(locale, 'evidence', evidence, start.text || milestone.evidence),
    ],
    move: () => [
      dayField(locale, 'milestone.field_day', start.day ?? laterDay(from, zone)),
      textField(locale, 'reason', reason, start.text ?? ''),
    ],
    reopen: () => [textField(locale, 'reason', reason, start.text ?? '')],
    remove: () => [textField(locale, 'reason', reason, start.text ?? '')],
  }
  return modal(locale, form, modals[form], metadata, [
    ...paragraphs([milestoneLine(locale, milestone, today)]),
    ...fields[form](),
  ])
}

function modal(
  locale: Locale,
  form: MilestoneForm | 'add',
  callbackId: string,
  metadata: MilestoneMetadata,
  blocks: KnownBlock[],
): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: { type: 'plain_text', text: t(locale, `milestone.modal.${form}`) },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks,
  }
}

function dayField(locale: Locale, label: 'milestone.field_day' | 'milestone.field_done_day', day: string): KnownBlock {
  return input('day', t(locale, label), { type: 'datepicker', action_id: ids.milestone.day, initial_date: day })
}

function textField(locale: Locale, field: 'evidence' | 'reason', most: number, text: string): KnownBlock {
  return input(
    field,
    t(locale, `milestone.field_${field}`),
    {
      type: 'plain_text_input',
      action_id: ids.milestone[field],
      multiline: true,
      max_length: most,
      ...(text === '' ? {} : { initial_value: clip(text, most) }),
    },
    { hint: t(locale, `milestone.${field}_hint`) },
  )
}

function laterDay(from: string, zone: string): string {
  return addWorkingDays(DateTime.fromISO(from, { zone }), usualDays).toFormat('yyyy-MM-dd')
}

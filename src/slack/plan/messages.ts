import type { Button } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { targetLine, taskLines, unitLines } from '../../i18n/plan-lines.ts'
import { t } from '../../i18n/translate.ts'
import type { PlanChoice } from '../../usecases/plan/choose-plan.ts'
import { countPlan, type ImportReceipt } from '../../usecases/plan/import-plan.ts'
import type { PlanView } from '../../usecases/plan/show-plan.ts'
import { button, buttons, type Message, message, note, option, paragraph } from '../blocks.ts'
import { ids } from '../ids.ts'
import { fitLines } from './fit-lines.ts'

/** A message takes about 13,200 characters and 50 blocks in all; the options of a select count. */
const room = { blocks: 40, characters: 11_000 }
const roomBesideOptions = { blocks: 40, characters: 6000 }

/** The plan at a glance: counts, sections, targets, channels, and what can be done with it. */
export function planMessage(locale: Locale, { plan, data, people, may }: PlanView): Message {
  const sections = data.sections.map(({ no, title, tasks }) =>
    t(locale, 'plan.section', { no, title, tasks: tasks.length }),
  )
  const lines = [...sections, ...data.targets.map((target) => targetLine(locale, target))]
  const { blocks, left } = fitLines(lines, room)
  return message(t(locale, 'plan.title', plan), [
    note(`${t(locale, 'plan.document', plan)} · ${t(locale, 'plan.people', { count: people })}`),
    paragraph(t(locale, 'plan.counts', countPlan(data))),
    ...blocks,
    ...leftOut(locale, left),
    channelsLine(locale, plan),
    buttons(
      membersButton(locale),
      ...(may.setChannels ? [channelsButton(locale)] : []),
      ...(may.exportFile ? [button(ids.plan.export, t(locale, 'plan.button_export'), 'export')] : []),
      ...(may.importVersion ? [importButton(t(locale, 'plan.button_version'))] : []),
    ),
  ])
}

/** Said where a workspace has no plan yet, with the way to one. */
export function noPlanMessage(locale: Locale): Message {
  return message(t(locale, 'error.plan.none'), [buttons(importButton(t(locale, 'plan.button_import')))])
}

/** The tasks of a plan with their units. */
export function tasksMessage(locale: Locale, { data }: PlanView): Message {
  const { blocks, left } = fitLines(taskLines(locale, data), room)
  return message(t(locale, 'plan.tasks_title', countPlan(data)), [...blocks, ...leftOut(locale, left)])
}

/** The units of a plan with what they are responsible for. */
export function unitsMessage(locale: Locale, { data }: PlanView): Message {
  const { blocks, left } = fitLines(unitLines(locale, data), room)
  return message(t(locale, 'plan.units_title', countPlan(data)), [...blocks, ...leftOut(locale, left)])
}

/** The plans to choose from. */
export function choicesMessage(locale: Locale, choices: readonly PlanChoice[]): Message {
  const line = (choice: PlanChoice) => t(locale, 'plan.use_line', choice)
  const { blocks, left } = fitLines(choices.map(line), roomBesideOptions)
  const options = choices.slice(0, 100).map((choice) => option(String(choice.position), line(choice)))
  return message(t(locale, 'plan.use_title', { count: choices.length }), [
    ...blocks,
    ...leftOut(locale, left),
    {
      type: 'actions',
      elements: [
        {
          type: 'static_select',
          action_id: ids.plan.use,
          placeholder: { type: 'plain_text', text: t(locale, 'plan.use_choose') },
          options,
        },
      ],
    },
  ])
}

/** The receipt of an import. */
export function importedMessage(locale: Locale, receipt: ImportReceipt): Message {
  return message(t(locale, 'import.done', receipt), [
    paragraph(t(locale, 'plan.counts', receipt.counts)),
    ...(receipt.becameAdmin ? [note(t(locale, 'import.became_admin'))] : []),
    buttons(membersButton(locale), channelsButton(locale)),
  ])
}

function leftOut(locale: Locale, count: number) {
  return count > 0 ? [note(t(locale, 'plan.left_out', { count }))] : []
}

/** Rich text, because only Slack can show a channel's name for its id. */
function channelsLine(locale: Locale, plan: PlanView['plan']) {
  const text = (words: string) => ({ type: 'text' as const, text: words })
  const channel = (id: string | null) =>
    id ? { type: 'channel' as const, channel_id: id } : text(t(locale, 'plan.channel_unset'))
  return {
    type: 'rich_text' as const,
    elements: [
      {
        type: 'rich_text_section' as const,
        elements: [
          text(`${t(locale, 'plan.channel_meeting')} `),
          channel(plan.meetingChannel),
          text(` · ${t(locale, 'plan.channel_leading')} `),
          channel(plan.leadingChannel),
        ],
      },
    ],
  }
}

function importButton(text: string): Button {
  return button(ids.plan.openImport, text, 'import')
}

function membersButton(locale: Locale): Button {
  return button(ids.members.open, t(locale, 'plan.button_members'), 'members')
}

function channelsButton(locale: Locale): Button {
  return button(ids.plan.openChannels, t(locale, 'plan.button_channels'), 'channels')
}

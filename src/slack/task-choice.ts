import type { KnownBlock } from '@slack/types'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/translate.ts'
import type { OpenedTasks } from '../usecases/milestone/open-milestone.ts'
import { choices, clip, input, option } from './blocks.ts'
import { optionalNumber, wholeNumber } from './requests/handed-back.ts'
import type { Fields } from './requests/request.ts'

// Slack takes 75 characters an option.
const optionLength = 75
const unitLength = 30

/** The field of a form that says of which task something new is, and in which unit's name; one choice is made already. */
export function taskField(locale: Locale, actionId: string, opened: OpenedTasks): KnownBlock {
  const options = opened.choices.flatMap(({ task, units }) =>
    units.map((unit) => {
      const text = (title: string) =>
        t(locale, 'milestone.option', { no: task.no, title, unit: clip(unit.name, unitLength) })
      return option(`${task.no}/${unit.id}`, text(clip(task.title, optionLength - text('').length)))
    }),
  )
  const [first] = options
  const oneTask = opened.choices.length === 1
  return input('task', t(locale, 'milestone.field_task'), {
    type: 'static_select',
    action_id: actionId,
    ...choices(options),
    ...(oneTask && first ? { initial_option: first } : {}),
  })
}

/** What was chosen in `taskField`. */
export function chosenTask(fields: Fields, actionId: string): { taskNo: number; unitId: number | null } {
  const [taskNo, unitId] = (fields[actionId]?.selected_option?.value ?? '').split('/')
  return { taskNo: wholeNumber(taskNo), unitId: optionalNumber(unitId) }
}

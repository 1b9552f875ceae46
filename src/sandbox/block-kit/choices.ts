import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { choiceOption, confirmation, optionGroup, plainText, selectOption, text } from './composition.ts'

const common = {
  action_id: text(255).optional(),
  confirm: confirmation.optional(),
  focus_on_load: z.boolean().optional(),
}
const select = { ...common, placeholder: plainText(150).optional() }
const multi = { ...select, max_selected_items: z.number().int().min(1).optional() }
const ids = z.array(z.string())

const conversationFilter = z.strictObject({
  include: z
    .array(z.enum(['im', 'mpim', 'private', 'public']))
    .min(1)
    .optional(),
  exclude_external_shared_channels: z.boolean().optional(),
  exclude_bot_users: z.boolean().optional(),
})
const conversation = {
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
  filter: conversationFilter.optional(),
}

const staticOptions = {
  options: z.array(selectOption).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
}

type Choices = {
  options?: unknown[] | undefined
  option_groups?: { options: unknown[] }[] | undefined
  initial_option?: unknown
  initial_options?: unknown[] | undefined
}

/** Slack wants either options or groups, and what is chosen at first to be one of them, in every field. */
function checkChoices({ value, issues }: z.core.ParsePayload<Choices>): void {
  if ((value.options === undefined) === (value.option_groups === undefined)) {
    issues.push({ code: 'custom', message: 'must define either `options` or `option_groups`', input: value })
    return
  }
  const known = value.options ?? value.option_groups?.flatMap((group) => group.options) ?? []
  const absent = (chosen: unknown) => !known.some((candidate) => isDeepStrictEqual(candidate, chosen))
  const message = 'must match one of the options'
  if (value.initial_option !== undefined && absent(value.initial_option)) {
    issues.push({ code: 'custom', message, path: ['initial_option'], input: value.initial_option })
  }
  for (const [place, chosen] of (value.initial_options ?? []).entries()) {
    if (absent(chosen)) issues.push({ code: 'custom', message, path: ['initial_options', place], input: chosen })
  }
}

/** Radio buttons: at most ten. */
export const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...common,
    options: z.array(choiceOption).min(1).max(10),
    initial_option: choiceOption.optional(),
  })
  .check(checkChoices)

/** Checkboxes: at most ten. */
export const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...common,
    options: z.array(choiceOption).min(1).max(10),
    initial_options: z.array(choiceOption).min(1).optional(),
  })
  .check(checkChoices)

/** Menus of which one entry is chosen. */
export const selects = [
  z
    .strictObject({
      type: z.literal('static_select'),
      ...select,
      ...staticOptions,
      initial_option: selectOption.optional(),
    })
    .check(checkChoices),
  z.strictObject({ type: z.literal('users_select'), ...select, initial_user: z.string().optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...select,
    ...conversation,
    initial_conversation: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...select,
    response_url_enabled: z.boolean().optional(),
    initial_channel: z.string().optional(),
  }),
] as const

/** Menus of which several entries are chosen. */
export const multiSelects = [
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      ...multi,
      ...staticOptions,
      initial_options: z.array(selectOption).min(1).optional(),
    })
    .check(checkChoices),
  z.strictObject({ type: z.literal('multi_users_select'), ...multi, initial_users: ids.optional() }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...multi,
    default_to_current_conversation: z.boolean().optional(),
    filter: conversationFilter.optional(),
    initial_conversations: ids.optional(),
  }),
  z.strictObject({ type: z.literal('multi_channels_select'), ...multi, initial_channels: ids.optional() }),
] as const

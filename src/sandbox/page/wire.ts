/** What the sandbox server tells the page (`GET /sandbox/state`), as far as the page reads it. */

export type Text = { type: 'plain_text' | 'mrkdwn'; text: string; emoji?: boolean }

export type Option = { text: Text; value: string; description?: Text }
export type OptionGroup = { label: Text; options: Option[] }

export type Confirm = { title?: Text; text?: Text; confirm?: Text; deny?: Text; style?: string }

export type InlineStyle = { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean; underline?: boolean }

/** Any Block Kit element, input or rich-text part: the union of the fields the page knows. */
export type Element = {
  type: string
  action_id?: string
  block_id?: string
  text?: Text | string
  value?: string | number
  url?: string
  style?: string | InlineStyle
  accessibility_label?: string
  confirm?: Confirm
  placeholder?: Text
  options?: Option[]
  option_groups?: OptionGroup[]
  initial_option?: Option
  initial_options?: Option[]
  initial_user?: string
  initial_users?: string[]
  initial_channel?: string
  initial_channels?: string[]
  initial_conversation?: string
  initial_conversations?: string[]
  filter?: { include?: string[] }
  initial_date?: string
  initial_time?: string
  initial_date_time?: number
  initial_value?: string
  max_selected_items?: number
  multiline?: boolean
  min_length?: number
  max_length?: number
  is_decimal_allowed?: boolean
  min_value?: string
  max_value?: string
  dispatch_action_config?: { trigger_actions_on?: string[] }
  filetypes?: string[]
  max_files?: number
  image_url?: string
  slack_file?: { id?: string; url?: string }
  alt_text?: string
  elements?: Element[]
  indent?: number
  offset?: number
  border?: number
  user_id?: string
  usergroup_id?: string
  channel_id?: string
  name?: string
  unicode?: string
  timestamp?: number
  format?: string
  fallback?: string
  range?: string
}

export type Chart = {
  type: string
  segments?: { label: string; value: number }[]
  series?: { name: string; data: { label: string; value: number }[] }[]
  axis_config?: { categories?: string[]; x_label?: string; y_label?: string }
}

/** Any Block Kit block: the union of the fields the page knows. */
export type Block = {
  type: string
  block_id?: string
  text?: Text | string
  fields?: Text[]
  accessory?: Element
  elements?: Element[]
  element?: Element
  label?: Text
  hint?: Text
  optional?: boolean
  dispatch_action?: boolean
  title?: Text | string
  image_url?: string
  slack_file?: { id?: string; url?: string }
  alt_text?: string
  rows?: Element[][]
  column_settings?: ({ align?: string; is_wrapped?: boolean } | null)[]
  chart?: Chart
  external_id?: string
  file_id?: string
}

/** block_id → action_id → a value in Slack's shape for its element, such as `{type, selected_option}`. */
export type StateValues = Record<string, Record<string, { type?: string; [field: string]: unknown }>>

export type View = {
  id?: string
  hash?: string
  type: string
  title?: Text
  submit?: Text | null
  close?: Text | null
  blocks: Block[]
  state?: { values: StateValues }
}

export type User = { id: string; name: string; real_name: string; locale: string; is_bot: boolean; title?: string }

export type Channel = { id: string; name: string; topic?: string; is_im: boolean; user?: string; members: string[] }

export type StoredFile = { id: string; name: string; mimetype: string; size: number; url: string }

export type Message = {
  channel: string
  ts: string
  user: string
  text: string
  blocks?: Block[]
  edited?: unknown
  ephemeral_for?: string
  files?: StoredFile[]
  thread_ts?: string
  /** What people have chosen in its elements, by person. */
  chosen?: Record<string, StateValues>
}

/** An open modal. The last one of a person's stack is the one they see. */
export type OpenView = {
  id: string
  user: string
  view: View
  root_id: string
  previous_id: string | null
  errors?: Record<string, string>
}

export type Command = { command: string; description?: string; usage_hint?: string }
type Shortcut = { callback_id: string; name: string; type: string; description?: string }
type UserGroup = { id: string; handle: string; name: string }

export type Workspace = {
  team: { id: string; name: string }
  now: string
  users: User[]
  channels: Channel[]
  messages: Message[]
  views: OpenView[]
  homes: { user: string; view: View }[]
  files: StoredFile[]
  usergroups?: UserGroup[]
  commands: Command[]
  shortcuts: Shortcut[]
  app: { name: string; bot_user: string; connected: boolean }
}

/** What holds the element a person used. */
export type Container =
  | { type: 'message'; channel: string; ts: string }
  | { type: 'view'; view_id: string }
  | { type: 'home' }

/** What an input holds: an option's value, an id, a date, a time, epoch seconds, several of those, or nothing. */
export type FieldValue = string | number | string[] | null

/** block_id → action_id → value. */
export type FieldValues = Record<string, Record<string, FieldValue>>

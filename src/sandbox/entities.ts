/** The things a workspace holds. All are plain JSON, so that the whole workspace can be written to one file. */

/** Any JSON object whose shape Slack leaves to the app: a block, an element, a payload. */
export type JsonObject = { [key: string]: unknown }

/** The workspace itself. */
type Team = { id: string; name: string }

/** A person, or the app's bot user. `locale` is a Slack locale such as `zh-CN` or `en-US`. */
export type User = {
  id: string
  name: string
  real_name: string
  locale: string
  title: string
  is_bot: boolean
}

/** A public channel, or a direct conversation (`is_im`) between the bot and `user`. `created` is in epoch seconds. */
export type Channel = {
  id: string
  name: string
  topic: string
  is_im: boolean
  user?: string
  members: string[]
  created: number
}

/**
 * A message of a channel. An ephemeral one (`ephemeral_for`) is seen by one person only; `files` are file ids; `chosen` is
 * what people have chosen in its elements, by person; `changed` is when it last became another in any way, seen or not.
 * Change one with `editMessage`, so that it is kept.
 */
export type Message = Readonly<{
  channel: string
  ts: string
  user: string
  bot_id?: string
  text: string
  blocks?: JsonObject[]
  attachments?: JsonObject[]
  metadata?: JsonObject
  edited?: { ts: string; user: string }
  ephemeral_for?: string
  files?: string[]
  thread_ts?: string
  chosen?: Record<string, StateValues>
  changed?: string
}>

/** A view as Slack sends it: the app's own fields plus id, hash, state and the place in the stack. */
export type ViewPayload = JsonObject & {
  id: string
  type: 'modal' | 'home'
  hash: string
  blocks: JsonObject[]
  state: { values: StateValues }
  callback_id: string
  private_metadata: string
  external_id: string
  root_view_id: string
  previous_view_id: string | null
}

/** block_id → action_id → the value in Slack's shape for that element. */
export type StateValues = Record<string, Record<string, JsonObject>>

/** A modal that a person has open; `errors` are those the app last answered to a submission. */
export type OpenView = { user: string; view: ViewPayload; errors?: Record<string, string> }

/** A file. It is `ready` once Slack has processed it; `uploaded` once its bytes have come. `created` is in epoch seconds. */
export type StoredFile = {
  id: string
  name: string
  title: string
  mimetype: string
  size: number
  user: string
  created: number
  alt_txt?: string
  uploaded: boolean
  completed: boolean
  ready: boolean
  channels: string[]
  upload_key: string
}

/** A group of people with a handle. */
type UserGroup = { id: string; handle: string; name: string; users: string[] }

/**
 * A handle for opening a view, good for three seconds and one use. `view` is the modal it came from, `channel` the
 * conversation the person looked at. `issued` is in epoch ms.
 */
export type Trigger = { id: string; user: string; issued: number; used: boolean; view?: string; channel?: string }

/** An address that answers an interaction, good for 30 minutes and five uses. `issued` is in epoch ms. */
export type ResponseUrl = {
  key: string
  channel: string
  user: string
  message_ts?: string
  ephemeral: boolean
  issued: number
  uses: number
}

/** The whole workspace. `last_ts` is the newest message timestamp in microseconds; `clock_ms` the clock when last saved. */
export type State = {
  version: 1
  clock_ms: number
  last_ts: number
  team: Team
  app: {
    id: string
    bot_user: string
    bot_id: string
    bot_token: string
    app_token: string
    verification_token: string
  }
  users: User[]
  channels: Channel[]
  messages: Message[]
  views: OpenView[]
  homes: { user: string; view: ViewPayload }[]
  files: StoredFile[]
  usergroups: UserGroup[]
  triggers: Trigger[]
  response_urls: ResponseUrl[]
}

import type { App } from '@slack/bolt'

/** A click as Slack tells it: which button, with what value, in a message or in a view. */
export type Click = { actionId: string; value: string }

/** A form that the bot opened. */
export type SeenForm = { callbackId: string; metadata: string; blocks: readonly FormBlock[] }

/** A block of a form, as far as filling it in needs it. */
export type FormBlock = {
  type: string
  block_id?: string
  element?: FormElement
  elements?: unknown[]
  accessory?: unknown
}

type FormElement = {
  type: string
  action_id?: string
  initial_option?: unknown
  options?: unknown[]
  initial_value?: string
}

/** A person of a workspace, who acts through Bolt's own request path. */
export type SlackPerson = {
  type(command: string, words: string): Promise<void>
  click(click: Click, more?: object): Promise<void>
  submit(form: SeenForm): Promise<void>
  event(event: object): Promise<void>
  shortcut(callbackId: string, message: object): Promise<void>
}

let trigger = 0

/** That person: every request is its own. `home` is the workspace they belong to, the same unless told otherwise. */
export function slackPerson(app: App, team: string, userId: string, home = team): SlackPerson {
  const send = (body: object) => app.processEvent({ body: { ...body }, ack: async () => undefined })
  const responseUrl = 'https://hooks.slack.test/answer'
  const about = () => {
    trigger += 1
    return {
      team: { id: team, domain: team },
      user: { id: userId, team_id: home },
      trigger_id: `${trigger}.1`,
      api_app_id: 'A1',
    }
  }
  return {
    type: (command, text) => {
      trigger += 1
      const where = { channel_id: 'CMEETING', trigger_id: `${trigger}.1`, response_url: responseUrl }
      return send({ command, text, team_id: team, user_id: userId, ...where })
    },
    click: ({ actionId, value }, more = {}) => {
      const option = { text: { type: 'plain_text', text: value }, value }
      const action = { type: 'button', action_id: actionId, block_id: 'b', value, selected_option: option }
      const place = { channel: { id: 'CMEETING' }, response_url: responseUrl }
      return send({ type: 'block_actions', ...about(), ...place, actions: [action], ...more })
    },
    submit: ({ callbackId, metadata, blocks }) => {
      trigger += 1
      const state = { values: filledIn(blocks) }
      const view = { id: `V${trigger}`, hash: '1', callback_id: callbackId, private_metadata: metadata, blocks, state }
      return send({ type: 'view_submission', ...about(), view })
    },
    event: (event) => send({ type: 'event_callback', team_id: team, event }),
    shortcut: (callbackId, message) =>
      send({
        type: 'message_action',
        ...about(),
        callback_id: callbackId,
        channel: { id: 'CMEETING' },
        message,
        response_url: responseUrl,
      }),
  }
}

/** What somebody puts into a form: the first option everywhere, a word in every line. */
function filledIn(blocks: readonly FormBlock[]) {
  const fields = blocks.flatMap(({ block_id: block = 'b', element }) =>
    element?.action_id ? [[block, { [element.action_id]: entryOf(element) }] as const] : [],
  )
  return Object.fromEntries(fields)
}

function entryOf({ type, options, initial_option: chosen }: FormElement): object {
  const option = chosen ?? options?.[0] ?? null
  const values = {
    value: type === 'number_input' ? '50' : '另写一句',
    selected_option: option,
    selected_options: option ? [option] : [],
    selected_date: '2024-07-10',
    selected_time: '15:00',
    selected_user: 'ULEAD',
    selected_users: ['ULEAD'],
    selected_conversation: 'CMEETING',
    selected_conversations: ['CMEETING'],
    selected_channel: 'CMEETING',
    files: [],
  }
  return { type, ...values }
}

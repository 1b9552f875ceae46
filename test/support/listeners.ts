import type { App } from '@slack/bolt'
import { registerListeners } from '../../src/slack/register.ts'
import type { Edge } from '../../src/slack/requests/request.ts'

/** A listener of the bot as it is registered: what it listens to, and the function that Bolt would call. */
export type Listener = {
  kind: 'command' | 'action' | 'view' | 'shortcut'
  id: string
  listen: (args: object) => Promise<void>
}

/** Every listener of commands, clicks, submissions and shortcuts that the bot registers. */
export function listenersOn(edge: Edge): Listener[] {
  const found: Listener[] = []
  const add = (kind: Listener['kind'], id: string, listen: Listener['listen']) => found.push({ kind, id, listen })
  const recorder = {
    command: (name: string, listen: Listener['listen']) => add('command', name, listen),
    action: ({ action_id }: { action_id: string }, listen: Listener['listen']) => add('action', action_id, listen),
    view: ({ callback_id }: { callback_id: string }, listen: Listener['listen']) => add('view', callback_id, listen),
    shortcut: ({ callback_id }: { callback_id: string }, listen: Listener['listen']) =>
      add('shortcut', callback_id, listen),
    event: () => undefined,
    error: () => undefined,
  }
  registerListeners(recorder as unknown as App, edge)
  return found
}

/** What a person does, as Slack tells it to a listener of that kind. */
export function argumentsFor(kind: Listener['kind'], id: string, given: Given): object {
  const { user, team = 'T1', trigger, value = '', view } = given
  const body = {
    type: kind === 'action' ? 'block_actions' : kind,
    trigger_id: trigger,
    team: { id: team },
    user: { id: user },
    channel: { id: 'CHERE' },
    container: { type: 'message' },
    message: { ts: '1.1', text: '花山港验收标准不一' },
    response_url: view ? '' : 'https://hooks.invalid/1',
    ...(view ? { view } : {}),
    actions: [],
  }
  const command = { command: id, text: value, team_id: team, user_id: user, channel_id: 'CHERE', trigger_id: trigger }
  return { body, command, context: { teamId: team }, payload: { type: 'button', action_id: id, value }, view }
}

type Given = { user: string; team?: string; trigger: string; value?: string; view?: object }

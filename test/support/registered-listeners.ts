import type { App } from '@slack/bolt'
import { registerInstallationListeners } from '../../src/slack/installation/listeners.ts'
import { registerListeners } from '../../src/slack/register.ts'
import type { Edge } from '../../src/slack/requests/request.ts'

/** Every name that the bot listens to, by kind. */
export function recordListeners() {
  const seen = {
    commands: [] as string[],
    actions: [] as string[],
    views: [] as string[],
    shortcuts: [] as string[],
    events: [] as string[],
  }
  const recorder = {
    command: (name: string) => seen.commands.push(name),
    action: ({ action_id }: { action_id: string }) => seen.actions.push(action_id),
    view: ({ callback_id }: { callback_id: string }) => seen.views.push(callback_id),
    shortcut: ({ callback_id }: { callback_id: string }) => seen.shortcuts.push(callback_id),
    event: (name: string) => seen.events.push(name),
    error: () => undefined,
  }
  registerListeners(recorder as unknown as App, {} as Edge)
  registerInstallationListeners(recorder as unknown as App, { reconsider: async () => undefined })
  return seen
}

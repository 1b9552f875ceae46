import type { z } from 'zod'
import type { Core } from '../core.ts'
import { actInMessage, actInView } from '../interactions/actions.ts'
import { closeAsPerson } from '../interactions/closes.ts'
import { runCommand } from '../interactions/commands.ts'
import { useShortcut } from '../interactions/shortcuts.ts'
import { fillForm, submitView } from '../interactions/submissions.ts'
import type { Ack } from '../socket.ts'
import { ControlError } from './control-error.ts'
import { actingChannel, actingUser, topView, visibleMessage, visibleView } from './lookups.ts'
import type { controlSchemas } from './schemas.ts'

type Body<Name extends keyof typeof controlSchemas> = z.infer<(typeof controlSchemas)[Name]>

/** Types a slash command. */
export async function commands(core: Core, body: Body<'commands'>): Promise<object> {
  const user = actingUser(core, body.user)
  const channel = actingChannel(core, user, body.channel)
  const known = core.manifest.commands.map(({ command }) => command)
  if (!known.includes(body.command)) {
    throw new ControlError(`The app has no command ${body.command}. It has: ${known.join(', ')}.`, 404)
  }
  return runCommand(core, user, channel, body.command, body.text)
}

/** Uses an element of a message, a modal or the App Home. */
export async function actions(core: Core, body: Body<'actions'>): Promise<object> {
  const user = actingUser(core, body.user)
  const { container } = body
  if (container.type === 'message') {
    if (body.values) throw new ControlError('Only a view has fields to fill in.')
    return taken(await actInMessage(core, user, visibleMessage(core, user, container.channel, container.ts), body))
  }
  const view = container.type === 'view' ? topView(core, user, container.view_id).view : homeOf(core, user.id)
  if (body.values) view.state = { values: fillForm(core, view.blocks, view.state.values, body.values) }
  return taken(await actInView(core, user, view, body))
}

function homeOf(core: Core, user: string) {
  const home = core.store.state.homes.find((candidate) => candidate.user === user)
  if (!home) throw new ControlError(`The app has published no App Home for ${user}: POST home opens it.`, 404)
  return home.view
}

/** Submits a modal. */
export async function submissions(core: Core, body: Body<'submissions'>): Promise<object> {
  const user = actingUser(core, body.user)
  return submitView(core, user, topView(core, user, body.view_id), body.values)
}

/** Closes a modal. */
export async function closes(core: Core, body: Body<'closes'>): Promise<object> {
  const user = actingUser(core, body.user)
  return (await closeAsPerson(core, user, visibleView(core, user, body.view_id))) ? {} : timedOut
}

/** Uses a global or a message shortcut. */
export async function shortcuts(core: Core, body: Body<'shortcuts'>): Promise<object> {
  const user = actingUser(core, body.user)
  const message = body.message && visibleMessage(core, user, body.message.channel, body.message.ts)
  return taken(await useShortcut(core, user, body.callback_id, message))
}

const timedOut = { ok: false, error: 'operation_timeout' }

function taken(ack: Ack): object {
  return ack.kind === 'acked' ? { ack: ack.payload } : timedOut
}

import type {
  AllMiddlewareArgs,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { DomainError } from '../../domain/errors.ts'
import type { Locale } from '../../i18n/locale.ts'
import { unescapeText } from '../blocks.ts'
import { plainText } from '../issue/message-text.ts'
import { localeOfForm } from '../locales.ts'
import { channelReply, directReply, type Reply, respondReply, viewReply } from '../reply.ts'
import { checkPicked, readMetadata } from './handed-back.ts'
import type {
  ActionRequest,
  CommandRequest,
  Edge,
  FieldErrors,
  Fields,
  ShortcutRequest,
  SubmitRequest,
} from './request.ts'
import { serve } from './serve.ts'
import { typedForm, typedWords } from './typed-text.ts'

/** Listens to a slash command: acknowledges first, then works. */
export function onCommand(edge: Edge, handle: (request: CommandRequest) => Promise<void>) {
  return async ({ ack, command, client, context, respond }: SlackCommandMiddlewareArgs & AllMiddlewareArgs) => {
    await ack()
    const { user_id: userId, channel_id: channel, trigger_id: triggerId } = command
    const words = unescapeText(command.text.trim())
    const asked = {
      ...personOf(context, { id: userId }),
      key: `command:${triggerId}`,
      client,
      reply: respondReply(client, userId, respond, false),
      passing: true,
      typed: (locale: Locale) => typedWords(locale, command.command, plainText(words)),
    }
    await serve(edge, asked, (request) => handle({ ...request, words, channel, triggerId }))
  }
}

/** Listens to a click or a choice: acknowledges first, then works. */
export function onAction(edge: Edge, handle: (request: ActionRequest) => Promise<void>) {
  return async ({
    ack,
    body,
    payload,
    client,
    context,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs) => {
    await ack()
    const { trigger_id: triggerId, response_url: responseUrl } = body
    const person = personOf(context, body.user)
    const { workspaceId, userId } = person
    const answer = (replaces: boolean): Reply =>
      responseUrl
        ? respondReply(client, userId, respond, replaces)
        : viewReply(client, body, () => edge.locales.of(client, workspaceId, userId))
    const asked = {
      ...person,
      key: `action:${triggerId}`,
      client,
      reply: answer(false),
      passing: Boolean(responseUrl),
      typed: nothingTyped,
    }
    await serve(edge, asked, (request, other) =>
      handle({
        ...request,
        replace: other(answer(true)),
        value: chosenValue(payload),
        triggerId,
        channel: body.channel?.id ?? null,
        responseUrl: responseUrl || null,
        body,
      }),
    )
  }
}

/**
 * Listens to a submitted modal. `check` is pure and answers at once, in the language of the form: either field errors by action
 * id, or what to work on. Then all modals close, or this one shows `after` where `handle` will update it, or with `back` only
 * this one closes and the one below is seen again; and `handle` works afterwards.
 */
export function onSubmit<T>(
  edge: Edge,
  check: (fields: Fields, locale: Locale, metadata: Record<string, unknown>) => { errors: FieldErrors } | { input: T },
  handle: (request: SubmitRequest, input: T) => Promise<void>,
  after: ((locale: Locale) => ModalView) | 'close' | 'back' = 'close',
) {
  return async ({
    ack,
    body,
    view,
    client,
    context,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs) => {
    const fields: Fields = Object.assign({}, ...Object.values(view.state.values))
    const shownIn = localeOfForm(view)
    const read = readForm(edge, () => {
      const metadata = readMetadata(view.private_metadata)
      checkPicked(fields)
      return { metadata, checked: check(fields, shownIn, metadata) }
    })
    if ('checked' in read && 'errors' in read.checked) {
      await ack({ response_action: 'errors', errors: byBlock(view, read.checked.errors) })
      return
    }
    if ('unreadable' in read) await ack({ response_action: 'clear' })
    else if (after === 'back') await ack()
    else if (after === 'close') await ack({ response_action: 'clear' })
    else await ack({ response_action: 'update', view: after(shownIn) })
    const metadata = 'metadata' in read ? read.metadata : {}
    const channel = typeof metadata.channel === 'string' ? metadata.channel : null
    const asked = {
      ...personOf(context, body.user),
      key: `view:${view.id}/${view.hash}`,
      client,
      ...replyIn(client, channel, body.user.id),
      typed: (locale: Locale) => typedForm(locale, view),
    }
    await serve(edge, asked, async (request) => {
      if ('unreadable' in read) throw read.unreadable
      if ('input' in read.checked) await handle({ ...request, fields, metadata, body }, read.checked.input)
    })
  }
}

/** Listens to a shortcut: acknowledges first, then works. */
export function onShortcut(edge: Edge, handle: (request: ShortcutRequest) => Promise<void>) {
  return async ({ ack, body, client, context }: SlackShortcutMiddlewareArgs & AllMiddlewareArgs) => {
    await ack()
    const { trigger_id: triggerId, user } = body
    const channel = 'channel' in body ? body.channel.id : null
    const asked = {
      ...personOf(context, user),
      key: `shortcut:${triggerId}`,
      client,
      ...replyIn(client, channel, user.id),
      typed: nothingTyped,
    }
    await serve(edge, asked, (request) => handle({ ...request, triggerId, body }))
  }
}

/**
 * Who asks, and in which workspace: the installation's, whose token answers; `home` is the person's own where Slack tells it. In
 * a channel shared with other organisations (Slack Connect) people of other workspaces can click, too.
 */
function personOf({ teamId = '' }: { teamId?: string }, user: { id: string; team_id?: string }) {
  return { workspaceId: teamId, userId: user.id, ...(user.team_id ? { home: user.team_id } : {}) }
}

function replyIn(client: AllMiddlewareArgs['client'], channel: string | null, userId: string) {
  const reply = channel ? channelReply(client, channel, userId) : directReply(client, userId)
  return { reply, passing: channel !== null }
}

/** What `read` gives; or the refusal of a form that is not as the bot made it, which can be told once it is closed. */
function readForm<T>({ log }: Edge, read: () => T): T | { unreadable: DomainError } {
  try {
    return read()
  } catch (err) {
    if (err instanceof DomainError) return { unreadable: err }
    log.warn({ err }, 'a form cannot be read')
    return { unreadable: new DomainError('request.unreadable') }
  }
}

const nothingTyped = () => []

function chosenValue(payload: BlockAction['actions'][number]): string {
  if ('value' in payload && typeof payload.value === 'string') return payload.value
  if ('selected_option' in payload) return payload.selected_option?.value ?? ''
  return ''
}

/** Errors by the block of their field; one whose field the form does not have stands at its first field. */
function byBlock({ blocks, state }: ViewSubmitAction['view'], errors: FieldErrors): Record<string, string> {
  const found = Object.fromEntries(
    Object.entries(state.values).flatMap(([blockId, fields]) =>
      Object.keys(fields).flatMap((actionId) => (errors[actionId] ? [[blockId, errors[actionId]]] : [])),
    ),
  )
  const first = blocks.find(({ type }) => type === 'input')?.block_id
  if (Object.keys(found).length > 0 || first === undefined) return found
  return { [first]: Object.values(errors).join(' ') }
}

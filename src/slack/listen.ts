import type {
  AllMiddlewareArgs,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackShortcut,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'
import type { ModalView, SectionBlock } from '@slack/types'
import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { DomainError } from '../domain/errors.ts'
import type { Locale } from '../i18n/locale.ts'
import { describeError, t } from '../i18n/translate.ts'
import type { Log } from '../log.ts'
import type { Actor, Context } from '../usecases/context.ts'
import { escapeText, paragraph, unescapeText } from './blocks.ts'
import { readMetadata } from './handed-back.ts'
import { plainText } from './issue/message-text.ts'
import type { Locales } from './locales.ts'
import { AnswerError, channelReply, directReply, orDirect, type Reply, requireTaken, viewReply } from './reply.ts'
import { typedForm, typedWords } from './typed-text.ts'

/** What every listener works with. */
export type Edge = { context: Context; locales: Locales; log: Log }

/** A person's request, as every listener gets it: who, in which language, and how to answer only to them. */
export type Request = {
  context: Context
  actor: Actor
  locale: Locale
  client: WebClient
  /** Answers only to the person, where they are; by direct message where that is not possible. */
  reply: Reply
}

/** A request that a form can be opened from, by words or by a click. */
export type FormRequest = Request & { triggerId: string; channel: string | null }

/** A slash command: `words` is what was typed after it. */
export type CommandRequest = Request & { words: string; channel: string; triggerId: string }

/** A click or a choice: `value` of a button, or of the chosen option. */
export type ActionRequest = Request & {
  value: string
  triggerId: string
  channel: string | null
  /** Where the clicked message can be replaced for half an hour; null in App Home and modals. */
  responseUrl: string | null
  body: BlockAction
  /** Answers in place of the message that was clicked. */
  replace: Reply
}

/** A submitted modal: `fields` by action id, `metadata` as the modal was opened with. */
export type SubmitRequest = Request & { fields: Fields; metadata: Record<string, unknown>; body: ViewSubmitAction }

/** A shortcut, global or on a message. */
export type ShortcutRequest = Request & { triggerId: string; body: SlackShortcut }

/** The values of a modal's inputs by action id. */
export type Fields = ViewSubmitAction['view']['state']['values'][string]

/** Field errors of a modal by action id: nothing is saved and the modal stays open. */
export type FieldErrors = Record<string, string>

/** Listens to a slash command: acknowledges first, then works. */
export function onCommand(edge: Edge, handle: (request: CommandRequest) => Promise<void>) {
  return async ({ ack, command, client, respond }: SlackCommandMiddlewareArgs & AllMiddlewareArgs) => {
    await ack()
    const reply = orDirect(client, command.user_id, async (message) => {
      await requireTaken(await respond({ ...message, response_type: 'ephemeral' }))
    })
    const key = `command:${command.trigger_id}`
    const words = unescapeText(command.text.trim())
    const typed = (locale: Locale) => typedWords(locale, command.command, plainText(words))
    await serve(edge, client, command.team_id, command.user_id, key, reply, typed, (request) =>
      handle({ ...request, words, channel: command.channel_id, triggerId: command.trigger_id }),
    )
  }
}

/** Listens to a click or a choice: acknowledges first, then works. */
export function onAction(edge: Edge, handle: (request: ActionRequest) => Promise<void>) {
  return async ({
    ack,
    body,
    payload,
    client,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs) => {
    await ack()
    const channel = body.channel?.id ?? null
    const answer = (replaces: boolean): Reply =>
      body.response_url
        ? orDirect(client, body.user.id, async (message) => {
            await requireTaken(await respond({ ...message, response_type: 'ephemeral', replace_original: replaces }))
          })
        : viewReply(client, body, () => edge.locales.of(client, body.team?.id ?? '', body.user.id))
    const reply = answer(false)
    const key = `action:${body.trigger_id}`
    await serve(edge, client, body.team?.id ?? '', body.user.id, key, reply, nothingTyped, (request) =>
      handle({
        ...request,
        replace: answer(true),
        value: chosenValue(payload),
        triggerId: body.trigger_id,
        channel,
        responseUrl: body.response_url || null,
        body,
      }),
    )
  }
}

/**
 * Listens to a submitted modal. `check` is pure and answers at once: either field errors by action id, or what to work on.
 * Then all modals close, or this one shows `after` where `handle` will update it, or with `back` only this one closes and
 * the one below is seen again; and `handle` works afterwards.
 */
export function onSubmit<T>(
  edge: Edge,
  check: (fields: Fields, locale: Locale, metadata: Record<string, unknown>) => { errors: FieldErrors } | { input: T },
  handle: (request: SubmitRequest, input: T) => Promise<void>,
  after: ((locale: Locale) => ModalView) | 'close' | 'back' = 'close',
) {
  return async ({ ack, body, view, client }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs) => {
    const fields: Fields = Object.assign({}, ...Object.values(view.state.values))
    const workspaceId = body.team?.id ?? ''
    const locale = await edge.locales.of(client, workspaceId, body.user.id)
    const read = readForm(edge, () => {
      const metadata = readMetadata(view.private_metadata)
      return { metadata, checked: check(fields, locale, metadata) }
    })
    if ('checked' in read && 'errors' in read.checked) {
      await ack({ response_action: 'errors', errors: byBlock(view, read.checked.errors) })
      return
    }
    if ('unreadable' in read) await ack({ response_action: 'clear' })
    else if (after === 'back') await ack()
    else if (after === 'close') await ack({ response_action: 'clear' })
    else await ack({ response_action: 'update', view: after(locale) })
    const metadata = 'metadata' in read ? read.metadata : {}
    const channel = typeof metadata.channel === 'string' ? metadata.channel : null
    const reply = channel ? channelReply(client, channel, body.user.id) : directReply(client, body.user.id)
    const typed = (language: Locale) => typedForm(language, view)
    await serve(
      edge,
      client,
      workspaceId,
      body.user.id,
      `view:${view.id}/${view.hash}`,
      reply,
      typed,
      async (request) => {
        if ('unreadable' in read) throw read.unreadable
        if ('input' in read.checked) await handle({ ...request, fields, metadata, body }, read.checked.input)
      },
    )
  }
}

/** Listens to a shortcut: acknowledges first, then works. */
export function onShortcut(edge: Edge, handle: (request: ShortcutRequest) => Promise<void>) {
  return async ({ ack, body, client }: SlackShortcutMiddlewareArgs & AllMiddlewareArgs) => {
    await ack()
    const channel = 'channel' in body ? body.channel.id : null
    const reply = channel ? channelReply(client, channel, body.user.id) : directReply(client, body.user.id)
    const key = `shortcut:${body.trigger_id}`
    await serve(edge, client, body.team?.id ?? '', body.user.id, key, reply, nothingTyped, (request) =>
      handle({ ...request, triggerId: body.trigger_id, body }),
    )
  }
}

async function serve(
  edge: Edge,
  client: WebClient,
  workspaceId: string,
  userId: string,
  requestKey: string,
  reply: Reply,
  typed: (locale: Locale) => SectionBlock[],
  work: (request: Request) => Promise<void>,
): Promise<void> {
  const locale = await edge.locales.of(client, workspaceId, userId)
  const actor = { workspaceId, userId, requestKey }
  try {
    await work({ context: edge.context, actor, locale, client, reply })
  } catch (error) {
    if (isRepeated(error)) return
    if (!(error instanceof DomainError)) edge.log.error({ err: error, requestKey }, 'a request failed')
    const failure = error instanceof AnswerError ? 'error.unanswered' : 'error.unexpected'
    const text = error instanceof DomainError ? describeError(locale, error) : t(locale, failure)
    await reply({ text: escapeText(text), blocks: [paragraph(text), ...typed(locale)] })
  }
}

/** A second copy of a request: its effect is there already, or the form that it opens. */
function isRepeated(error: unknown): boolean {
  if (error instanceof DomainError) return error.code === 'request.repeated'
  return error instanceof WebAPIPlatformError && error.data.error === 'exchanged_trigger_id'
}

const nothingTyped = () => []

function chosenValue(payload: BlockAction['actions'][number]): string {
  if ('value' in payload && typeof payload.value === 'string') return payload.value
  if ('selected_option' in payload) return payload.selected_option?.value ?? ''
  return ''
}

/** What `read` gives; or the refusal of a form that is not as the bot made it, which can be told once it is closed. */
function readForm<T>(edge: Edge, read: () => T): T | { unreadable: DomainError } {
  try {
    return read()
  } catch (error) {
    if (error instanceof DomainError) return { unreadable: error }
    edge.log.warn({ err: error }, 'a form cannot be read')
    return { unreadable: new DomainError('request.unreadable') }
  }
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

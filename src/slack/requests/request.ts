import type { BlockAction, SlackShortcut, ViewSubmitAction } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { Locale } from '../../i18n/locale.ts'
import type { Log } from '../../log.ts'
import type { Actor, Context } from '../../usecases/context.ts'
import type { Locales } from '../locales.ts'
import type { Reply } from '../reply.ts'
import type { RequestQueue } from './request-queue.ts'

/** What every listener works with. `patience`: milliseconds until a person is told that their request is being worked on. */
export type Edge = { context: Context; locales: Locales; log: Log; requests: RequestQueue; patience?: number }

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

import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import type { Chart } from '../../domain/chart.ts'
import { type Locale, localeOf } from '../../i18n/locale.ts'
import type { Log } from '../../log.ts'
import type { Courier, Outgoing } from '../../outbox/courier.ts'
import { DeliveryError } from '../../outbox/delivery-error.ts'
import { agendaPublishedMessage } from '../agenda/messages.ts'
import { disinvitationMessage, invitationMessage, rosterMessage } from '../attendance/messages.ts'
import type { Message } from '../blocks.ts'
import { itemCallMessage } from '../board/messages.ts'
import { briefMessage } from '../brief/messages.ts'
import { agreedMessage, consultationMessage, settledMessage } from '../consultation/messages.ts'
import { digestChart } from '../digest/chart.ts'
import { approvalMessage, digestMessage } from '../digest/messages.ts'
import { withoutCharts } from '../digest/show-digest.ts'
import { troubleMessage } from '../health/messages.ts'
import type { Locales } from '../locales.ts'
import {
  calendarMessage,
  dueDraftMessage,
  meetingCancelledMessage,
  meetingMovedMessage,
  nothingToMeetMessage,
  topicCallMessage,
} from '../meeting/notices.ts'
import { draftMinutesMessage, signedMessage, toSignMessage } from '../minutes/messages.ts'
import { publishedSlipMessage, redSlipMessage } from '../supervision/notices.ts'
import { classifyFailure } from './classify-failure.ts'
import { uploadFiles } from './upload-files.ts'

const eventType = 'liaison_delivery'
/** What Slack answers to a block that the workspace does not take. */
const blocksRefused = new Set(['invalid_blocks', 'unsupported_block'])
/** How far ours may have been ahead of Slack's clock when a message was owed: one set to the time of another zone is by hours. */
const skewSeconds = 86_400

/** Draws a chart as a PNG, its numbers as the language writes them. */
type DrawChart = (chart: Chart, locale: Locale) => Promise<Uint8Array>

/**
 * The courier that posts to Slack; each message carries its key, so one whose answer was lost can be found again. Slack
 * takes messages to people who left and shows them to nobody, so those are refused here. Where a workspace refuses charts,
 * `drawChart` makes pictures of them; without it the message goes without.
 */
export function createCourier(
  client: WebClient,
  log: Log,
  locales: Locales,
  drawChart: DrawChart | null = null,
): Courier {
  // The language of a digest was chosen with its subscription.
  const localeFor = async (
    workspaceId: string,
    place: string,
    { kind, payload }: Pick<Outgoing, 'kind' | 'payload'>,
  ) => (isPerson(place) && kind !== 'digest' ? locales.of(client, workspaceId, place) : localeOf(payload.language))
  const reach = async <T>(call: () => Promise<T>, asked: 'post' | 'other' = 'other'): Promise<T> => {
    try {
      return await call()
    } catch (error) {
      throw classifyFailure(error, asked)
    }
  }
  return {
    async send({ workspaceId, place, dedupeKey, files, expired, ...notification }) {
      if (isPerson(place) && (await locales.hasLeft(client, workspaceId, place)))
        throw new DeliveryError('dead', 'person_left', { concerns: 'place' })
      const metadata = { event_type: eventType, event_payload: { key: dedupeKey } }
      const locale = await localeFor(workspaceId, place, notification)
      const message = render(locale, notification)
      const links = await reach(() => uploadFiles(client, files))
      const post = async (shown: Message, shared: readonly string[]) => {
        if (expired?.()) throw new DeliveryError('retry', 'preparing it took too long')
        const call = () => client.chat.postMessage({ channel: place, ...withFiles(shown, shared), metadata })
        return reach(() => (isPerson(place) ? call().catch(blamePerson) : call()), 'post')
      }
      const answer = await post(message, links).catch(async (error: unknown) => {
        const charts = chartsOf(locale, notification)
        if (!(error instanceof DeliveryError) || !blocksRefused.has(error.message) || charts.length === 0) throw error
        log.info({ place }, 'Slack refuses charts here: they go as pictures')
        const pictures = await Promise.all(charts.map((chart) => pictureOf(locale, chart, drawChart)))
        return post(withoutCharts(message), [...links, ...(await reach(() => uploadFiles(client, pictures.flat())))])
      })
      if (!answer.ts || !answer.channel) throw new DeliveryError('unknown', 'Slack answered without a ts')
      return { channel: answer.channel, ts: answer.ts }
    },
    async edit({ channel, ts }, { workspaceId, place, dedupeKey, files: _files, expired: _, ...notification }) {
      const metadata = { event_type: eventType, event_payload: { key: dedupeKey } }
      const message = render(await localeFor(workspaceId, place, notification), notification)
      await reach(() => client.chat.update({ channel, ts, ...message, metadata }).catch(unlessGone))
    },
    async remove({ channel, ts }) {
      await reach(() => client.chat.delete({ channel, ts }).catch(unlessGone))
    },
    async find(place, dedupeKey, since) {
      const channel = isPerson(place)
        ? (await reach(() => client.conversations.open({ users: place }))).channel?.id
        : place
      if (!channel) throw new DeliveryError('retry', 'no direct message channel')
      const oldest = String(Math.max(0, since.getTime() / 1000 - skewSeconds))
      let cursor: string | undefined
      do {
        const page = await reach(() =>
          client.conversations.history({
            channel,
            oldest,
            limit: 200,
            include_all_metadata: true,
            ...(cursor ? { cursor } : {}),
          }),
        )
        const found = page.messages?.find((one) => keyOf(one.metadata) === dedupeKey)
        if (found?.ts) return { channel, ts: found.ts }
        cursor = page.response_metadata?.next_cursor
      } while (cursor)
      return null
    },
  }
}

const isPerson = (place: string) => /^[UW]/.test(place)

/** A person whom the bot cannot see is to Slack a channel that it does not find. */
function blamePerson(error: unknown): never {
  if (error instanceof WebAPIPlatformError && error.data.error === 'channel_not_found')
    throw new DeliveryError('dead', 'user_not_found', { concerns: 'place' })
  throw error
}

/** Where a message was deleted, there is nothing left to edit or to delete. */
function unlessGone(error: unknown): void {
  if (!(error instanceof WebAPIPlatformError) || error.data.error !== 'message_not_found') throw error
}

/** Slack attaches its own files to a message whose top-level text names them; blocks alone do not (python-slack-sdk #1194). */
function withFiles({ text, blocks }: Message, links: readonly string[]): Message {
  return { text: [text, ...links].join('\n'), blocks }
}

/** The charts that a message shows. */
function chartsOf(locale: Locale, notification: Pick<Outgoing, 'kind' | 'payload'>): Chart[] {
  const { kind, payload } = notification as Outgoing
  const chart = kind === 'digest' ? digestChart(locale, payload) : null
  return chart ? [chart] : []
}

async function pictureOf(
  locale: Locale,
  chart: Chart,
  drawChart: DrawChart | null,
): Promise<{ name: string; bytes: Uint8Array }[]> {
  return drawChart ? [{ name: `${chart.title}.png`, bytes: await drawChart(chart, locale) }] : []
}

/** A shared post is in the plan's language; a direct message in the person's. */
function render(locale: Locale, notification: Pick<Outgoing, 'kind' | 'payload'>): Message {
  const { kind, payload } = notification as Outgoing
  switch (kind) {
    case 'agenda.published':
      return agendaPublishedMessage(payload)
    case 'meeting.invitation':
      return invitationMessage(locale, payload)
    case 'meeting.disinvitation':
      return disinvitationMessage(locale, payload)
    case 'meeting.roster':
      return rosterMessage(locale, payload)
    case 'consultation.asked':
      return consultationMessage(locale, payload)
    case 'consultation.agreed':
      return agreedMessage(locale, payload)
    case 'issue.settled':
      return settledMessage(locale, payload)
    case 'meeting.item_soon':
      return itemCallMessage(locale, payload)
    case 'minutes.draft':
      return draftMinutesMessage(locale, payload)
    case 'minutes.to_sign':
      return toSignMessage(locale, payload)
    case 'minutes.signed':
      return signedMessage(locale, payload)
    case 'digest':
      return digestMessage(locale, payload)
    case 'digest.approval':
      return approvalMessage(locale, payload)
    case 'meeting.call':
      return topicCallMessage(locale, payload)
    case 'meeting.moved':
      return meetingMovedMessage(locale, payload)
    case 'meeting.cancelled':
      return meetingCancelledMessage(locale, payload)
    case 'meeting.calendar':
      return calendarMessage(locale, payload)
    case 'agenda.draft':
      return dueDraftMessage(locale, payload)
    case 'agenda.nothing':
      return nothingToMeetMessage(locale, payload)
    case 'brief':
      return briefMessage(locale, payload)
    case 'slip.published':
      return publishedSlipMessage(payload)
    case 'slip.red':
      return redSlipMessage(locale, payload)
    case 'delivery.trouble':
      return troubleMessage(locale, payload)
  }
}

function keyOf(metadata: { event_type?: string; event_payload?: unknown } | undefined): unknown {
  if (metadata?.event_type !== eventType) return undefined
  return (metadata.event_payload as { key?: unknown } | undefined)?.key
}

import type { MeetingSettings, SettingsWish } from '../../domain/meeting/meeting-settings.ts'
import type { MeetingWords } from '../../domain/meeting/meeting-words.ts'
import type { SeriesWords } from '../../domain/meeting/series-words.ts'
import { cancelMeeting } from '../../usecases/meeting/cancel-meeting.ts'
import type { WhenAndWhere } from '../../usecases/meeting/change-meeting.ts'
import { changeSeries } from '../../usecases/meeting/change-series.ts'
import { createSeries } from '../../usecases/meeting/create-series.ts'
import { endSeries } from '../../usecases/meeting/end-series.ts'
import { moveMeeting } from '../../usecases/meeting/move-meeting.ts'
import { planMeeting } from '../../usecases/meeting/plan-meeting.ts'
import { joins } from '../plan/channels.ts'
import type { Request } from '../requests/request.ts'
import {
  cancelledMessage,
  movedMessage,
  plannedMessage,
  seriesChangedMessage,
  seriesEndedMessage,
  seriesMessage,
} from './messages.ts'

/** Sets up a series and answers with its receipt. */
export async function createOne(request: Request, { rule, settings }: SeriesWords): Promise<void> {
  const { context, actor, locale, reply } = request
  const created = await createSeries(context, actor, { rule, settings })
  await reply(seriesMessage(locale, created, await isOutside(request, settings)))
}

/** Changes the settings of a series and answers with the receipt. */
export async function changeOne(
  request: Request,
  no: number,
  wish: SettingsWish,
  seen: MeetingSettings | null = null,
): Promise<void> {
  const { context, actor, locale, reply } = request
  const changed = await changeSeries(context, actor, no, wish, seen)
  await reply(seriesChangedMessage(locale, changed, await isOutside(request, wish)))
}

/** Ends a series and answers with the receipt. */
export async function endOne({ context, actor, locale, reply }: Request, no: number, reason: string): Promise<void> {
  await reply(seriesEndedMessage(locale, await endSeries(context, actor, no, reason)))
}

/** Plans a single meeting and answers with its receipt. */
export async function planOne(request: Request, words: MeetingWords): Promise<void> {
  const { context, actor, locale, reply } = request
  const planned = await planMeeting(context, actor, words)
  await reply(plannedMessage(locale, planned, await isOutside(request, words.settings)))
}

/** Moves a meeting and answers with the receipt. */
export async function moveOne(
  { context, actor, locale, reply }: Request,
  no: number,
  words: MeetingWords,
  seen: WhenAndWhere | null = null,
): Promise<void> {
  await reply(movedMessage(locale, await moveMeeting(context, actor, no, words, seen)))
}

/** Cancels a meeting and answers with the receipt. */
export async function cancelOne(
  { context, actor, locale, reply }: Request,
  no: number,
  reason: string,
  seen: WhenAndWhere | null = null,
): Promise<void> {
  await reply(cancelledMessage(locale, await cancelMeeting(context, actor, no, reason, seen)))
}

/** Is the channel that was chosen one that the bot is not in, and cannot join by itself? */
async function isOutside({ client }: Request, { channel }: SettingsWish): Promise<boolean> {
  return channel ? !(await joins(client, channel)) : false
}

import { DateTime } from 'luxon'
import { loadWatermark } from '../../db/digest-store.ts'
import { shownSections } from '../../domain/digest/sections.ts'
import { type DigestCadence, spanBefore } from '../../domain/digest/slots.ts'
import { parsePreviewWords } from '../../domain/digest/words.ts'
import type { DigestContent } from '../../domain/digest.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { permissions } from '../permissions.ts'
import { composeDigest } from './compose-digest.ts'
import { findLeadingSubscription, findNextLeading } from './leading-subscription.ts'

/** Which digest is to be previewed, as it was asked for (see `parsePreviewWords`), and in which language: else the plan's. */
export type PreviewWish = { words?: string; language?: string }

/** A preview, and what the person may do with it. */
export type DigestPreview = {
  content: DigestContent
  /** It is what a post would be now: of today, weekly. */
  postable: boolean
  mayPost: boolean
  hasChannel: boolean
}

/**
 * A digest for the person alone, as the leading group's channel would get it: now, or as things stood at the end of a day.
 * @throws DomainError `digest.words_unknown`, what `parsePreviewWords` throws
 */
export async function previewDigest(context: Context, actor: Actor, wish: PreviewWish = {}): Promise<DigestPreview> {
  return reading(context, actor, 'digest.preview', async (work) => {
    const { plan, now, roles } = work
    const today = now.toFormat('yyyy-MM-dd')
    const wanted = parsePreviewWords(wish.words ?? '', today)
    if (!wanted) throw new DomainError('digest.words_unknown')
    const { cadence, day } = wanted
    const past = day !== null && day < today
    const at = past ? DateTime.fromISO(day, { zone: plan.zone }).endOf('day') : now
    const language = wish.language ?? plan.language
    return {
      content: await composeLeading(work, { cadence, language }, { at, past }),
      postable: !past && cadence === 'weekly',
      mayPost: permissions['digest.post'].some((role) => roles.has(role)),
      hasChannel: plan.leadingChannel !== null,
    }
  })
}

/**
 * The digest of the leading group's channel at an instant, with the parts of its subscription and since the last one it
 * got; where it has none, every part, and since a week, month or half-year before.
 */
export async function composeLeading(
  { tx, plan }: Work,
  { cadence, language }: { cadence: DigestCadence; language: string },
  { at, past }: { at: DateTime; past: boolean },
): Promise<DigestContent> {
  const subscription = await findLeadingSubscription(tx, plan, cadence)
  const watermark = subscription && (await loadWatermark(tx, subscription.id, at.toJSDate()))
  const next = past ? null : await findNextLeading(tx, plan)
  return composeDigest(
    tx,
    plan,
    { at, until: at, past },
    {
      cadence,
      language,
      sections: shownSections(subscription?.sections ?? []),
      since: watermark ?? spanBefore(cadence, at).toJSDate(),
      from: watermark ? 'last' : 'span',
      missedSlots: 0,
      interpretation: next?.prepared?.interpretation ?? '',
    },
  )
}

import { DateTime } from 'luxon'
import { appendAudit } from '../../db/audit-store.ts'
import type { Transaction } from '../../db/database.ts'
import {
  addDigest,
  dropDigests,
  findDigest,
  findPrepared,
  isDigestMade,
  loadWatermark,
  lockUndelivered,
  updateDigest,
} from '../../db/digest-store.ts'
import {
  advanceSubscription,
  claimDueSubscription,
  endSubscription,
  listAstraySubscriptions,
  listSubscriptions,
  pullSubscription,
  type SubscriptionRow,
} from '../../db/digest-subscription-store.ts'
import { loadMembership } from '../../db/member-store.ts'
import { findPlan, type PlanRow } from '../../db/plan-store.ts'
import { BELIEVED_AHEAD, dueAfterStep } from '../../domain/clock-step.ts'
import { shownSections } from '../../domain/digest/sections.ts'
import { latestDigestSlot, nextDigestSlot } from '../../domain/digest/slots.ts'
import type { Context } from '../context.ts'
import { askApproval, settleApproval } from './ask-approval.ts'
import { composeDigest } from './compose-digest.ts'
import { oweDigest } from './owe-digest.ts'

/** Who did it, in the audit trail, where no person did. */
const scheduleActor = 'schedule'

/**
 * A change is dated when its transaction begins and seen when that ends, half a minute later at most: up to then what a
 * digest tells must be whole, or what was dated before and seen after would never be told.
 */
const settled = { seconds: 45 }

/**
 * Makes the digests of all subscriptions that are due: what changed since the last one that was delivered, owed to its place
 * or, where its subscription wants that, put before the leaders first. Claimed, made and moved on to the next slot in one
 * transaction, so a slot is done once however many processes try and wherever one dies; slots missed in downtime are caught
 * up by one. One that fails is told to `failed` and stays due. Gives how many were worked off.
 */
export async function postDueDigests(
  context: Context,
  failed: (error: unknown, subscriptionId: number) => void = (error) => {
    throw error
  },
): Promise<number> {
  await context.database.transaction((tx) => pullAstray(tx, context.now()))
  const tried: number[] = []
  let done = 0
  for (;;) {
    const before = tried.length
    try {
      if (await postNext(context, tried)) done += 1
      if (tried.length === before) return done
    } catch (error) {
      const last = tried.at(-1)
      if (last === undefined || tried.length === before) throw error
      failed(error, last)
    }
  }
}

/** What was moved on by a clock more than a week ahead is due by the clock as it is. */
async function pullAstray(tx: Transaction, now: DateTime): Promise<void> {
  for (const astray of await listAstraySubscriptions(tx, now.plus(BELIEVED_AHEAD).toJSDate())) {
    const plan = await findPlan(tx, astray.workspaceId, astray.planId)
    if (!plan) continue
    const next = (after: DateTime) => nextDigestSlot(astray.cadence, after, plan.settings.reporting)
    const last = astray.lastSlot && DateTime.fromJSDate(astray.lastSlot, { zone: plan.zone })
    const due = dueAfterStep(next, last, now.setZone(plan.zone)).toJSDate()
    if (due < astray.nextRunAt) await pullSubscription(tx, astray.id, astray.nextRunAt, due)
  }
}

/** Works off the subscription due longest among those not tried in this round; false where it has to wait. */
async function postNext(context: Context, tried: number[]): Promise<boolean> {
  const before = tried.length
  return context.database.transaction(async (tx) => {
    tried.length = before
    const now = context.now()
    const due = await claimDueSubscription(tx, now.toJSDate(), tried)
    if (!due) return false
    tried.push(due.id)
    const plan = await findPlan(tx, due.workspaceId, due.planId)
    const subscription = (await listSubscriptions(tx, due.planId)).find(({ id }) => id === due.id)
    if (!plan || !subscription) return false
    return makeDigest(tx, plan, subscription, now.setZone(plan.zone))
  })
}

async function makeDigest(
  tx: Transaction,
  plan: PlanRow,
  subscription: SubscriptionRow,
  now: DateTime,
): Promise<boolean> {
  const { id, place, cadence } = subscription
  const at = now.toJSDate()
  const trace = (action: string, after: unknown) =>
    appendAudit(tx, {
      workspaceId: plan.workspaceId,
      planId: plan.id,
      userId: scheduleActor,
      at,
      action,
      subject: `digest/subscription/${subscription.no}`,
      before: null,
      after,
    })
  if (/^[UW]/.test(place) && (await loadMembership(tx, plan.id, place)).roles.size === 0) {
    await endSubscription(tx, id, at)
    await trace('digest.unsubscribe', { place, reason: 'not_a_member' })
    return true
  }
  // Whether the last one arrived is found out within the hour: until then it is not clear what this one has to tell.
  if (!(await dropUndelivered(tx, plan, id))) return false
  const due = DateTime.fromJSDate(subscription.nextRunAt, { zone: plan.zone })
  const { slot, next, missed } = latestDigestSlot(cadence, due, now, plan.settings.reporting)
  if (await isDigestMade(tx, id, slot.toJSDate())) {
    // By a clock that was ahead, or before it was set back.
    await advanceSubscription(tx, id, next.toJSDate())
    return true
  }
  const waiting = await takeWaiting(tx, plan, id, at)
  const watermark = await loadWatermark(tx, id, at)
  const until = now.minus(settled)
  const since = watermark ?? (subscription.createdAt < until.toJSDate() ? subscription.createdAt : until.toJSDate())
  const content = await composeDigest(
    tx,
    plan,
    { at: now, past: false, until },
    {
      cadence,
      language: subscription.language,
      sections: shownSections(subscription.sections),
      since,
      from: watermark ? 'last' : 'subscription',
      missedSlots: missed,
      interpretation: waiting?.interpretation ?? '',
    },
  )
  const fields = {
    subscriptionId: id,
    slot: slot.toJSDate(),
    since,
    until: until.toJSDate(),
    state: subscription.approval ? ('prepared' as const) : ('owed' as const),
    content,
    interpretation: waiting?.interpretation ?? '',
    interpretedBy: waiting?.interpretedBy ?? null,
    createdAt: at,
  }
  const digestId = waiting?.id ?? (await addDigest(tx, plan.id, fields))
  const key = `digest/${digestId}`
  const deliveries = subscription.approval ? [] : await oweDigest(tx, plan, { place, key, at }, content)
  await updateDigest(tx, digestId, { ...fields, deliveries })
  if (subscription.approval) {
    const prepared = await findDigest(tx, plan.id, digestId)
    if (prepared) await askApproval(tx, plan, prepared, place, at)
  }
  await advanceSubscription(tx, id, next.toJSDate())
  await trace(subscription.approval ? 'digest.prepared' : 'digest.scheduled', { place, cadence, missed })
  return true
}

/** Takes back what was not sent of earlier ones, so that this one tells it; false where it is not known whether it was sent. */
async function dropUndelivered(tx: Transaction, { workspaceId }: PlanRow, id: number): Promise<boolean> {
  const undelivered = await lockUndelivered(tx, workspaceId, id)
  if (undelivered.some(({ state }) => state === 'sending' || state === 'unknown')) return false
  const ids = [...new Set(undelivered.map(({ digestId }) => digestId))]
  if (ids.length > 0)
    await dropDigests(
      tx,
      workspaceId,
      ids,
      undelivered.map(({ key }) => key),
    )
  return true
}

/** The interpretation that waits for this digest; one that no leader approved in time is dropped, and its words go on. */
async function takeWaiting(tx: Transaction, plan: PlanRow, id: number, at: Date) {
  const prepared = await findPrepared(tx, id)
  if (!prepared?.content) return prepared
  await dropDigests(tx, plan.workspaceId, [prepared.id], [])
  await settleApproval(tx, plan, prepared.id, null, at)
  const { interpretation, interpretedBy } = prepared
  return { id: null, interpretation, interpretedBy }
}

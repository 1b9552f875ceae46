import type { DateTime } from 'luxon'
import type { Database, Transaction } from '../db/database.ts'
import { clearTrouble, findTroubleSince, quietPlace, recordTrouble } from '../db/place-store.ts'
import { lockWorkspace, silenceWorkspace } from '../db/workspace-store.ts'
import { attemptsAtMost, backoffSeconds, troubledSeconds } from './backoff.ts'
import type { Claimed } from './claim.ts'
import { DeliveryError } from './delivery-error.ts'
import { placePace, silentUntil } from './pacing.ts'
import { tellOffice } from './tell-office.ts'

/** Where a message stands in Slack. */
export type Posted = { channel: string; ts: string }

/** What became of an attempt. `cancelled`: the message was taken back before anybody saw it. */
export type Result = Posted | DeliveryError | 'cancelled'

/** What the log is to know of an attempt. `troubled`: a place or the workspace is not reached from now on. */
export type Settled = {
  gaveUp: string | null
  troubled: { place: string; refusal: string; told: number } | null
}

const nothing: Settled = { gaveUp: null, troubled: null }

/**
 * Writes down what became of an attempt, and what that means for others: a place that Slack limits is left alone, one that
 * cannot be reached is told to the office. An attempt whose lease ran out has no say any more where another followed it.
 * `wholeWorkspace`: a limit is the workspace's and not the place's.
 */
export async function settle(
  database: Database,
  claimed: Claimed,
  result: Result,
  at: DateTime,
  wholeWorkspace: boolean,
): Promise<Settled> {
  return database.transaction(async (tx) => {
    if (!(result instanceof DeliveryError)) {
      if (await write(tx, claimed, done(result, at.toJSDate()))) await spreadArrival(tx, claimed, result, at.toJSDate())
      return nothing
    }
    const troubled = troubledPlace(claimed, result)
    // In the order of a claim, the workspace first; and of many messages that meet one trouble at once, one is the first.
    if (troubled !== null || result.retryAfter !== null) await lockWorkspace(tx, claimed.workspaceId)
    const known = troubled === null ? null : await findTroubleSince(tx, claimed.workspaceId, troubled)
    const since = known ?? at.toJSDate()
    const change = failed(at, claimed, result, troubled === null ? null : since)
    if (!(await write(tx, claimed, change))) return nothing
    const until = change.state === 'dead' ? null : change.notBefore
    if (result.retryAfter !== null && until) await leaveAlone(tx, claimed, result, until, wholeWorkspace)
    const trouble = troubled === null ? null : { place: troubled, refusal: result.message, since, until }
    return {
      gaveUp: change.state === 'dead' ? change.lastError : null,
      troubled: trouble && (await recordUnreachable(tx, claimed, trouble, at)),
    }
  })
}

type Change = Parameters<Transaction['delivery']['updateMany']>[0]['data']

/** False where another process has the message by now. */
async function write(tx: Transaction, { id, attempts, leasedUntil }: Claimed, change: Change): Promise<boolean> {
  const where = { id, state: 'sending', attempts: attempts + 1, leasedUntil } as const
  const { count } = await tx.delivery.updateMany({ where, data: { leasedUntil: null, ...change } })
  return count > 0
}

/** The place that is not reached, the workspace's own id where none is; null where the failure is another. */
function troubledPlace({ workspaceId, place }: Claimed, result: DeliveryError): string | null {
  if (result.retryAfter !== null) return null
  if (result.concerns === 'workspace') return workspaceId
  return result.concerns === 'place' ? place : null
}

function done(result: Posted | 'cancelled', at: Date) {
  return result === 'cancelled' ? takenBack(at) : { state: 'sent' as const, ...result, sentAt: at, lastError: null }
}

function failed(at: DateTime, claimed: Claimed, failure: DeliveryError, troubledSince: Date | null) {
  const attempts = claimed.attempts + 1
  const lastError = failure.message.slice(0, 500)
  const limited = failure.retryAfter !== null
  if (failure.outcome === 'dead' || (attempts >= attemptsAtMost && !limited))
    return { state: 'dead' as const, lastError }
  const state = failure.outcome === 'unknown' || claimed.doubtful ? ('unknown' as const) : ('pending' as const)
  const seconds =
    failure.retryAfter ?? (troubledSince ? troubledSeconds(troubledSince, at.toJSDate()) : backoffSeconds(attempts))
  // What Slack only asked to come later with was no failure.
  const counted = limited ? claimed.attempts : attempts
  return { state, lastError, notBefore: at.plus({ seconds }).toJSDate(), attempts: counted }
}

function takenBack(at: Date) {
  return { state: 'dead', lastError: 'taken_back', dismissedAt: at } as const
}

/** What an arrival means for others: its place is reached; what was deleted counts as sent no more. */
async function spreadArrival(tx: Transaction, claimed: Claimed, result: Posted | 'cancelled', at: Date): Promise<void> {
  const { workspaceId, edits, removes } = claimed
  if (result === 'cancelled') return
  // Edits reach also people who left, and channels that are closed to new messages.
  if (edits === null) await clearTrouble(tx, claimed)
  if (removes) await tx.delivery.updateMany({ where: { workspaceId, dedupeKey: edits ?? '' }, data: takenBack(at) })
}

/** Slack's request to wait, kept by everything that it is about. */
async function leaveAlone(
  tx: Transaction,
  { workspaceId, place, edits, removes }: Claimed,
  { concerns }: DeliveryError,
  until: Date,
  wholeWorkspace: boolean,
): Promise<void> {
  if (concerns === 'workspace' || (concerns === 'place' && wholeWorkspace))
    await silenceWorkspace(tx, workspaceId, until)
  else if (concerns === 'place') await quietPlace(tx, { workspaceId, place }, silentUntil(placePace, null, until))
  else if (concerns === 'method')
    // Slack counts each of its methods apart: edits, deletions, and the looking for what may stand already.
    await tx.delivery.updateMany({
      where: {
        workspaceId,
        notBefore: { lt: until },
        ...(edits === null
          ? { state: 'unknown' as const }
          : { state: { in: ['pending', 'unknown'] as const }, edits: { not: null }, removes }),
      },
      data: { notBefore: until },
    })
}

/** A place that is not reached: Slack's refusal, since when, and when it is tried again; null: not by this message. */
type Unreached = { place: string; refusal: string; since: Date; until: Date | null }

async function recordUnreachable(
  tx: Transaction,
  claimed: Claimed,
  { place, refusal, since, until }: Unreached,
  at: DateTime,
): Promise<Settled['troubled']> {
  const { workspaceId } = claimed
  const first = await recordTrouble(tx, { workspaceId, place }, { refusal, since })
  const told = await tellOffice(tx, claimed, { place, refusal, since }, at)
  // What somebody has to cure is probed by one message alone. A lacking permission is not lacked by every message.
  if (until && place !== workspaceId) await quietPlace(tx, { workspaceId, place }, silentUntil(placePace, null, until))
  else if (until && refusal !== 'missing_scope') await silenceWorkspace(tx, workspaceId, until)
  return first ? { place, refusal, told } : null
}

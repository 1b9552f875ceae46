import type { DateTime } from 'luxon'
import type { Database } from '../db/database.ts'
import { attempt } from './attempt.ts'
import { type Claim, type Claimed, claimDue } from './claim.ts'
import type { Courier } from './courier.ts'
import { DeliveryError } from './delivery-error.ts'
import { type Result, type Settled, settle } from './settle.ts'

/** So many messages are on their way at the same time: with answers in half a second, three times the allowed pace. */
const atOnce = 8

/** So many places limited one after the other, with nothing arriving in between, and it is the workspace that is. */
const limitedPlaces = 3

/** After so long nothing more is begun: what else is due has its turn, and so have other workspaces. */
const turnMilliseconds = 10_000

/** What was tried, and when something may go that waits for nothing but its pace; null: nothing does. */
type Dispatched = { tried: number; next: Date | null }

const nothing: Claim = { claimed: [], next: null, closed: false }

/** Who is told what people ought to know of. */
export type DispatchLog = {
  /** A message was given up. */
  gaveUp(delivery: number, reason: string): void
  /** A place is not reached from now on; so many of the office are told. */
  troubled(trouble: NonNullable<Settled['troubled']>): void
}

/**
 * Sends every message that is due in a workspace, whose bot alone can post there: claim, commit, send, confirm; messages
 * to different places at the same time, at the pace that Slack allows, for as long as one turn lasts. A message whose fate is
 * not known (its answer was lost, or the process died with it) is looked for in Slack first and sent only when it is not there.
 * `leaseNow`: the clock by which the leases of other processes are judged.
 */
export async function dispatchDue(
  database: Database,
  workspaceId: string,
  now: () => DateTime,
  courier: Courier,
  log: DispatchLog,
  leaseNow: () => DateTime = now,
): Promise<Dispatched> {
  const underWay = new Map<number, Promise<void>>()
  const limits = createLimits()
  const failures: unknown[] = []
  const begun = performance.now()
  let tried = 0
  let last = nothing

  // What is on its way already is brought to its end, whatever fails.
  const claim = async (own: readonly number[]): Promise<Claim> => {
    const room = failures.length > 0 || performance.now() - begun > turnMilliseconds ? 0 : atOnce - own.length
    if (room === 0) return nothing
    return claimDue(database, workspaceId, now(), room, own, leaseNow().toJSDate()).catch((error: unknown) => {
      failures.push(error)
      return nothing
    })
  }

  const deliver = async (claimed: Claimed) => {
    try {
      const result = await attempt(database, courier, claimed)
      const { gaveUp, troubled } = await settle(database, claimed, result, now(), limits.isWorkspaces(claimed, result))
      if (gaveUp !== null) log.gaveUp(claimed.id, gaveUp)
      if (troubled) log.troubled(troubled)
    } catch (error) {
      // What cannot be written down stays leased, and is looked for when the lease is over.
      failures.push(error)
    } finally {
      underWay.delete(claimed.id)
    }
  }

  for (;;) {
    const own = [...underWay.keys()]
    const isClosed = last.closed && last.next !== null && now().toJSDate() < last.next
    if (!isClosed) last = await claim(own)
    const { claimed, next } = last
    for (const one of claimed) underWay.set(one.id, deliver(one))
    tried += claimed.length
    if (claimed.length === 0 && own.length === 0) {
      if (failures.length > 0) throw failures[0]
      return { tried, next }
    }
    // What ended meanwhile may be what others waited for, so there is another look before the end.
    const isFull = claimed.length === 0 || underWay.size >= atOnce
    if (isFull && underWay.size > 0) await Promise.race(underWay.values())
  }
}

/** Tells the limit of a place from the workspace's, which Slack answers alike. */
function createLimits() {
  const limited = new Set<string>()
  return {
    isWorkspaces({ place }: Claimed, result: Result): boolean {
      if (!(result instanceof DeliveryError)) limited.clear()
      else if (result.retryAfter !== null && result.concerns === 'place') limited.add(place)
      return limited.size >= limitedPlaces
    },
  }
}

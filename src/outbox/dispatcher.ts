import type { DateTime } from 'luxon'
import type { Database } from '../db/database.ts'
import { attemptsAtMost, backoffSeconds } from './backoff.ts'
import { DeliveryError } from './delivery-error.ts'
import { type Notification, parseNotification } from './notifications.ts'

const leaseSeconds = 60

/** A message to send. */
export type Outgoing = { workspaceId: string; place: string; dedupeKey: string } & Notification

/** The hand that reaches Slack. */
export type Courier = {
  /** Posts a message and returns its `ts`. @throws DeliveryError */
  send(outgoing: Outgoing): Promise<string>
  /** The `ts` of a message that was posted under this key before, or null. @throws DeliveryError */
  find(place: string, dedupeKey: string, since: Date): Promise<string | null>
}

type Claimed = {
  id: number
  workspaceId: string
  kind: string
  payload: unknown
  dedupeKey: string
  place: string
  attempts: number
  createdAt: Date
  doubtful: boolean
}

/**
 * Sends every message that is due in a workspace, whose bot alone can post there, one after the other: claim, commit,
 * send, confirm. A message whose fate is not known (its answer was lost, or the process died with it) is looked for in
 * Slack first and sent only when it is not there. A message that is given up is told to `gaveUp`. Returns how many were
 * tried.
 */
export async function dispatchDue(
  database: Database,
  workspaceId: string,
  now: () => DateTime,
  courier: Courier,
  gaveUp: (id: number, reason: string) => void,
): Promise<number> {
  let tried = 0
  for (;;) {
    const claimed = await claim(database, workspaceId, now())
    if (!claimed) return tried
    tried += 1
    const outcome = outcomeOf(now(), claimed, await attempt(courier, claimed))
    await settle(database, claimed, outcome)
    if (outcome.state === 'dead') gaveUp(claimed.id, outcome.lastError)
  }
}

async function claim(database: Database, workspaceId: string, now: DateTime): Promise<Claimed | null> {
  const at = now.toJSDate()
  return database.transaction(async (tx) => {
    const rows = await tx.$queryRaw<Claimed[]>`
      SELECT "id", "workspaceId", "kind", "payload", "dedupeKey", "place", "attempts", "createdAt",
             "state" <> 'pending' AS "doubtful"
      FROM "Delivery"
      WHERE "workspaceId" = ${workspaceId}
        AND (("state" IN ('pending', 'unknown') AND "notBefore" <= ${at})
          OR ("state" = 'sending' AND "leasedUntil" <= ${at}))
      ORDER BY "notBefore", "id" LIMIT 1 FOR UPDATE SKIP LOCKED`
    const [row] = rows
    if (!row) return null
    await tx.delivery.update({
      where: { id: row.id },
      data: {
        state: 'sending',
        leasedUntil: now.plus({ seconds: leaseSeconds }).toJSDate(),
        attempts: row.attempts + 1,
      },
    })
    return row
  })
}

async function attempt(courier: Courier, claimed: Claimed): Promise<{ ts: string } | DeliveryError> {
  try {
    const { workspaceId, place, dedupeKey } = claimed
    const found = claimed.doubtful ? await courier.find(place, dedupeKey, claimed.createdAt) : null
    const outgoing = { workspaceId, place, dedupeKey, ...parseNotification(claimed.kind, claimed.payload) }
    return { ts: found ?? (await courier.send(outgoing)) }
  } catch (error) {
    return error instanceof DeliveryError ? error : new DeliveryError('dead', String(error))
  }
}

/** Writes down what became of an attempt; one whose lease ran out has no say any more where another followed it. */
async function settle(database: Database, claimed: Claimed, outcome: ReturnType<typeof outcomeOf>): Promise<void> {
  const where = { id: claimed.id, state: 'sending', attempts: claimed.attempts + 1 } as const
  await database.transaction((tx) => tx.delivery.updateMany({ where, data: { leasedUntil: null, ...outcome } }))
}

function outcomeOf(now: DateTime, claimed: Claimed, result: { ts: string } | DeliveryError) {
  if ('ts' in result) return { state: 'sent' as const, ts: result.ts, sentAt: now.toJSDate() }
  const attempts = claimed.attempts + 1
  const seconds = result.retryAfter ?? backoffSeconds(attempts)
  const lastError = result.message.slice(0, 500)
  if (result.outcome === 'dead' || attempts >= attemptsAtMost) return { state: 'dead' as const, lastError }
  const state = result.outcome === 'unknown' || claimed.doubtful ? ('unknown' as const) : ('pending' as const)
  return { state, lastError, notBefore: now.plus({ seconds }).toJSDate() }
}

import type { DateTime } from 'luxon'
import type { Database } from '../db/database.ts'
import { loadDocuments } from '../db/document-store.ts'
import { attemptsAtMost, backoffSeconds } from './backoff.ts'
import { DeliveryError } from './delivery-error.ts'
import { type Notification, parseNotification } from './notifications.ts'

const leaseSeconds = 60

/** A file that goes with a message. */
type OutgoingFile = { name: string; bytes: Uint8Array }

/** A message to send. */
export type Outgoing = { workspaceId: string; place: string; dedupeKey: string; files: OutgoingFile[] } & Notification

/** Where a message stands in Slack. */
type Posted = { channel: string; ts: string }

/** The hand that reaches Slack. */
export type Courier = {
  /** Posts a message with its files. @throws DeliveryError */
  send(outgoing: Outgoing): Promise<Posted>
  /** Puts a message in the place of one that was posted; doing so twice changes nothing. @throws DeliveryError */
  edit(posted: Posted, outgoing: Outgoing): Promise<void>
  /** Where the message stands that was posted under this key before, or null. @throws DeliveryError */
  find(place: string, dedupeKey: string, since: Date): Promise<Posted | null>
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
  edits: string | null
  documents: number[] | null
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
    const outcome = outcomeOf(now(), claimed, await attempt(database, courier, claimed))
    await settle(database, claimed, outcome)
    if (outcome.state === 'dead') gaveUp(claimed.id, outcome.lastError)
  }
}

async function claim(database: Database, workspaceId: string, now: DateTime): Promise<Claimed | null> {
  const at = now.toJSDate()
  return database.transaction(async (tx) => {
    const rows = await tx.$queryRaw<Claimed[]>`
      SELECT "id", "workspaceId", "kind", "payload", "dedupeKey", "place", "attempts", "createdAt",
             "edits", "documents", "state" <> 'pending' AS "doubtful"
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

async function attempt(database: Database, courier: Courier, claimed: Claimed): Promise<Posted | DeliveryError> {
  try {
    const { workspaceId, place, dedupeKey } = claimed
    const notification = parseNotification(claimed.kind, claimed.payload)
    const files = await loadFiles(database, claimed.documents ?? [])
    const outgoing = { workspaceId, place, dedupeKey, files, ...notification }
    if (claimed.edits !== null) return await edit(database, courier, claimed, claimed.edits, outgoing)
    if (outgoing.kind === 'digest' && outgoing.payload.follows)
      await follow(database, workspaceId, outgoing.payload.follows)
    const found = claimed.doubtful ? await courier.find(place, dedupeKey, claimed.createdAt) : null
    return found ?? (await courier.send(outgoing))
  } catch (error) {
    return error instanceof DeliveryError ? error : new DeliveryError('dead', String(error))
  }
}

/** Lets a message wait for the one it follows. @throws DeliveryError `retry` while that is still to be sent */
async function follow(database: Database, workspaceId: string, key: string): Promise<void> {
  const before = await findSent(database, workspaceId, key)
  if (!before || before.state === 'dead') throw new DeliveryError('dead', 'the message before it was never sent')
  if (before.state !== 'sent') throw new DeliveryError('retry', 'the message before it is still to be sent')
}

async function findSent(database: Database, workspaceId: string, dedupeKey: string) {
  return database.transaction((tx) =>
    tx.delivery.findUnique({
      where: { workspaceId_dedupeKey: { workspaceId, dedupeKey } },
      select: { state: true, channel: true, ts: true },
    }),
  )
}

/** Edits the message that was sent under a key; waits while that is still to be sent. */
async function edit(
  database: Database,
  courier: Courier,
  claimed: Claimed,
  key: string,
  outgoing: Outgoing,
): Promise<Posted> {
  const original = await findSent(database, outgoing.workspaceId, key)
  if (!original || original.state === 'dead') throw new DeliveryError('dead', 'the message to edit was never sent')
  if (!original.channel || !original.ts) throw new DeliveryError('retry', 'the message to edit is still to be sent')
  const posted = { channel: original.channel, ts: original.ts }
  // A newer edit may have been owed while this one was on its way, and sent already.
  if (!(await isOutdated(database, claimed))) await courier.edit(posted, outgoing)
  return posted
}

async function isOutdated(database: Database, { id, workspaceId, edits }: Claimed): Promise<boolean> {
  const where = { workspaceId, edits, id: { gt: id } }
  return (await database.transaction((tx) => tx.delivery.count({ where }))) > 0
}

async function loadFiles(database: Database, ids: readonly number[]): Promise<OutgoingFile[]> {
  if (ids.length === 0) return []
  const documents = await database.transaction((tx) => loadDocuments(tx, ids))
  if (documents.length < ids.length) throw new DeliveryError('dead', 'a document of the message is gone')
  return documents
}

/** Writes down what became of an attempt; one whose lease ran out has no say any more where another followed it. */
async function settle(database: Database, claimed: Claimed, outcome: ReturnType<typeof outcomeOf>): Promise<void> {
  const where = { id: claimed.id, state: 'sending', attempts: claimed.attempts + 1 } as const
  await database.transaction((tx) => tx.delivery.updateMany({ where, data: { leasedUntil: null, ...outcome } }))
}

function outcomeOf(now: DateTime, claimed: Claimed, result: Posted | DeliveryError) {
  if ('ts' in result) return { state: 'sent' as const, ...result, sentAt: now.toJSDate() }
  const attempts = claimed.attempts + 1
  const seconds = result.retryAfter ?? backoffSeconds(attempts)
  const lastError = result.message.slice(0, 500)
  if (result.outcome === 'dead' || attempts >= attemptsAtMost) return { state: 'dead' as const, lastError }
  const state = result.outcome === 'unknown' || claimed.doubtful ? ('unknown' as const) : ('pending' as const)
  return { state, lastError, notBefore: now.plus({ seconds }).toJSDate() }
}

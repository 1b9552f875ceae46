import type { Database } from '../db/database.ts'
import { loadDocuments } from '../db/document-store.ts'
import { UnavailableError } from '../domain/errors.ts'
import { type Claimed, leaseSeconds } from './claim.ts'
import type { Courier, Outgoing, OutgoingFile } from './courier.ts'
import { DeliveryError } from './delivery-error.ts'
import { parseNotification } from './notifications.ts'
import type { Posted, Result } from './settle.ts'

/** Nothing is posted in the last seconds of a lease: the post itself may take ten. */
const reserveSeconds = 20

/** Sends a claimed message, or does what it is owed for; what goes wrong is a result, too. */
export async function attempt(database: Database, courier: Courier, claimed: Claimed): Promise<Result> {
  const expired = () => performance.now() - claimed.since > (leaseSeconds - reserveSeconds) * 1000
  try {
    if (claimed.removes) return await remove(database, courier, claimed)
    const { workspaceId, place, dedupeKey } = claimed
    const notification = parseNotification(claimed.kind, claimed.payload)
    const files = await loadFiles(database, claimed.documents ?? [])
    const outgoing = { workspaceId, place, dedupeKey, files, expired, ...notification }
    if (claimed.edits !== null) return await edit(database, courier, claimed, outgoing)
    if (outgoing.kind === 'digest' && outgoing.payload.follows)
      await follow(database, workspaceId, outgoing.payload.follows)
    const found = claimed.doubtful ? await courier.find(place, dedupeKey, claimed.createdAt) : null
    if (found) return found
    if (await isTakenBack(database, claimed)) return 'cancelled'
    return await courier.send(outgoing)
  } catch (error) {
    if (error instanceof DeliveryError) return error
    // The database is asked before anything is posted, and is back some time; what else goes wrong goes wrong every time.
    return new DeliveryError(error instanceof UnavailableError ? 'retry' : 'dead', String(error))
  }
}

/** Lets a message wait for the one it follows. @throws DeliveryError `retry` while that is still to be sent */
async function follow(database: Database, workspaceId: string, key: string): Promise<void> {
  const before = await findSent(database, workspaceId, key)
  if (!before || before.state === 'dead') throw new DeliveryError('dead', 'original_never_sent')
  if (before.state !== 'sent') throw new DeliveryError('retry', 'original_still_to_be_sent')
}

async function findSent(database: Database, workspaceId: string, dedupeKey: string) {
  return database.transaction((tx) =>
    tx.delivery.findUnique({
      where: { workspaceId_dedupeKey: { workspaceId, dedupeKey } },
      select: { state: true, channel: true, ts: true },
    }),
  )
}

/** Where the message stands that another is an edit or the removal of. @throws DeliveryError where it does not stand */
async function findOriginal(database: Database, { workspaceId, edits }: Claimed): Promise<Posted> {
  const original = await findSent(database, workspaceId, edits ?? '')
  if (!original || original.state === 'dead') throw new DeliveryError('dead', 'original_never_sent')
  if (!original.channel || !original.ts) throw new DeliveryError('retry', 'original_still_to_be_sent')
  return { channel: original.channel, ts: original.ts }
}

async function edit(database: Database, courier: Courier, claimed: Claimed, outgoing: Outgoing): Promise<Posted> {
  const posted = await findOriginal(database, claimed)
  // A newer edit, or the removal, may have been owed while this one was on its way, and sent already.
  if (!(await isOutdated(database, claimed))) await courier.edit(posted, outgoing)
  return posted
}

async function remove(database: Database, courier: Courier, claimed: Claimed): Promise<Posted | 'cancelled'> {
  const original = await findSent(database, claimed.workspaceId, claimed.edits ?? '')
  if (!original || original.state === 'dead') return 'cancelled'
  const posted = await findOriginal(database, claimed)
  await courier.remove(posted)
  return posted
}

async function isOutdated(database: Database, { id, workspaceId, edits }: Claimed): Promise<boolean> {
  const where = { workspaceId, edits, OR: [{ id: { gt: id } }, { removes: true }] }
  return (await database.transaction((tx) => tx.delivery.count({ where }))) > 0
}

async function isTakenBack(database: Database, { workspaceId, dedupeKey }: Claimed): Promise<boolean> {
  const where = { workspaceId, edits: dedupeKey, removes: true }
  return (await database.transaction((tx) => tx.delivery.count({ where }))) > 0
}

async function loadFiles(database: Database, ids: readonly number[]): Promise<OutgoingFile[]> {
  if (ids.length === 0) return []
  const documents = await database.transaction((tx) => loadDocuments(tx, ids))
  if (documents.length < ids.length) throw new DeliveryError('dead', 'document_gone')
  return documents
}

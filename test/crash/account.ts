import type { Database } from '../../src/db/database.ts'
import { accountOfDeeds, type DeedsAccount } from './account-deeds.ts'
import type { Deed } from './people.ts'
import type { SeenMessage } from './stage.ts'

/** What became of everything: `lost` and `duplicated` name each offence in a line, and must be empty. */
export type Account = DeedsAccount & {
  /** Messages owed, as stored. */
  owed: number
  sent: number
  /** Given up or still to be sent, with the reason: how many of each. */
  unsent: Record<string, number>
}

type Delivery = Awaited<ReturnType<typeof loadDeliveries>>[number]

/** Compares what people saw with what is stored and with what was owed. `now` is the clock of the bots. */
export async function takeAccount(
  database: Database,
  now: Date,
  deeds: readonly Deed[],
  seen: readonly SeenMessage[],
): Promise<Account> {
  const deliveries = await loadDeliveries(database)
  const owners = new Map(
    deliveries.flatMap(({ place, channel }) =>
      channel?.startsWith('D') && place.startsWith('U') ? [[channel, place]] : [],
    ),
  )
  const account = accountOfDeeds(deeds, seen, await loadAudit(database), owners)
  const lost = [...account.lost, ...lostMessages(deliveries, seen, now), ...(await lateSlots(database, now))]
  const duplicated = [...account.duplicated, ...repeatedMessages(deliveries, seen), ...(await repeatedSlots(database))]
  const sent = deliveries.filter(({ state }) => state === 'sent').length
  return { ...account, lost, duplicated, owed: deliveries.length, sent, unsent: reasons(deliveries) }
}

/** Whether nothing is left that is due by now or was tried before. */
export async function isSettled({ client }: Database, now: Date): Promise<boolean> {
  const left = { state: { in: ['pending' as const, 'sending' as const, 'unknown' as const] } }
  const due = [{ notBefore: { lte: now } }, { lastError: { not: null } }]
  return (await client.delivery.count({ where: { ...left, OR: due } })) === 0
}

function loadDeliveries({ client }: Database) {
  return client.delivery.findMany({ orderBy: { id: 'asc' } })
}

async function loadAudit({ client }: Database) {
  const events = await client.auditEvent.findMany({ select: { action: true, after: true } })
  return events.map(({ action, after }) => ({ action, text: JSON.stringify(after) }))
}

/** Every message that counts as sent stands where it says; whatever is not sent says why, or when it will be. */
function lostMessages(deliveries: readonly Delivery[], seen: readonly SeenMessage[], now: Date): string[] {
  const standing = new Set(seen.map(({ channel, ts }) => `${channel}/${ts}`))
  const removed = new Set(deliveries.filter(({ removes }) => removes).map(({ edits }) => edits))
  return deliveries.flatMap((row) => {
    const { dedupeKey, kind, state, channel, ts, edits, removes, lastError, notBefore } = row
    const named = `${kind} ${dedupeKey} (${state})`
    if (state === 'sent') {
      const gone = removes || removed.has(edits ?? dedupeKey)
      return gone || standing.has(`${channel}/${ts}`) ? [] : [`message not in Slack: ${named} at ${channel}/${ts}`]
    }
    const honest = state === 'dead' ? lastError !== null : lastError !== null || notBefore > now
    return honest ? [] : [`message not sent, no reason given: ${named}`]
  })
}

/** A key stands once in Slack, and only where it was owed; a message that was edited bears the key of the edit. */
function repeatedMessages(deliveries: readonly Delivery[], seen: readonly SeenMessage[]): string[] {
  const rootOf = new Map(deliveries.map(({ dedupeKey, edits }) => [dedupeKey, edits ?? dedupeKey]))
  const places = new Map<string, string[]>()
  const strange: string[] = []
  for (const { channel, ts, metadata } of seen) {
    const key = metadata?.event_payload?.key
    if (key === undefined) continue
    const root = rootOf.get(key)
    if (root === undefined) strange.push(`message in Slack that is not owed: ${key} at ${channel}/${ts}`)
    else places.set(root, [...(places.get(root) ?? []), `${channel}/${ts}`])
  }
  const twice = [...places].filter(([, at]) => at.length > 1)
  return [...strange, ...twice.map(([key, at]) => `message twice in Slack: ${key} at ${at.join(' and ')}`)]
}

/** After everything was worked off no job may be due. */
async function lateSlots({ client }: Database, now: Date): Promise<string[]> {
  const due = await client.jobSlot.findMany({ where: { nextRunAt: { lte: now } } })
  return due.map(({ job, nextRunAt }) => `slot not done: ${job} due ${nextRunAt.toISOString()}`)
}

/** One brief a person a day, one digest a subscription and slot. */
async function repeatedSlots({ client }: Database): Promise<string[]> {
  const briefs = await client.delivery.findMany({ where: { kind: 'brief', edits: null } })
  const digests = await client.digest.findMany({ where: { subscriptionId: { not: null } } })
  return [
    ...repeated(briefs.map(({ place, payload }) => `brief of ${(payload as { day: string }).day} to ${place}`)),
    ...repeated(digests.map(({ subscriptionId, slot }) => `digest ${subscriptionId} of ${slot.toISOString()}`)),
  ]
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, place) => names.indexOf(name) !== place).map((name) => `slot done twice: ${name}`)
}

function reasons(deliveries: readonly Delivery[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { state, lastError } of deliveries) {
    if (state === 'sent') continue
    const reason = `${state}: ${lastError ?? 'its time has not come'}`
    counts[reason] = (counts[reason] ?? 0) + 1
  }
  return counts
}

import type { Deed } from './people.ts'
import type { SeenMessage } from './stage.ts'

/** What became of what people did. `lost`, `duplicated` and `misled` name each in a line; the numbers count deeds. */
export type DeedsAccount = {
  tried: number
  /** A receipt was seen. */
  acknowledged: number
  /** Told why not by the bot, and nothing is stored. */
  refused: number
  /** Told by Slack that no bot acknowledged it, and nothing is stored. */
  timedOut: number
  /** Acknowledged by a process that died before it did or said anything. */
  unanswered: number
  /** Done, but the process died before it said so. */
  silent: number
  /** Told that it was not done, though it was: its commit went through and the answer did not. */
  misled: string[]
  /** A receipt that came twice, as its first showing seemed to fail. */
  receiptTwice: number
  lost: string[]
  duplicated: string[]
}

/** An entry of the audit trail; `text` is what is so since. */
type Entry = { action: string; text: string }

/** Compares the receipts that people saw with what is stored. Deeds that store nothing are only counted as tried. */
export function accountOfDeeds(
  deeds: readonly Deed[],
  seen: readonly SeenMessage[],
  audit: readonly Entry[],
): DeedsAccount {
  const account: DeedsAccount = {
    tried: deeds.length,
    acknowledged: 0,
    refused: 0,
    timedOut: 0,
    unanswered: 0,
    silent: 0,
    misled: [],
    receiptTwice: 0,
    lost: [],
    duplicated: [],
  }
  const personal = seen.filter((one) => one.ephemeral_for !== undefined || one.channel.startsWith('D'))
  for (const deed of deeds) {
    if (deed.receipt === null) continue
    const shown = messagesTo(deed, personal)
    const receipts = shown.filter((text) => deed.receipt?.test(text)).length
    const stored = audit.filter(({ action, text }) => action === deed.action && text.includes(deed.token)).length
    count(account, deed, { receipts, stored, mentioned: shown.some((text) => text.includes(deed.token)) })
  }
  return account
}

type Found = { receipts: number; stored: number; mentioned: boolean }

function count(account: DeedsAccount, deed: Deed, { receipts, stored, mentioned }: Found): void {
  const named = `${deed.kind} of ${deed.user} at ${deed.since}, ${deed.token}`
  if (receipts > 0) account.acknowledged += 1
  if (receipts > 1) account.receiptTwice += 1
  if (stored > 1) account.duplicated.push(`stored ${stored} times: ${named}`)
  if (receipts > 0 && stored === 0) account.lost.push(`receipt seen, not stored: ${named}`)
  if (receipts > 0) return
  if (stored > 0 && mentioned) account.misled.push(named)
  else if (stored > 0) account.silent += 1
  else if (mentioned) account.refused += 1
  else if (!deed.answer.ok) account.timedOut += 1
  else account.unanswered += 1
}

/** What the person saw since, as text. In a direct conversation it is told apart by the token or the number in it. */
function messagesTo({ user, since }: Deed, personal: readonly SeenMessage[]): string[] {
  return personal
    .filter((one) => one.ts >= since && (one.ephemeral_for ?? user) === user)
    .map((one) => JSON.stringify(one))
}

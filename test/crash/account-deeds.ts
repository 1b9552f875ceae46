import { t } from '../../src/i18n/translate.ts'
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
  /** Told that it may be done, as its answer or the end of its work was lost. */
  unsure: number
  /** Told that it was not done, though it was: its commit went through and the answer did not. */
  misled: string[]
  /** A receipt that came twice, as its first showing seemed to fail. */
  receiptTwice: number
  lost: string[]
  duplicated: string[]
  /** How often each kind of deed was tried and acknowledged, those too that store nothing under their token. */
  kinds: Record<string, { tried: number; acknowledged: number }>
}

/** What the bot says where it does not know what became of a request. */
const doubt = [t('zh-CN', 'error.unanswered'), t('zh-CN', 'error.unsure')]

/** An entry of the audit trail; `text` is what is so since. */
type Entry = { action: string; text: string }

/**
 * Compares the receipts that people saw with what is stored. Deeds that store nothing are counted by their kind alone. `owners`:
 * whose a direct conversation is, where that is known.
 */
export function accountOfDeeds(
  deeds: readonly Deed[],
  seen: readonly SeenMessage[],
  audit: readonly Entry[],
  owners: ReadonlyMap<string, string> = new Map(),
): DeedsAccount {
  const account: DeedsAccount = {
    tried: deeds.length,
    acknowledged: 0,
    refused: 0,
    timedOut: 0,
    unanswered: 0,
    silent: 0,
    unsure: 0,
    misled: [],
    receiptTwice: 0,
    lost: [],
    duplicated: [],
    kinds: {},
  }
  const personal = seen.filter(
    (one) => !one.metadata?.event_payload?.key && (one.ephemeral_for !== undefined || one.channel.startsWith('D')),
  )
  const storedOf = ({ action, token }: Deed) =>
    audit.filter((entry) => entry.action === action && entry.text.includes(token)).length
  // Some receipts name the thing and not the words, so that one may be another's.
  const receiptOf = ({ user, receipt }: Deed) => `${user} ${receipt?.source}`
  const alike = Map.groupBy(deeds, receiptOf)
  const isStored = (deed: Deed) => alike.get(receiptOf(deed))?.some((one) => storedOf(one) > 0) ?? false
  for (const deed of deeds) {
    if (deed.receipt === null) continue
    const shown = messagesTo(deed, personal, owners)
    const receipts = shown.filter((text) => deed.receipt?.test(text)).length
    const { tried = 0, acknowledged = 0 } = account.kinds[deed.kind] ?? {}
    account.kinds[deed.kind] = { tried: tried + 1, acknowledged: acknowledged + Number(receipts > 0) }
    if (deed.action === null) continue
    const stored = storedOf(deed)
    const own = stored > 0 || !isStored(deed) ? receipts : 0
    // Others may be told what stands already; what is handed back stands without quotation marks.
    const told = shown.filter((text) => text.replaceAll(`「${deed.token}」`, '').includes(deed.token))
    const doubted = told.some((text) => doubt.some((words) => text.includes(words)))
    count(account, deed, { receipts: own, stored, mentioned: told.length > 0, doubted })
  }
  return account
}

type Found = { receipts: number; stored: number; mentioned: boolean; doubted: boolean }

function count(account: DeedsAccount, deed: Deed, { receipts, stored, mentioned, doubted }: Found): void {
  const named = `${deed.kind} of ${deed.user} at ${deed.since}, ${deed.token}`
  if (receipts > 0) account.acknowledged += 1
  if (receipts > 1) account.receiptTwice += 1
  if (stored > 1) account.duplicated.push(`stored ${stored} times: ${named}`)
  if (receipts > 0 && stored === 0) account.lost.push(`receipt seen, not stored: ${named}`)
  if (receipts > 0) return
  if (doubted) account.unsure += 1
  else if (stored > 0 && mentioned) account.misled.push(named)
  else if (stored > 0) account.silent += 1
  else if (mentioned) account.refused += 1
  else if (!deed.answer.ok) account.timedOut += 1
  else account.unanswered += 1
}

/** What the person saw since, as text. In a direct conversation of nobody known it is told apart by what stands in it. */
function messagesTo(
  { user, since }: Deed,
  personal: readonly SeenMessage[],
  owners: ReadonlyMap<string, string>,
): string[] {
  return personal
    .filter((one) => one.ts >= since && (one.ephemeral_for ?? owners.get(one.channel) ?? user) === user)
    .map((one) => JSON.stringify(one))
}

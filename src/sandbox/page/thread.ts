import type { Message } from './wire.ts'
import { instantOfTs, wallTime } from './zone.ts'

/** A message with its replies. `joins`: it follows another of the same person closely and needs no heading of its own. */
type Thread = { message: Message; replies: Message[]; joins: boolean }

/** The threads of one day, `YYYY-MM-DD` in the workspace's zone. */
export type Day = { date: string; threads: Thread[] }

const JOIN_WITHIN_MS = 5 * 60_000

/** Arranges a channel's messages by day and thread, oldest first. A reply whose parent is gone stands by itself. */
export function arrangeMessages(messages: Message[]): Day[] {
  const sorted = [...messages].sort((a, b) => Number(a.ts) - Number(b.ts))
  const known = new Set(sorted.map((one) => one.ts))
  const isReply = (one: Message) => one.thread_ts !== undefined && one.thread_ts !== one.ts && known.has(one.thread_ts)
  const days: Day[] = []
  let previous: Message | undefined
  for (const message of sorted.filter((one) => !isReply(one))) {
    const date = wallTime(instantOfTs(message.ts)).slice(0, 10)
    let day = days.at(-1)
    if (day?.date !== date) {
      day = { date, threads: [] }
      days.push(day)
      previous = undefined
    }
    const replies = sorted.filter((one) => isReply(one) && one.thread_ts === message.ts)
    day.threads.push({ message, replies, joins: joinsTo(previous, message) })
    previous = replies.length > 0 ? undefined : message
  }
  return days
}

function joinsTo(previous: Message | undefined, message: Message): boolean {
  if (!previous || previous.user !== message.user || previous.ephemeral_for !== message.ephemeral_for) return false
  return instantOfTs(message.ts) - instantOfTs(previous.ts) < JOIN_WITHIN_MS
}

import type { Message } from './wire.ts'

/** person/channel → timestamp of the newest message read there. */
export type ReadMarks = Record<string, string>

const keyOf = (user: string, channel: string) => `${user}/${channel}`

/** True for a message this person can see. */
export function isVisible(message: Message, user: string): boolean {
  return message.ephemeral_for === undefined || message.ephemeral_for === user
}

/** How many messages of others a person has not read in a channel. */
export function unreadCount(messages: Message[], marks: ReadMarks, user: string, channel: string): number {
  const read = marks[keyOf(user, channel)] ?? '0'
  return messages.filter(
    (one) => one.channel === channel && one.user !== user && isVisible(one, user) && Number(one.ts) > Number(read),
  ).length
}

/** The marks after a person has read a channel to its end; the same object where nothing changes. */
export function markRead(messages: Message[], marks: ReadMarks, user: string, channel: string): ReadMarks {
  const newest = messages.filter((one) => one.channel === channel && isVisible(one, user)).at(-1)?.ts
  const key = keyOf(user, channel)
  return !newest || marks[key] === newest ? marks : { ...marks, [key]: newest }
}

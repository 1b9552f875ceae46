import type { Notification } from './notifications.ts'
import type { Posted } from './settle.ts'

/** A file that goes with a message. */
export type OutgoingFile = { name: string; bytes: Uint8Array }

/** A message to send. `expired`: it took so long to prepare that another process may send it now. */
export type Outgoing = {
  workspaceId: string
  place: string
  dedupeKey: string
  files: OutgoingFile[]
  expired?: () => boolean
} & Notification

/** The hand that reaches Slack. */
export type Courier = {
  /** Posts a message with its files. @throws DeliveryError */
  send(outgoing: Outgoing): Promise<Posted>
  /** Puts a message in the place of one that was posted; doing so twice changes nothing. @throws DeliveryError */
  edit(posted: Posted, outgoing: Outgoing): Promise<void>
  /** Deletes a message that was posted; one that is gone already is no error. @throws DeliveryError */
  remove(posted: Posted): Promise<void>
  /** Where the message stands that was posted under this key before, or null. @throws DeliveryError */
  find(place: string, dedupeKey: string, since: Date): Promise<Posted | null>
}

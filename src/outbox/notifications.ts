import { z } from 'zod'
import { agendaNotice } from '../domain/agenda/notice.ts'
import { consultationNotice, settlementNotice } from '../domain/consultation/consultation-notice.ts'
import { digestContent } from '../domain/digest.ts'
import { disinvitation, invitation, roster } from '../domain/meeting/invitation.ts'

/** What the bot may owe a place, by kind: the payload holds all that the message shows, so it is rendered when sent. */
export const notifications = {
  'agenda.published': agendaNotice,
  'meeting.invitation': invitation,
  'meeting.disinvitation': disinvitation,
  'meeting.roster': roster,
  'consultation.asked': consultationNotice,
  'consultation.agreed': consultationNotice,
  'issue.settled': settlementNotice,
  digest: digestContent,
} as const satisfies Record<string, z.ZodType>

/** A kind of notification. */
type NotificationKind = keyof typeof notifications

/** A notification with the payload of its kind. */
export type Notification = {
  [K in NotificationKind]: { kind: K; payload: z.infer<(typeof notifications)[K]> }
}[NotificationKind]

/**
 * Reads a stored notification back.
 * @throws ZodError when the payload is not of its kind
 */
export function parseNotification(kind: string, payload: unknown): Notification {
  const known = z.enum(Object.keys(notifications) as [NotificationKind, ...NotificationKind[]]).parse(kind)
  return { kind: known, payload: notifications[known].parse(payload) } as Notification
}

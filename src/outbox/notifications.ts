import { z } from 'zod'
import { agendaNotice } from '../domain/agenda/notice.ts'
import { brief } from '../domain/brief.ts'
import { consultationNotice, settlementNotice } from '../domain/consultation/consultation-notice.ts'
import { troubleNotice } from '../domain/delivery/trouble-notice.ts'
import { approvalNotice } from '../domain/digest/approval-notice.ts'
import { digestContent } from '../domain/digest.ts'
import { disinvitation, invitation, meetingFacts, roster } from '../domain/meeting/invitation.ts'
import { itemCall } from '../domain/meeting/item-call.ts'
import { dueDraft, meetingCancelled, meetingMoved, nothingToMeet, topicCall } from '../domain/meeting/notices.ts'
import { minutesNotice, signedNotice } from '../domain/minutes/minutes-notice.ts'
import { slipNotice } from '../domain/supervision/slip-notice.ts'

/** What the bot may owe a place, by kind: the payload holds all that the message shows, so it is rendered when sent. */
export const notifications = {
  'agenda.published': agendaNotice,
  'meeting.invitation': invitation,
  'meeting.disinvitation': disinvitation,
  'meeting.roster': roster,
  'consultation.asked': consultationNotice,
  'consultation.agreed': consultationNotice,
  'issue.settled': settlementNotice,
  'meeting.item_soon': itemCall,
  'minutes.draft': minutesNotice,
  'minutes.to_sign': minutesNotice,
  'minutes.signed': signedNotice,
  digest: digestContent,
  'digest.approval': approvalNotice,
  'meeting.call': topicCall,
  'meeting.moved': meetingMoved,
  'meeting.cancelled': meetingCancelled,
  'meeting.calendar': meetingFacts,
  'agenda.draft': dueDraft,
  'agenda.nothing': nothingToMeet,
  brief,
  'slip.published': slipNotice,
  'slip.red': slipNotice,
  'delivery.trouble': troubleNotice,
} as const satisfies Record<string, z.ZodType>

/** A kind of notification. */
export type NotificationKind = keyof typeof notifications

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

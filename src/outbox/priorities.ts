import type { NotificationKind } from './notifications.ts'

/**
 * What goes first where several messages wait: the smaller. Messages about one thing are equal, for those keep their order
 * in a place: an invitation never comes after the news that its meeting was moved.
 */
const priorities: Record<NotificationKind, number> = {
  'slip.published': 10,
  'slip.red': 10,
  'meeting.item_soon': 20,
  'agenda.published': 20,
  'meeting.invitation': 20,
  'meeting.disinvitation': 20,
  'meeting.roster': 20,
  'meeting.call': 20,
  'meeting.moved': 20,
  'meeting.cancelled': 20,
  'meeting.calendar': 20,
  'agenda.draft': 20,
  'agenda.nothing': 20,
  'delivery.trouble': 30,
  'consultation.asked': 30,
  'consultation.agreed': 30,
  'issue.settled': 30,
  'minutes.draft': 30,
  'minutes.to_sign': 30,
  'minutes.signed': 30,
  'digest.approval': 30,
  brief: 40,
  digest: 50,
}

/** The priority of a kind of message. */
export function priorityOf(kind: NotificationKind): number {
  return priorities[kind]
}

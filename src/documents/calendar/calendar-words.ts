import { DateTime } from 'luxon'
import type { Invitation, MeetingFacts } from '../../domain/meeting/invitation.ts'
import { localeOf } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'

/** What a calendar calls a meeting, in the plan's language. */
export function summaryOf({ language, no, planTitle }: MeetingFacts): string {
  return t(localeOf(language), 'attendance.calendar_summary', { no, plan: planTitle })
}

/** A delegate's items and times, a line each, in the plan's language. */
export function describeInvitation(invitation: Invitation): string {
  const locale = localeOf(invitation.language)
  const start = DateTime.fromISO(invitation.startsAt, { zone: invitation.zone })
  const clock = (minute: number) => start.plus({ minutes: minute }).toFormat('HH:mm')
  return [
    ...(invitation.opening ? [t(locale, 'attendance.opening_line', { from: clock(0) })] : []),
    ...invitation.items.map(({ startMinute, minutes, ...item }) =>
      t(locale, 'attendance.item_line', {
        ...item,
        from: clock(startMinute),
        to: clock(startMinute + minutes),
        ask: t(locale, `attendance.ask.${item.ask}`),
      }),
    ),
  ].join('\n')
}

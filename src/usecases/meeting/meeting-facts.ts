import { DateTime } from 'luxon'
import type { MeetingRow } from '../../db/meeting-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import type { MeetingFacts } from '../../domain/meeting/invitation.ts'

/** The meeting as its messages name it, its start in the plan's zone. */
export function factsOf(plan: PlanRow, meeting: MeetingRow): MeetingFacts {
  const { id: meetingId, no, minutes, place, startsAt } = meeting
  const { id: planId, title: planTitle, language, zone } = plan
  const start = DateTime.fromJSDate(startsAt, { zone }).toISO() ?? ''
  return { planId, planTitle, language, zone, meetingId, no, startsAt: start, minutes, place }
}

import { agendaIds } from './agenda/ids.ts'
import { attendanceIds } from './attendance/ids.ts'
import { boardIds } from './board/ids.ts'
import { burdenIds } from './burden/ids.ts'
import { consultationIds } from './consultation/ids.ts'
import { decisionIds } from './decision/ids.ts'
import { digestIds } from './digest/ids.ts'
import { enterpriseIds } from './enterprise/ids.ts'
import { healthIds } from './health/ids.ts'
import { issueIds } from './issue/ids.ts'
import { meetingIds } from './meeting/ids.ts'
import { milestoneIds } from './milestone/ids.ts'
import { minutesIds } from './minutes/ids.ts'
import { membersIds, planIds, settingsIds } from './plan/ids.ts'
import { policyIds } from './policy/ids.ts'
import { progressIds } from './progress/ids.ts'
import { reviewIds } from './review/ids.ts'
import { supervisionIds } from './supervision/ids.ts'
import { targetIds } from './target/ids.ts'
import { todoIds } from './todo/ids.ts'

/** Every identifier that Slack sends back to the bot, by feature; listeners and messages name them only from here. */
export const ids = {
  progress: progressIds,
  review: reviewIds,
  issue: issueIds,
  agenda: agendaIds,
  attendance: attendanceIds,
  todo: todoIds,
  supervision: supervisionIds,
  consultation: consultationIds,
  meeting: meetingIds,
  board: boardIds,
  decision: decisionIds,
  minutes: minutesIds,
  target: targetIds,
  settings: settingsIds,
  burden: burdenIds,
  digest: digestIds,
  enterprise: enterpriseIds,
  health: healthIds,
  plan: planIds,
  members: membersIds,
  milestone: milestoneIds,
  policy: policyIds,
} as const

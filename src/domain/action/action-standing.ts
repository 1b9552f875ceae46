import { DateTime } from 'luxon'
import { addWorkingDays, workingDaysBetween } from '../calendar.ts'
import type { ActionState } from './action-state.ts'

/** An action is due soon within so many working days. */
const DUE_SOON_DAYS = 3

/** What an action's standing is read from; `dueOn` an ISO day. */
type Dated = { state: ActionState; dueOn: string; reportedAt: Date | null }

/** How an action stands against its day. */
export type ActionStanding = {
  /** Working days since its day (0: only days off since); null where it is not overdue. */
  daysLate: number | null
  /** Working days to its day (0: today, or only days off until then) where that is soon, else null. */
  daysLeft: number | null
  /** It was reported and the office returned it. */
  returned: boolean
}

/** Is it past its day with nothing reported? `today` is an ISO day. What waits for the office is not overdue. */
export function isOverdue({ state, dueOn }: Pick<Dated, 'state' | 'dueOn'>, today: string): boolean {
  return state === 'open' && dueOn < today
}

/** How an action stands at `now` (in the plan's zone). */
export function standingOf(action: Dated, now: DateTime): ActionStanding {
  const { state, dueOn, reportedAt } = action
  const today = now.startOf('day')
  const due = DateTime.fromISO(dueOn, { zone: now.zone })
  const late = isOverdue(action, now.toFormat('yyyy-MM-dd'))
  const soon = state === 'open' && !late && due <= addWorkingDays(today, DUE_SOON_DAYS)
  return {
    daysLate: late ? workingDaysBetween(due, today) : null,
    daysLeft: soon ? workingDaysBetween(today, due) : null,
    returned: state === 'open' && reportedAt !== null,
  }
}

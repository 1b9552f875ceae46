import { DateTime } from 'luxon'
import { listMilestones } from '../../db/milestone-store.ts'
import { listPauses } from '../../db/pause-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import { addWorkingDays } from '../../domain/calendar.ts'
import type { Obligation } from '../../domain/supervision/obligation.ts'
import { pausedFrom } from '../../domain/supervision/paused-from.ts'
import type { Work } from '../context.ts'
import { milestoneSubject } from './hold-milestone.ts'

/** Milestones further off than this, and than the plan's first reminder, are not spoken of: units plan in years. */
const daysAhead = 60

/**
 * The milestones that units owe: those not reached that are past their day or due within 60 days (or the
 * plan's first reminder, where that is earlier). A paused task asks for
 * nothing; a pause that ended lets lateness count from its end. Four queries, whatever their number.
 */
export async function milestoneObligations(work: Work): Promise<Obligation[]> {
  const { tx, plan, now } = work
  const firstReminder = addWorkingDays(now, Math.max(0, ...plan.settings.reminderDays))
  const dueUntil = DateTime.max(now.plus({ days: daysAhead }), firstReminder).toFormat('yyyy-MM-dd')
  const open = await listMilestones(tx, plan.id, { open: true, dueUntil })
  if (open.length === 0) return []
  const standing = new Set((await listUnits(tx, plan.id)).map(({ id }) => id))
  const pauses = Map.groupBy(await listPauses(tx, plan.id), ({ taskId }) => taskId)
  return open.flatMap(({ no, title, taskId, unitId, unit, dueOn }) => {
    const paused = pausedFrom(dueOn, pauses.get(taskId) ?? [], plan.zone)
    if (!standing.has(unitId) || !paused) return []
    return [
      {
        kind: 'milestone' as const,
        subject: milestoneSubject(no),
        unitId,
        unit,
        people: 'liaisons' as const,
        dueOn,
        ...paused,
        items: [{ no, title }],
      },
    ]
  })
}

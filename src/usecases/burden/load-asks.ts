import { DateTime } from 'luxon'
import {
  type BurdenMeeting,
  type BurdenWindow,
  listActionsGiven,
  listConsulted,
  listEnterprisesKept,
  listMeetingsAsked,
  listMilestonesDue,
} from '../../db/burden-store.ts'
import { listPauses } from '../../db/pause-store.ts'
import { listPeriods } from '../../db/period-store.ts'
import { listTasks } from '../../db/task-store.ts'
import type { Ask, MeetingTime } from '../../domain/burden.ts'
import { timeAtMeeting } from '../../domain/meeting-time.ts'
import type { ReportingPeriod } from '../../domain/reporting-period.ts'
import { pausedReports } from '../../domain/supervision/paused-reports.ts'
import { visitsAsked } from '../../domain/visit-asks.ts'
import type { Work } from '../context.ts'

/** From when until when a period's burden is counted: its own days, in the plan's zone. */
export function windowOf({ plan }: Pick<Work, 'plan'>, { startsOn, endsOn }: ReportingPeriod): BurdenWindow {
  const at = (day: string) => DateTime.fromISO(day, { zone: plan.zone })
  return {
    planId: plan.id,
    from: at(startsOn).toJSDate(),
    until: at(endsOn).plus({ days: 1 }).toJSDate(),
    firstDay: startsOn,
    lastDay: endsOn,
  }
}

/**
 * What was asked of the units in a period, and their minutes in meetings, by a number of queries that does not grow with
 * the plan. Reports count as `reportAsks` says, all else by the days of the period.
 */
export async function loadAsks(work: Work, period: ReportingPeriod): Promise<{ asks: Ask[]; times: MeetingTime[] }> {
  const { tx, plan } = work
  const window = windowOf(work, period)
  const dayOf = (at: Date) => DateTime.fromJSDate(at, { zone: plan.zone }).toFormat('yyyy-MM-dd')
  const meetings = await listMeetingsAsked(tx, window)
  const actions = await listActionsGiven(tx, window)
  const consulted = await listConsulted(tx, window)
  const milestones = await listMilestonesDue(tx, window)
  const enterprises = await listEnterprisesKept(tx, window)
  const asks: Ask[] = [
    ...(await reportAsks(work, period)),
    ...actions.flatMap(({ no, text, createdAt, unitIds }) =>
      unitIds.map((unitId): Ask => ({ kind: 'action', unitId, no, title: text, day: dayOf(createdAt) })),
    ),
    ...meetings.flatMap(({ no, startsAt, units }) =>
      units.map(({ unitId }): Ask => ({ kind: 'meeting', unitId, no, title: '', day: dayOf(startsAt) })),
    ),
    ...consulted.map(
      ({ unitId, no, title, askedAt }): Ask => ({ kind: 'consultation', unitId, no, title, day: dayOf(askedAt) }),
    ),
    ...milestones.map(({ unitId, no, title, dueOn }): Ask => ({ kind: 'milestone', unitId, no, title, day: dueOn })),
    ...enterprises.flatMap(({ unitId, no, name, createdAt, endedAt, ...enterprise }) =>
      visitsAsked(
        { ...enterprise, createdOn: dayOf(createdAt), endedOn: endedAt && dayOf(endedAt) },
        window.firstDay,
        window.lastDay,
      ).map((day): Ask => ({ kind: 'visit', unitId, no, title: name, day })),
    ),
  ]
  return { asks, times: meetings.flatMap((meeting) => timesOf(meeting, dayOf(meeting.startsAt))) }
}

/**
 * The reports that a period asks for; none before it opens, or where the plan came later. One that was paused when it was
 * due was not asked for; a pause before or after that changes nothing.
 */
export async function reportAsks({ tx, plan, now }: Work, period: ReportingPeriod): Promise<Ask[]> {
  const first = DateTime.fromJSDate(plan.createdAt, { zone: plan.zone }).toFormat('yyyy-MM-dd')
  if (period.opensOn > now.toFormat('yyyy-MM-dd') || period.dueOn < first) return []
  const stored = (await listPeriods(tx, plan.id)).find(({ key }) => key === period.key)
  const due = DateTime.fromISO(period.dueOn, { zone: plan.zone }).endOf('day')
  const at = DateTime.min(due, now).toJSDate()
  const isPaused = pausedReports(await listPauses(tx, plan.id), stored?.id, at)
  return (await listTasks(tx, plan.id))
    .filter(({ id }) => !isPaused(id))
    .flatMap(({ no, title, units }) =>
      units.map((unit): Ask => ({ kind: 'report', unitId: unit.id, no, title, day: period.dueOn })),
    )
}

function timesOf({ no, agenda, units }: BurdenMeeting, day: string): MeetingTime[] {
  if (!agenda) return []
  return units.flatMap(({ unitId, unit, ...presence }) => {
    const time = timeAtMeeting(agenda, unit, presence)
    return time.minutes > 0 ? [{ unitId, no, day, ...time }] : []
  })
}

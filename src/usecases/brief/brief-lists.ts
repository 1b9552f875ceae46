import { DateTime } from 'luxon'
import type { ActionRow } from '../../db/action-store.ts'
import { standingOf } from '../../domain/action/action-standing.ts'
import { type ActionConcern, type BriefLists, REPEAT_DAYS } from '../../domain/brief.ts'
import { leadDay } from '../../domain/meeting/lead-time.ts'
import { ownPart } from '../../domain/meeting/own-part.ts'
import type { MemberRole } from '../../domain/membership.ts'
import type { Standing } from './load-standing.ts'

/** A person of the plan: their roles, and the ids of the units they are liaison of. */
export type Addressee = { userId: string; roles: ReadonlySet<MemberRole>; unitIds: ReadonlySet<number> }

/** What a person of the plan has to be told of what stands, on the day of `now`, in its zone. */
export function briefLists(standing: Standing, person: Addressee, now: DateTime): BriefLists {
  const convenes = person.roles.has('convener')
  return {
    meetings: remindersOf(standing, person, now),
    actions: actionsOf(standing, person, now),
    consultations: consultationsOf(standing, person, now),
    toVerify: convenes ? toVerify(standing, now) : [],
    missing: convenes ? missing(standing, now) : [],
    agreed: convenes
      ? standing.consultations
          .filter((one) => one.state === 'agreed')
          .map(({ id, issueNo, title }) => ({ id, issueNo, title }))
      : [],
    escalated: person.roles.has('leader') ? escalated(standing, now) : [],
  }
}

function remindersOf({ meetings, units }: Standing, { unitIds }: Addressee, now: DateTime): BriefLists['meetings'] {
  const names = [...unitIds].flatMap((id) => units.get(id) ?? [])
  return meetings.flatMap((meeting) => {
    const part = meeting.agenda && ownPart(meeting.agenda, names)
    if (
      !part ||
      meeting.reminderDays === 0 ||
      !isFrom(leadDay(meeting.startsAt, meeting.reminderDays, zoneOf(now)), now)
    )
      return []
    const own = meeting.attendance.filter((one) => unitIds.has(one.unitId))
    return [{ ...factsOf(meeting, now), ...part, unanswered: own.some((one) => one.reply === null) }]
  })
}

function actionsOf({ actions }: Standing, { unitIds }: Addressee, now: DateTime): BriefLists['actions'] {
  return actions.flatMap((action) => {
    const concern = unitIds.has(action.owner.id) ? concernOf(action, now) : null
    const { no, issueNo, text, dueOn, owner } = action
    return concern ? [{ no, issueNo, text, unit: owner.name, dueOn, concern }] : []
  })
}

/** Why the owner of an action is to be told of it today; null where there is no reason. */
function concernOf(action: ActionRow, now: DateTime): ActionConcern | null {
  const { daysLate, daysLeft, returned } = standingOf(action, now)
  if (daysLate !== null) return 'overdue'
  if (returned) return 'returned'
  if (daysLeft !== null) return action.dueOn === dayOf(now) ? 'today' : 'soon'
  // A meeting's minutes tell the owner of an action; of one that was settled without a meeting nothing else does.
  const { state, meetingId, createdAt } = action
  const fresh = createdAt >= now.minus({ days: REPEAT_DAYS }).toJSDate()
  return state === 'open' && meetingId === null && fresh ? 'new' : null
}

function consultationsOf({ consultations, units }: Standing, { unitIds }: Addressee, now: DateTime) {
  return consultations.flatMap(({ id, issueNo, title, state, askedAt, waiting }) => {
    const unitId = state === 'asked' ? waiting.find((one) => unitIds.has(one)) : undefined
    const unit = unitId === undefined ? undefined : units.get(unitId)
    return unit === undefined ? [] : [{ id, issueNo, title, unit, askedOn: dayOf(local(askedAt, now)) }]
  })
}

function toVerify({ actions }: Standing, now: DateTime): BriefLists['toVerify'] {
  return actions
    .filter((action) => action.state === 'reported')
    .map(({ no, text, owner, reportedAt }) => ({
      no,
      text,
      owner: owner.name,
      reportedOn: dayOf(reportedAt ? local(reportedAt, now) : now),
    }))
}

function missing({ meetings }: Standing, now: DateTime): BriefLists['missing'] {
  return meetings.flatMap((meeting) => {
    const silent = meeting.attendance.filter((one) => one.required && one.reply === null)
    if (silent.length === 0 || !isFrom(leadDay(meeting.startsAt, 1, zoneOf(now)), now)) return []
    return [{ ...factsOf(meeting, now), units: silent.map((one) => one.unit) }]
  })
}

function escalated({ escalated: issues }: Standing, now: DateTime): BriefLists['escalated'] {
  return issues.map(({ no, title, carried, escalatedAt }) => ({
    issueNo: no,
    title,
    carried,
    since: dayOf(escalatedAt ? local(escalatedAt, now) : now),
  }))
}

function factsOf({ no, startsAt, minutes, place }: Standing['meetings'][number], now: DateTime) {
  return { no, startsAt: local(startsAt, now).toISO() ?? '', minutes, place }
}

const local = (at: Date, now: DateTime) => DateTime.fromJSDate(at, { zone: now.zone })
const dayOf = (at: DateTime) => at.toFormat('yyyy-MM-dd')
const zoneOf = (now: DateTime) => now.zoneName ?? 'utc'
const isFrom = (day: string, now: DateTime) => day <= dayOf(now)

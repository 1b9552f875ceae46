import { DateTime } from 'luxon'
import type { ActionRow } from '../../db/action-store.ts'
import { type ActionConcern, type BriefLists, type OwedConcern, REPEAT_DAYS } from '../../domain/brief.ts'
import { leadDay } from '../../domain/meeting/lead-time.ts'
import { ownPart } from '../../domain/meeting/own-part.ts'
import type { Addressee } from './list-addressees.ts'
import type { Standing } from './load-standing.ts'
import { owedLists, redSlips } from './owed-lists.ts'
import { reportLists } from './report-lists.ts'

/** What a person of the plan has to be told of what stands, on the day of `now`, in its zone. */
export function briefLists(standing: Standing, person: Addressee, now: DateTime): BriefLists {
  const owed = owedLists(standing, person, dayOf(now))
  const convenes = person.roles.has('convener')
  return {
    meetings: remindersOf(standing, person, now),
    actions: actionsOf(standing, person, owed, now),
    consultations: consultationsOf(standing, person, now),
    toVerify: convenes ? toVerify(standing, now) : [],
    missing: convenes ? missing(standing, now) : [],
    agreed: convenes
      ? standing.consultations
          .filter((one) => one.state === 'agreed')
          .map(({ id, issueNo, title }) => ({ id, issueNo, title }))
      : [],
    escalated: person.roles.has('leader') ? escalated(standing, now) : [],
    slips: owed.slips,
    owed: owed.owed,
    ...reportLists(standing, person, now),
    red: person.roles.has('leader') ? redSlips(standing, dayOf(now)) : [],
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

function actionsOf(
  { actions }: Standing,
  { unitIds }: Addressee,
  owed: ReturnType<typeof owedLists>,
  now: DateTime,
): BriefLists['actions'] {
  // What is asked for by a slip stands there.
  const urged = new Set(owed.slips.map(({ subject }) => subject))
  return actions.flatMap((action) => {
    const { no, issueNo, text, dueOn, owner } = action
    if (!unitIds.has(owner.id) || urged.has(`action/${no}`)) return []
    const concern = concernOf(action, owed.actions.get(`action/${no}`), now)
    return concern ? [{ no, issueNo, text, unit: owner.name, dueOn, concern }] : []
  })
}

/** Why the owner of an action is to be told of it today; null where there is no reason. */
function concernOf(action: ActionRow, owed: OwedConcern | undefined, now: DateTime): ActionConcern | null {
  const { state, meetingId, createdAt, reportedAt } = action
  if (state !== 'open' || owed === 'overdue') return owed ?? null
  if (reportedAt !== null) return 'returned'
  if (owed) return owed
  // A meeting's minutes tell the owner of an action; of one that was settled without a meeting nothing else does.
  const fresh =
    createdAt >=
    now
      .startOf('day')
      .minus({ days: REPEAT_DAYS - 1 })
      .toJSDate()
  return meetingId === null && fresh ? 'new' : null
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

import { type AgendaNotice, agendaNotice } from '../domain/agenda/notice.ts'
import type { Presence } from '../domain/meeting-time.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay, toDatabaseDay } from './days.ts'

/** What is counted: of a plan, between two instants (the second not included) and the ISO days they are. */
export type BurdenWindow = { planId: number; from: Date; until: Date; firstDay: string; lastDay: string }

/** The actions given in the window, with the units that own or help with them. */
export async function listActionsGiven(tx: Transaction, { planId, from, until }: BurdenWindow) {
  const actions = await tx.action.findMany({
    where: { planId, createdAt: { gte: from, lt: until } },
    orderBy: { no: 'asc' },
    select: { no: true, text: true, createdAt: true, ownerId: true, coUnits: { select: { unitId: true } } },
  })
  return actions.map(({ ownerId, coUnits, ...action }) => ({
    ...action,
    unitIds: [...new Set([ownerId, ...coUnits.map(({ unitId }) => unitId)])],
  }))
}

/** A meeting of the window whose agenda was published, and the units that it asked for. */
export type BurdenMeeting = {
  no: number
  startsAt: Date
  agenda: AgendaNotice | null
  units: (Presence & { unitId: number; unit: string })[]
}

/** The meetings of the window that units were asked to come to; cancelled ones took no time and are left out. */
export async function listMeetingsAsked(
  tx: Transaction,
  { planId, from, until }: BurdenWindow,
): Promise<BurdenMeeting[]> {
  const meetings = await tx.meeting.findMany({
    where: { planId, startsAt: { gte: from, lt: until }, state: { in: ['published', 'running', 'held'] } },
    orderBy: { startsAt: 'asc' },
    select: {
      id: true,
      no: true,
      startsAt: true,
      agenda: true,
      attendances: {
        select: {
          unitId: true,
          unit: { select: { name: true } },
          reply: true,
          fromMinute: true,
          untilMinute: true,
          attended: true,
        },
      },
    },
  })
  return meetings.map(({ id, agenda, attendances, ...meeting }) => ({
    ...meeting,
    agenda: agenda === null ? null : agendaNotice.parse({ ...(agenda as object), meetingId: id }),
    units: attendances.map(({ unit, ...presence }) => ({ ...presence, unit: unit.name })),
  }))
}

/** What units were consulted on in the window, one a unit × consultation. */
export async function listConsulted(tx: Transaction, { planId, from, until }: BurdenWindow) {
  const answers = await tx.consultationAnswer.findMany({
    where: { consultation: { askedAt: { gte: from, lt: until }, issue: { planId } } },
    orderBy: { consultationId: 'asc' },
    select: {
      unitId: true,
      consultation: { select: { askedAt: true, issue: { select: { no: true, title: true } } } },
    },
  })
  return answers.map(({ unitId, consultation: { askedAt, issue } }) => ({ unitId, askedAt, ...issue }))
}

/** The milestones due in the window, done or not. */
export async function listMilestonesDue(tx: Transaction, { planId, firstDay, lastDay }: BurdenWindow) {
  const milestones = await tx.milestone.findMany({
    where: { planId, removedAt: null, dueOn: { gte: toDatabaseDay(firstDay), lte: toDatabaseDay(lastDay) } },
    orderBy: { no: 'asc' },
    select: { no: true, title: true, unitId: true, dueOn: true },
  })
  return milestones.map(({ dueOn, ...milestone }) => ({ ...milestone, dueOn: fromDatabaseDay(dueOn) }))
}

/** The enterprises that units kept in touch with at some time before the window's end, with their visits. */
export async function listEnterprisesKept(tx: Transaction, { planId, from, until }: BurdenWindow) {
  const enterprises = await tx.enterprise.findMany({
    where: { planId, createdAt: { lt: until }, OR: [{ endedAt: null }, { endedAt: { gt: from } }] },
    orderBy: { no: 'asc' },
    select: {
      no: true,
      name: true,
      unitId: true,
      everyMonths: true,
      createdAt: true,
      endedAt: true,
      visits: { select: { visitedOn: true } },
    },
  })
  return enterprises.map(({ visits, ...enterprise }) => ({
    ...enterprise,
    visitedOn: visits.map(({ visitedOn }) => fromDatabaseDay(visitedOn)),
  }))
}

/** How many messages of each kind the bot sent each person about the plan in the window; an edit is no further message. */
export async function countMessagesSent(tx: Transaction, { planId, from, until }: BurdenWindow) {
  const counts = await tx.delivery.groupBy({
    by: ['place', 'kind'],
    where: {
      planId,
      state: 'sent',
      edits: null,
      sentAt: { gte: from, lt: until },
      OR: [{ place: { startsWith: 'U' } }, { place: { startsWith: 'W' } }],
    },
    _count: { _all: true },
  })
  return counts.map(({ place, kind, _count }) => ({ userId: place, kind, count: _count._all }))
}

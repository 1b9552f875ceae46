import { DateTime } from 'luxon'
import { listMeetings } from '../../db/meeting-store.ts'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import type { Work } from '../context.ts'

/** A meeting of App Home; without items where its agenda is not published. */
export type HomeMeeting = {
  no: number
  startsAt: string
  place: string
  published: boolean
  drafted: boolean
  items: AgendaNotice['items']
}

const meetingsShown = 5

/**
 * Meetings to come that concern the person: of published ones the items of a liaison's units (`ownOnly`); for the others
 * the whole of these, and those that are planned.
 */
export async function homeMeetings({ tx, plan, now, units }: Work, ownOnly: boolean): Promise<HomeMeeting[]> {
  const names = new Set(units.map(({ name }) => name))
  const states = ownOnly ? (['published', 'running'] as const) : (['planned', 'published', 'running'] as const)
  const from = now.minus({ hours: 8 }).toJSDate()
  return (await listMeetings(tx, plan.id, { states, from }, meetingsShown))
    .map(({ no, agenda, draft, startsAt, place }) => ({
      no,
      place,
      published: agenda !== null,
      drafted: draft !== null,
      startsAt: DateTime.fromJSDate(startsAt, { zone: plan.zone }).toISO() ?? '',
      items: (agenda?.items ?? []).filter((item) => !ownOnly || item.units.some((unit) => names.has(unit))),
    }))
    .filter((meeting) => !ownOnly || meeting.items.length > 0)
}

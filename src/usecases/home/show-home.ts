import { DateTime } from 'luxon'
import { type IssueRow, listIssues } from '../../db/issue-store.ts'
import { listMeetings } from '../../db/meeting-store.ts'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import type { MemberRole } from '../../domain/membership.ts'
import { listFor, type TodoEntry } from '../action/list-actions.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { type OwedReports, owedReports } from '../report/list-owed-reports.ts'

const meetingsShown = 5

/** A dashboard by role: what the person owes, when their units meet, and what became of their issues. */
export type Home = {
  planId: number
  zone: string
  planTitle: string
  roles: MemberRole[]
  units: string[]
  owed: OwedReports
  /**
   * Meetings to come that concern the person: a liaison's units' items of published ones; for the others the whole of
   * these, and those that are planned.
   */
  meetings: HomeMeeting[]
  /** Whether meetings and issues are those of the person's own units alone. */
  ownOnly: boolean
  /** What the person has to do about actions, as `/todo` lists it. */
  actions: TodoEntry[]
  /** A liaison's units' unsettled issues; every unsettled one for the others. */
  issues: IssueRow[]
}

/** A meeting of App Home; without items where its agenda is not published. */
type HomeMeeting = {
  no: number
  startsAt: string
  place: string
  published: boolean
  drafted: boolean
  items: AgendaNotice['items']
}

/** What App Home shows a person. @throws DomainError when there is no plan or they are not a member */
export async function showHome(context: Context, actor: Actor): Promise<Home> {
  return reading(context, actor, 'plan.show', async (work) => {
    const { tx, plan, now, roles, units } = work
    const names = new Set(units.map((unit) => unit.name))
    const ids = new Set(units.map((unit) => unit.id))
    const onlyLiaison = roles.size === 1 && roles.has('liaison')
    const meetings = await listMeetings(
      tx,
      plan.id,
      {
        states: onlyLiaison ? ['published', 'running'] : ['planned', 'published', 'running'],
        from: now.minus({ hours: 8 }).toJSDate(),
      },
      meetingsShown,
    )
    const issues = await listIssues(tx, plan.id, ['open', 'scheduled', 'decided', 'in_action'])
    return {
      planId: plan.id,
      zone: plan.zone,
      planTitle: plan.title,
      roles: [...roles],
      units: [...names],
      ownOnly: onlyLiaison,
      owed: await owedReports(work),
      actions: await listFor(work, 'mine'),
      meetings: meetings
        .map(({ no, agenda, draft, startsAt, place }) => ({
          no,
          place,
          published: agenda !== null,
          drafted: draft !== null,
          startsAt: DateTime.fromJSDate(startsAt, { zone: plan.zone }).toISO() ?? '',
          items: (agenda?.items ?? []).filter((item) => !onlyLiaison || item.units.some((unit) => names.has(unit))),
        }))
        .filter((meeting) => !onlyLiaison || meeting.items.length > 0),
      issues: issues
        .filter(
          (issue) =>
            !onlyLiaison ||
            ids.has(issue.raisedUnitId ?? 0) ||
            issue.raisedBy === actor.userId ||
            issue.units.some((unit) => ids.has(unit.id)),
        )
        // What stands before the leading group comes first.
        .toSorted((one, other) => Number(other.escalatedAt !== null) - Number(one.escalatedAt !== null)),
    }
  })
}

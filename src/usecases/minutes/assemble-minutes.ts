import { DateTime } from 'luxon'
import { type ActionRow, listActions } from '../../db/action-store.ts'
import { type AttendanceRow, listAttendance } from '../../db/attendance-store.ts'
import { type DecisionRow, listDecisions } from '../../db/decision-store.ts'
import { type IssueRow, listIssuesById } from '../../db/issue-store.ts'
import type { MeetingRow } from '../../db/meeting-store.ts'
import type { MinutesContent } from '../../domain/minutes/minutes-content.ts'
import type { Work } from '../context.ts'
import { type BoardRow, loadItems } from '../meeting/load-board.ts'

/** Names of people by their ids; who is missing is called by their role. */
export type Names = Readonly<Record<string, string>>

type Sources = Pick<Work, 'tx' | 'plan'>

/** The people whose names minutes need: the convener, and those who answered for their units. */
export async function peopleOf({ tx }: Pick<Work, 'tx'>, meeting: MeetingRow): Promise<string[]> {
  const replied = (await listAttendance(tx, meeting.id)).flatMap((one) => (one.repliedBy ? [one.repliedBy] : []))
  return [...new Set([meeting.convener, ...replied])]
}

/** All that the minutes of a meeting that is over hold, unsigned. */
export async function assembleMinutes(work: Sources, meeting: MeetingRow, names: Names): Promise<MinutesContent> {
  const { tx, plan } = work
  const instant = (date: Date) => DateTime.fromJSDate(date, { zone: plan.zone }).toISO() ?? ''
  const attendance = await listAttendance(tx, meeting.id)
  const items = await itemsOf(work, meeting)
  const words = wordsOf(plan.language)
  return {
    language: plan.language,
    zone: plan.zone,
    planTitle: plan.title,
    office: words.office,
    meetingNo: meeting.no,
    startsAt: instant(meeting.startedAt ?? meeting.startsAt),
    endedAt: instant(meeting.endedAt ?? meeting.startsAt),
    place: meeting.place,
    chair: names[meeting.convener] || words.convener,
    attendees: attendance.flatMap((one) => attendeeOf(one, names)),
    items,
    followUp: await followUpOf(work, meeting),
    sentTo: receivers(attendance, items),
    copiedTo: [words.leaders],
    signed: null,
  }
}

/** The units that get the minutes: those required or present, and those that have something to do. */
function receivers(attendance: readonly AttendanceRow[], items: MinutesContent['items']): string[] {
  const there = attendance.filter((one) => one.required || (presence(one) !== null && presence(one) !== 'absent'))
  const actions = items.flatMap((item) => item.actions).flatMap((action) => [action.owner, ...action.coUnits])
  return [...new Set([...there.map((one) => one.unit), ...actions])]
}

function attendeeOf(row: AttendanceRow, names: Names): MinutesContent['attendees'] {
  const attended = presence(row)
  if (!attended) return []
  const name = row.reply === 'attend' && row.repliedBy ? names[row.repliedBy] : undefined
  const people = attended === 'deputy' ? [row.deputy] : attended === 'present' && name ? [name] : []
  return [{ unit: row.unit, people: people.filter((one) => one !== ''), attended }]
}

/** Whether a unit came, as it was marked; where nobody marked it, as it answered; null: not known. */
function presence({ attended, reply }: AttendanceRow): 'present' | 'deputy' | 'absent' | null {
  const came = attended ?? (reply === null ? null : reply !== 'cannot')
  if (came === null) return null
  return came ? (reply === 'deputy' ? 'deputy' : 'present') : 'absent'
}

/** Items with their outcomes; one that was settled without the meeting stands with that. */
async function itemsOf(work: Sources, meeting: MeetingRow): Promise<MinutesContent['items']> {
  const { tx, plan } = work
  const rows = await loadItems(work, meeting)
  const issues = await listIssuesById(
    tx,
    plan.id,
    rows.map((row) => row.issueId),
  )
  const settled = (await listDecisions(tx, plan.id)).filter((one) => one.meetingId === null)
  const actions = await listActions(tx, plan.id)
  return rows.flatMap((row) => {
    const issue = issues.find((one) => one.id === row.issueId)
    const decision = row.decision ?? settled.findLast((one) => one.issueId === row.issueId)
    return issue && decision ? [itemOf(row, issue, decision, actions)] : []
  })
}

function itemOf(
  row: BoardRow,
  issue: IssueRow,
  decision: Pick<DecisionRow, 'id' | 'outcome' | 'text'>,
  actions: readonly ActionRow[],
): MinutesContent['items'][number] {
  const { taskNo, taskTitle, raisedUnit: raisedBy } = issue
  const { outcome, text } = decision
  const own = actions.filter((one) => one.decisionId === decision.id).toSorted((a, b) => a.no - b.no)
  return { no: row.issueNo, title: row.title, taskNo, taskTitle, raisedBy, outcome, text, actions: own.map(actionOf) }
}

function actionOf({ no, text, owner, coUnits, dueOn, measure }: ActionRow) {
  return { no, text, owner: owner.name, coUnits: coUnits.map((unit) => unit.name), dueOn, measure }
}

/** What the agenda reported of earlier actions when it was published. */
async function followUpOf({ tx, plan }: Sources, { agenda }: MeetingRow): Promise<MinutesContent['followUp']> {
  if (!agenda?.followUp) return { verified: 0, running: 0, overdue: [] }
  const { verified, running, overdue } = agenda.followUp
  const known = new Map((await listActions(tx, plan.id)).map((action) => [action.no, action]))
  return {
    verified,
    running,
    overdue: overdue.map(({ no, issueNo, text, owner, dueOn }) => {
      const action = known.get(no)
      const coUnits = action?.coUnits.map((unit) => unit.name) ?? []
      return { no, issueNo, text, owner, coUnits, dueOn, measure: action?.measure ?? '' }
    }),
  }
}

function wordsOf(language: string): { office: string; convener: string; leaders: string } {
  return language.toLowerCase().startsWith('zh')
    ? { office: '领导小组办公室', convener: '召集人', leaders: '领导小组成员' }
    : { office: 'Office of the Leading Group', convener: 'the convener', leaders: 'Members of the leading group' }
}

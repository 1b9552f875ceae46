import type { Database } from '../../src/db/database.ts'
import type { MeetingWords } from '../../src/domain/meeting/meeting-words.ts'
import { parseMeetingWords } from '../../src/domain/meeting/meeting-words.ts'
import { draftAgenda } from '../../src/usecases/agenda/draft-agenda.ts'
import { publishAgenda } from '../../src/usecases/agenda/publish-agenda.ts'
import type { Context } from '../../src/usecases/context.ts'
import { type IssueInput, raiseIssue } from '../../src/usecases/issue/raise-issue.ts'
import { as, people } from './world.ts'

/** Words of a meeting, as typed. */
export const meetingWords = (text: string): MeetingWords => parseMeetingWords(text)

/** Raises an issue of task 2 as a liaison. */
export function raise(context: Context, title: string, more: Partial<IssueInput> = {}) {
  const facts = { details: '', taskNo: 2, units: [], minutes: 20, severity: 3 as const, sourceLink: null }
  return raiseIssue(context, as(people.lead), { ...facts, title, similarSeen: true, ...more })
}

/** Drafts and publishes the agenda of the next planned meeting; gives the meeting's id. */
export async function publishNext(context: Context): Promise<number> {
  const wish = { day: null, time: null, minutes: null, mode: null }
  const { notice } = await draftAgenda(context, as(people.convener), wish)
  await publishAgenda(context, as(people.convener), { meetingId: notice.meetingId, draft: notice.draft })
  return notice.meetingId
}

/** What is owed to Slack, in the order it was stored. */
export function owed(database: Database, kind?: string) {
  return database.transaction((tx) => tx.delivery.findMany({ where: kind ? { kind } : {}, orderBy: { id: 'asc' } }))
}

/** The texts of the files that go with a message. */
export async function filesOf(database: Database, documents: readonly number[]): Promise<string[]> {
  const rows = await database.transaction((tx) => tx.document.findMany({ where: { id: { in: [...documents] } } }))
  return rows.map((row) => Buffer.from(row.bytes).toString())
}

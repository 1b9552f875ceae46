import type { MeetingRow } from '../../db/meeting-store.ts'
import type { MinutesRow } from '../../db/minutes-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import { amendmentContent, type MinutesContent, minutesContent } from '../../domain/minutes/minutes-content.ts'
import type { MinutesNotice } from '../../domain/minutes/minutes-notice.ts'
import { factsOf } from '../meeting/meeting-facts.ts'

/** What messages about a draft or signed minutes tell of it. */
export function noticeOf(plan: PlanRow, meeting: MeetingRow, row: MinutesRow): MinutesNotice {
  const { number, version } = row
  const items = number === 0 ? minutesContent.parse(row.content).items : []
  const text = number === 0 ? '' : amendmentContent.parse(row.content).text
  return { ...factsOf(plan, meeting), number, version, counts: countsOf(items), text }
}

function countsOf(items: MinutesContent['items']): MinutesNotice['counts'] {
  const of = (outcome: MinutesContent['items'][number]['outcome']) =>
    items.filter((item) => item.outcome === outcome).length
  return {
    decided: of('decided'),
    deferred: of('deferred'),
    escalated: of('escalated'),
    withdrawn: of('withdrawn'),
    actions: items.reduce((sum, item) => sum + item.actions.length, 0),
  }
}

/** The name of the file of minutes or of an amendment. */
export function fileName(meetingNo: number, number: number): string {
  return number === 0 ? `minutes-${meetingNo}.docx` : `minutes-${meetingNo}-amendment-${number}.docx`
}

import { lockIssue } from '../../db/issue-store.ts'
import { type MeetingRow, updateMeeting } from '../../db/meeting-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { leave } from '../../domain/meeting/board.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { recordDecision } from '../decision/record-decision.ts'
import { lockBoard } from './find-board.ts'
import { applySteps, type BoardRow, loadItems, toBoardItem } from './load-board.ts'

/** How a meeting ended: outcomes by kind, and the issues that carried over by themselves. */
export type EndedMeeting = {
  meeting: MeetingRow
  items: BoardRow[]
  carriedOver: { no: number; title: string; carried: number; escalated: boolean }[]
}

/**
 * Ends a running meeting: an item without an outcome is deferred, so that its issue carries over with its count and,
 * carried twice, goes to the leading group.
 * @throws DomainError what `lockBoard` throws
 */
export async function endMeeting(context: Context, actor: Actor, no: number): Promise<EndedMeeting> {
  return changing(context, actor, 'meeting.run', async (work) => {
    const { tx, plan, now } = work
    await lockPlan(tx, plan.id)
    const meeting = await lockBoard(work, no)
    const items = await loadItems(work, meeting)
    const carriedOver: EndedMeeting['carriedOver'] = []
    for (const item of items.filter((one) => one.decision === null)) {
      const issue = await lockIssue(tx, plan.id, item.issueNo)
      const place = { meetingId: meeting.id, agendaItemId: item.id }
      // Withdrawn or settled without the meeting: that outcome is recorded already, and the minutes tell it.
      if (issue?.state !== 'scheduled') continue
      const recorded = await recordDecision(work, issue, { outcome: 'deferred', text: '', actions: [] }, place)
      const { title, carried, escalatedAt } = recorded.issue
      carriedOver.push({ no: item.issueNo, title, carried, escalated: escalatedAt !== null })
    }
    await applySteps(work, meeting, leave(items.map(toBoardItem), now.toJSDate()), null)
    const ended = { state: 'held' as const, endedAt: now.toJSDate() }
    await updateMeeting(tx, meeting.id, ended)
    const nos = carriedOver.map((one) => one.no)
    await work.audit('meeting.end', `meeting/${no}`, { state: meeting.state }, { ...ended, carriedOver: nos })
    const held = { ...meeting, ...ended, version: meeting.version + 1 }
    return { meeting: held, items: await loadItems(work, held), carriedOver }
  })
}

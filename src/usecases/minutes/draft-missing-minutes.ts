import { listWithoutMinutes, type MeetingWithoutMinutes } from '../../db/due-minutes-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Actor, Context } from '../context.ts'
import type { Names } from './assemble-minutes.ts'
import { draftMinutes, minutesPeople } from './draft-minutes.ts'

/** Whoever ends a meeting has its minutes drafted at once; what lacks them after so long was cut off in between. */
const patience = { minutes: 2 }
/** What ended longer ago was left without minutes by people. */
const window = { days: 7 }

/** How names are found, which meetings were tried before in this process, and who is told that one failed. */
export type MinutesDrafting = {
  namesOf: (userIds: readonly string[]) => Promise<Names>
  tried: Set<number>
  failed: (error: unknown, meetingId: number) => void
}

/**
 * Drafts the minutes that ending a meeting promised and did not bring, as the process died in between, for whoever ended it.
 * Each is tried once a process. Gives how many were drafted.
 */
export async function draftMissingMinutes(
  context: Context,
  workspaceId: string,
  { namesOf, tried, failed }: MinutesDrafting,
): Promise<number> {
  const now = context.now()
  const [from, until] = [now.minus(window).toJSDate(), now.minus(patience).toJSDate()]
  const missing = await context.database.transaction((tx) => listWithoutMinutes(tx, workspaceId, from, until))
  let drafted = 0
  for (const meeting of missing.filter(({ meetingId }) => !tried.has(meetingId))) {
    tried.add(meeting.meetingId)
    try {
      await draft(context, workspaceId, meeting, namesOf)
      drafted += 1
    } catch (error) {
      // Another process, or a person, drafted them meanwhile.
      if (!(error instanceof DomainError && error.code === 'request.repeated')) failed(error, meeting.meetingId)
    }
  }
  return drafted
}

async function draft(
  context: Context,
  workspaceId: string,
  { meetingId, no, planId, endedBy }: MeetingWithoutMinutes,
  namesOf: MinutesDrafting['namesOf'],
): Promise<void> {
  const actor: Actor = { workspaceId, planId, userId: endedBy, requestKey: `minutes/${meetingId}` }
  await draftMinutes(context, actor, no, await namesOf(await minutesPeople(context, actor, no)))
}

/**
 * Where a meeting stands. `draft`: only an agenda that its convener drafts; `planned`: announced, without an agenda;
 * `published`: with one; `running`; `held`; `cancelled`.
 */
export const meetingStates = ['draft', 'planned', 'published', 'running', 'held', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

/** Meetings that are announced and still to come or under way. */
export const standingMeetings = ['planned', 'published', 'running'] as const satisfies readonly MeetingState[]

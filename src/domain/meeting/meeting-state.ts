/**
 * Where a meeting stands. `draft`: only an agenda that its convener drafts; `planned`: announced, without an agenda;
 * `published`: with one; `running`; `held`; `cancelled`.
 */
export type MeetingState = 'draft' | 'planned' | 'published' | 'running' | 'held' | 'cancelled'

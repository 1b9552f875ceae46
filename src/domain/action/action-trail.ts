import { z } from 'zod'

/** What happens to an action after it was set, as its trail tells it. */
export const trailKinds = ['reported', 'asked', 'verified', 'returned', 'extended', 'declined', 'cancelled'] as const
type TrailKind = (typeof trailKinds)[number]

/** One thing that happened to an action. */
export type TrailEvent = {
  /** The action's number. */
  no: number
  kind: TrailKind
  at: Date
  userId: string
  /** The evidence, or the reason; empty where none was given. */
  text: string
  /** The day that was wanted or given, ISO; else null. */
  dueOn: string | null
  /** The day it had before that one. */
  wasDueOn: string | null
}

/** What an owner asks of the office: a later day, and why. */
export type ExtensionWish = { dueOn: string; reason: string; at: Date }

/** A line of the audit trail, as far as it is read here. */
export type AuditLine = { at: Date; actor: string; action: string; subject: string; before: unknown; after: unknown }

/** The names of the audit trail for what happens to actions, and what they tell. */
export const trailActions: Readonly<Record<string, TrailKind>> = {
  'action.report': 'reported',
  'action.ask': 'asked',
  'action.verify': 'verified',
  'action.return': 'returned',
  'action.extend': 'extended',
  'action.decline': 'declined',
  'action.cancel': 'cancelled',
}

const told = z.object({ text: z.string().default(''), dueOn: z.iso.date().nullable().default(null) })
const before = z.object({ dueOn: z.iso.date().nullable().default(null) }).nullable()
const subjectShape = /^action\/(\d+)$/

/** How the audit trail names an action. */
export function trailSubject(no: number): string {
  return `action/${no}`
}

/** The trail of actions from lines of the audit trail, in their order; other lines are passed over. */
export function readTrail(lines: readonly AuditLine[]): TrailEvent[] {
  return lines.flatMap(({ at, actor, action, subject, ...line }) => {
    const kind = trailActions[action]
    const no = subjectShape.exec(subject)?.[1]
    const read = told.safeParse(line.after)
    if (!kind || no === undefined || !read.success) return []
    const wasDueOn = before.safeParse(line.before).data?.dueOn ?? null
    return [{ no: Number(no), kind, at, userId: actor, ...read.data, wasDueOn }]
  })
}

/** What the owner asks for and the office has not answered; `trail` is of one action, oldest first. */
export function pendingWish(trail: readonly TrailEvent[]): ExtensionWish | null {
  const last = trail.at(-1)
  return last?.kind === 'asked' && last.dueOn !== null ? { dueOn: last.dueOn, reason: last.text, at: last.at } : null
}

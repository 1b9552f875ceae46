import type { TrailEvent } from '../action/action-trail.ts'
import type { SlipLevel } from './stage.ts'

/** One thing that led to a slip or came of it, on an ISO day; `name` is a slip's level and number. */
export type SlipEventLine =
  | { kind: 'due'; day: string }
  | { kind: 'reminded'; day: string; stage: string; people: number }
  | { kind: 'proposed' | 'issued' | 'settled'; day: string; level: SlipLevel; slip: string }
  | {
      kind: 'signed' | 'declined' | 'withdrawn'
      day: string
      level: SlipLevel
      slip: string
      text: string
    }
  | { kind: 'filed'; day: string; no: number; version: number }
  | { kind: 'returned'; day: string; no: number; text: string }
  | { kind: 'action'; day: string; what: TrailEvent['kind']; text: string }
  | { kind: 'paused'; day: string; text: string }
  | { kind: 'resumed'; day: string }

/** What a slip's page is told from; moments as days of the plan's zone. */
export type SlipRecords = {
  dueOn: string
  /** Who was told at which stage and day. */
  reminders: readonly { stage: string; day: string }[]
  others: readonly SlipEventLine[]
}

/** A slip's page in the order of time: its day, each stage that was told with how many people, and all the others. */
export function slipTrail({ dueOn, reminders, others }: SlipRecords): SlipEventLine[] {
  const told = Map.groupBy(reminders, ({ stage, day }) => `${day} ${stage}`)
  const lines: SlipEventLine[] = [
    ...[...told.values()].flatMap((same): SlipEventLine[] =>
      same[0] ? [{ kind: 'reminded', ...same[0], people: same.length }] : [],
    ),
    { kind: 'due', day: dueOn },
    ...others,
  ]
  return lines.toSorted((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)))
}

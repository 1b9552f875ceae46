import { z } from 'zod'
import type { Obligation } from './obligation.ts'
import { daysLate, nextLevel, type SlipLevel, type StageSettings, slipLevels } from './stage.ts'

/** What is owed, as messages name it: of a report its tasks, of the others the one thing by its number and title. */
export const matter = z.object({
  kind: z.enum(['report', 'action', 'milestone', 'visit']),
  subject: z.string().min(1).max(100),
  unit: z.string().min(1).max(500),
  dueOn: z.iso.date(),
  nos: z.array(z.int().positive()).max(2000),
  title: z.string().max(500),
})
export type Matter = z.infer<typeof matter>

/** A slip as messages show it; `slip` is its number, empty where it has none yet. */
export const slipLine = matter.extend({
  slip: z.string().max(20),
  level: z.enum(slipLevels),
  /** Working days. */
  daysLate: z.int().min(0),
  /** What it turns into unless it is done before that ISO day. */
  next: z.object({ level: z.enum(slipLevels), on: z.iso.date() }).nullable(),
})
export type SlipLine = z.infer<typeof slipLine>

/** A red slip (通报), as the leading group's channel and the unit's people see it. */
export const slipNotice = slipLine.extend({
  language: z.string().min(2).max(20),
  planId: z.int().positive(),
  planTitle: z.string().min(1).max(500),
  issuedOn: z.iso.date(),
  /** It was taken back, with the reason. */
  withdrawn: z.object({ on: z.iso.date(), reason: z.string().max(500) }).nullable(),
})
export type SlipNotice = z.infer<typeof slipNotice>

/** An obligation or a slip as messages name what is owed. */
export function toMatter({
  kind,
  subject,
  unit,
  dueOn,
  items,
}: Pick<Obligation, 'kind' | 'subject' | 'unit' | 'dueOn' | 'items'>): Matter {
  return { kind, subject, unit, dueOn, nos: items.map(({ no }) => no), title: items[0]?.title ?? '' }
}

/** A slip of a level about an obligation, on an ISO day. */
export function toSlipLine(
  obligation: Obligation,
  { slip, level }: { slip: string; level: SlipLevel },
  settings: StageSettings,
  day: string,
): SlipLine {
  const next = nextLevel(obligation, settings, level)
  // The level that follows may have been proposed by now, and waits for a leader.
  const ahead = next && next.on > day ? next : null
  return { ...toMatter(obligation), slip, level, daysLate: daysLate(obligation, day), next: ahead }
}

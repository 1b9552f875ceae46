import { z } from 'zod'
import { listAuditOf } from '../../db/audit-store.ts'
import type { Work } from '../context.ts'
import { milestoneSubject } from './hold-milestone.ts'

/** A milestone got another day: the day it had, the new one (ISO days), and why. */
export type MilestoneMove = { from: string; to: string; reason: string; at: Date }

const before = z.object({ dueOn: z.iso.date() })
const after = z.object({ dueOn: z.iso.date(), text: z.string() })

/** How these milestones were moved, by their number, oldest first; by one query. */
export async function loadMoves(
  { tx, plan }: Pick<Work, 'tx' | 'plan'>,
  milestones: readonly { no: number }[],
): Promise<ReadonlyMap<number, MilestoneMove[]>> {
  const subjects = milestones.map(({ no }) => milestoneSubject(no))
  const moves = (await listAuditOf(tx, plan, subjects, ['milestone.move'])).flatMap((line) => {
    const was = before.safeParse(line.before).data
    const is = after.safeParse(line.after).data
    const no = Number(line.subject.split('/')[1])
    return was && is ? [{ no, from: was.dueOn, to: is.dueOn, reason: is.text, at: line.at }] : []
  })
  const byNo = Map.groupBy(moves, ({ no }) => no)
  return new Map([...byNo].map(([no, list]) => [no, list.map(({ no: _, ...move }) => move)]))
}

import { listMinutesToSign, listToApprove } from '../../db/home-store.ts'
import type { IssueRow } from '../../db/issue-store.ts'
import { listSlips, type SlipRow } from '../../db/slip-store.ts'
import type { DigestCadence } from '../../domain/digest/slots.ts'
import type { DigestContent } from '../../domain/digest.ts'
import type { Duty } from '../../domain/home-duties.ts'
import type { Work } from '../context.ts'
import { composeLeading } from '../digest/preview-digest.ts'
import { obligationOf } from '../supervision/slip-access.ts'

/** What a leader is shown: where the plan stands now, and what waits for their decision. */
export type LeaderPart = {
  digest: DigestContent
  escalated: IssueRow[]
  /** Of what is still owed, the oldest first. */
  redSlips: SlipRow[]
  minutes: { no: number; number: number; version: number }[]
  digests: { id: number; version: number; since: Date; cadence: DigestCadence }[]
}

/** The part of a leader; null for who is none. `issues` are the unsettled ones of the plan, `duties` all that is owed in it. */
export async function leaderPart(
  work: Work,
  issues: readonly IssueRow[],
  duties: readonly Duty[],
): Promise<LeaderPart | null> {
  const { tx, plan, now, roles } = work
  if (!roles.has('leader')) return null
  const proposed = await listSlips(tx, plan.id, { states: ['proposed'] })
  return {
    digest: await composeLeading(work, { cadence: 'weekly', language: plan.language }, { at: now, past: false }),
    escalated: issues.filter(
      ({ escalatedAt, state }) => escalatedAt !== null && (state === 'open' || state === 'scheduled'),
    ),
    redSlips: proposed.filter((slip) => obligationOf(duties, slip)).toReversed(),
    minutes: await listMinutesToSign(tx, plan.id),
    digests: await listToApprove(tx, plan.id),
  }
}

import { type HomeSlip, listHomeSlips, listMinutesToSign, listToApprove } from '../../db/home-store.ts'
import type { IssueRow } from '../../db/issue-store.ts'
import type { DigestCadence } from '../../domain/digest/slots.ts'
import type { DigestContent } from '../../domain/digest.ts'
import type { Work } from '../context.ts'
import { composeLeading } from '../digest/preview-digest.ts'

/** What a leader is shown: where the plan stands now, and what waits for their decision. */
export type LeaderPart = {
  digest: DigestContent
  escalated: IssueRow[]
  redSlips: HomeSlip[]
  minutes: { no: number; number: number; version: number }[]
  digests: { id: number; version: number; since: Date; cadence: DigestCadence }[]
}

/** The part of a leader; null for who is none. `issues` are the unsettled ones of the plan. */
export async function leaderPart(work: Work, issues: readonly IssueRow[]): Promise<LeaderPart | null> {
  const { tx, plan, now, roles } = work
  if (!roles.has('leader')) return null
  return {
    digest: await composeLeading(work, { cadence: 'weekly', language: plan.language }, { at: now, past: false }),
    escalated: issues.filter(
      ({ escalatedAt, state }) => escalatedAt !== null && (state === 'open' || state === 'scheduled'),
    ),
    redSlips: await listHomeSlips(tx, plan.id, 'proposed'),
    minutes: await listMinutesToSign(tx, plan.id),
    digests: await listToApprove(tx, plan.id),
  }
}

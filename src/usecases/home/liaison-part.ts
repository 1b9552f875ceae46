import { listSettledIssues } from '../../db/home-store.ts'
import { listSlips, type SlipRow } from '../../db/slip-store.ts'
import type { AskKind } from '../../domain/burden.ts'
import { askKinds } from '../../domain/burden.ts'
import type { Duty } from '../../domain/home-duties.ts'
import type { IssueState } from '../../domain/issue.ts'
import type { ReportingPeriod } from '../../domain/reporting-period.ts'
import { burdenPeriod } from '../burden/burden-period.ts'
import { loadAsks, reportAsks } from '../burden/load-asks.ts'
import type { Work } from '../context.ts'
import { openSlipOf } from '../supervision/slip-access.ts'

/** What a liaison is shown of their units. */
export type LiaisonPart = {
  /** What the units owe, the earliest day first; their actions are listed apart. */
  duties: Duty[]
  /** Slips that wait to be signed for, of each matter the highest; none of what is done or paused. */
  slips: SlipRow[]
  /** How many reports the newest period asks of them, filed or not. */
  reports: number
  /** What was asked of the units in the period that {@link burdenPeriod} names, and their minutes in meetings. */
  asked: { periodKey: string; counts: { kind: AskKind; count: number }[]; minutes: number; waiting: number }
  /** What became of the issues they raised and that were settled lately. */
  settled: { no: number; title: string; state: IssueState }[]
}

/** Settled issues are shown for so long. */
const settledDays = 30
/** Milestones and visits are shown from so many days before they are due; reports as soon as they are asked for. */
const aheadDays = 30

/** The part of a liaison; null for who is none. `duties` are those of the whole plan. */
export async function liaisonPart(
  work: Work,
  duties: readonly Duty[],
  period: ReportingPeriod,
): Promise<LiaisonPart | null> {
  const { tx, plan, now, roles, units, actor } = work
  if (!roles.has('liaison')) return null
  const ids = new Set(units.map(({ id }) => id))
  const horizon = now.plus({ days: aheadDays }).toFormat('yyyy-MM-dd')
  const burden = await burdenPeriod(work)
  const { asks, times } = await loadAsks(work, burden)
  const reports = burden.key === period.key ? asks : await reportAsks(work, period)
  const own = times.filter(({ unitId }) => ids.has(unitId))
  const mine = duties.filter(
    ({ unitId, people }) => ids.has(unitId) && (people === 'liaisons' || people.includes(actor.userId)),
  )
  const open = await listSlips(tx, plan.id, { states: ['issued', 'signed'], unitIds: [...ids] })
  return {
    duties: mine.filter(({ kind, dueOn }) => kind !== 'action' && (kind === 'report' || dueOn <= horizon)),
    slips: mine.flatMap((duty) => openSlipOf(open, duty) ?? []).filter(({ state }) => state === 'issued'),
    reports: reports.filter(({ kind, unitId }) => kind === 'report' && ids.has(unitId)).length,
    asked: {
      periodKey: burden.key,
      counts: askKinds
        .map((kind) => ({ kind, count: asks.filter((ask) => ask.kind === kind && ids.has(ask.unitId)).length }))
        .filter(({ count }) => count > 0),
      minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
      waiting: own.reduce((sum, { waiting }) => sum + waiting, 0),
    },
    settled: await listSettledIssues(tx, plan.id, {
      since: now.minus({ days: settledDays }).toJSDate(),
      userId: actor.userId,
      unitIds: [...ids],
    }),
  }
}

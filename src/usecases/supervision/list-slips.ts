import { DateTime } from 'luxon'
import { listSlips as list, type SlipRow } from '../../db/slip-store.ts'
import { owedKey } from '../../domain/supervision/decide-day.ts'
import type { Obligation } from '../../domain/supervision/obligation.ts'
import { isOpenSlip, type SlipState, slipLabel, slipMay, slipStates } from '../../domain/supervision/slip.ts'
import { type SlipLine, toMatter, toSlipLine } from '../../domain/supervision/slip-notice.ts'
import { daysLate, slipLevels } from '../../domain/supervision/stage.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { allows } from '../permissions.ts'
import { heldSlips } from './held-slips.ts'
import { listObligations } from './list-obligations.ts'
import { isOwn, obligationOf, ownUnitsOnly, wasIssued } from './slip-access.ts'

/** A slip as a person sees it, and what they may do with it. */
export type SeenSlip = SlipLine & {
  id: number
  planId: number
  /** `done`: what it asked for is done, and the next daily run settles it. */
  state: SlipState | 'done'
  /** It is open, and no slip of a higher level was issued about the same matter: this one is to be answered. */
  latest: boolean
  mayReport: boolean
  maySign: boolean
  mayApprove: boolean
  mayWithdraw: boolean
}

/** The slips that a person may see, the ones that wait for somebody first. `own`: those of their units alone. */
export type SlipList = { planId: number; own: boolean; slips: SeenSlip[] }

/** The slips by state and then the newest first: a liaison's units' that were issued; for the others all of the plan. */
export async function listSlips(context: Context, actor: Actor): Promise<SlipList> {
  return reading(context, actor, 'supervision.list', async (work) => {
    const own = ownUnitsOnly(work)
    const unitIds = work.units.map(({ id }) => id)
    const rows = await list(work.tx, work.plan.id, own ? { unitIds } : {})
    const seen = await seeSlips(work, own ? rows.filter(wasIssued) : rows)
    const order = (slip: SeenSlip) => (slip.state === 'done' ? 2.5 : slipStates.indexOf(slip.state))
    return { planId: work.plan.id, own, slips: seen.toSorted((one, other) => order(one) - order(other)) }
  })
}

/** Slips as the person sees them, in their order; one whose matter is done meanwhile is shown as done at once. */
export async function seeSlips(work: Work, rows: readonly SlipRow[]): Promise<SeenSlip[]> {
  const obligations = await listObligations(work)
  const open = rows.filter(({ state }) => isOpenSlip(state))
  const held = await heldSlips(work, open)
  const about = await list(work.tx, work.plan.id, { subjects: [...new Set(open.map(({ subject }) => subject))] })
  const day = work.now.toFormat('yyyy-MM-dd')
  return rows.map((slip) => {
    const obligation = obligationOf(obligations, slip)
    const done = isOpenSlip(slip.state) && !obligation && !held.has(owedKey(slip))
    const own = isOwn(work, slip)
    const latest = (slip.state === 'issued' || slip.state === 'signed') && !done && !about.some(supersedes(slip))
    return {
      ...lineOf(work, slip, obligation, day),
      id: slip.id,
      planId: work.plan.id,
      state: done ? 'done' : slip.state,
      latest,
      mayReport:
        own && latest && slip.kind === 'report' && obligation !== undefined && allows(work.roles, 'report.file'),
      maySign: own && latest && slipMay(slip.state, 'sign') && allows(work.roles, 'supervision.sign'),
      mayApprove:
        obligation !== undefined && slipMay(slip.state, 'approve') && allows(work.roles, 'supervision.approve'),
      mayWithdraw: slipMay(slip.state, 'withdraw') && allows(work.roles, 'supervision.withdraw'),
    }
  })
}

const supersedes = (slip: SlipRow) => (other: SlipRow) =>
  wasIssued(other) &&
  other.state !== 'withdrawn' &&
  owedKey(other) === owedKey(slip) &&
  other.dueOn === slip.dueOn &&
  slipLevels.indexOf(other.level) > slipLevels.indexOf(slip.level)

function lineOf(work: Work, slip: SlipRow, obligation: Obligation | undefined, day: string): SlipLine {
  const label = slipLabel(slip)
  if (obligation && isOpenSlip(slip.state))
    return toSlipLine(obligation, { slip: label, level: slip.level }, work.plan.settings, day)
  const ended = slip.withdrawnAt ?? slip.settledAt ?? slip.decidedAt
  const until = ended ? DateTime.fromJSDate(ended, { zone: work.plan.zone }).toFormat('yyyy-MM-dd') : day
  const late = daysLate({ countFrom: slip.dueOn }, until)
  return { ...toMatter(slip), slip: label, level: slip.level, daysLate: late, next: null }
}

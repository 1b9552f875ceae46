import { DateTime } from 'luxon'
import { listSlips, type SlipRow } from '../../db/slip-store.ts'
import { listNewestReports } from '../../db/supervision-source-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import { owedKey } from '../../domain/supervision/decide-day.ts'
import type { Obligation } from '../../domain/supervision/obligation.ts'
import { type SlipState, slipLabel } from '../../domain/supervision/slip.ts'
import { type Matter, toMatter } from '../../domain/supervision/slip-notice.ts'
import { daysLate, type SlipLevel, slipLevels } from '../../domain/supervision/stage.ts'
import { loadTrail } from '../action/see-actions.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { listObligations } from './list-obligations.ts'
import { ownUnitsOnly, wasIssued } from './slip-access.ts'

/** What was said last about something overdue, by its unit or by the office; `day` ISO. */
type LastWord = { who: 'unit' | 'office'; day: string; text: string }

/** Something overdue: for how many working days, by which slip it is urged, and what was said last. */
export type OverdueEntry = Matter & {
  unitId: number
  daysLate: number
  slip: { label: string; level: SlipLevel; state: SlipState } | null
  word: LastWord | null
}

/** All that is overdue, by unit in the document's order and within it the oldest first. */
export type OverdueList = { planId: number; own: boolean; entries: OverdueEntry[] }

/** Everything overdue of all kinds, with age and last word: a liaison sees their units', the others all of the plan. */
export async function listOverdue(context: Context, actor: Actor): Promise<OverdueList> {
  return reading(context, actor, 'supervision.list', async (work) => ({
    planId: work.plan.id,
    own: ownUnitsOnly(work),
    entries: await overdueOf(work),
  }))
}

async function overdueOf(work: Work): Promise<OverdueEntry[]> {
  const { tx, plan, now, units } = work
  const today = now.toFormat('yyyy-MM-dd')
  const mine = ownUnitsOnly(work) ? new Set(units.map(({ id }) => id)) : null
  const late = (await listObligations(work)).filter(
    ({ dueOn, unitId }) => dueOn < today && (mine === null || mine.has(unitId)),
  )
  const slips = (await listSlips(tx, plan.id, { subjects: [...new Set(late.map(({ subject }) => subject))] })).filter(
    (slip) => mine === null || wasIssued(slip),
  )
  const said = await wordsOf(work, late, slips)
  const order = new Map((await listUnits(tx, plan.id)).map(({ id }, index) => [id, index]))
  return late
    .map((one) => ({
      ...toMatter(one),
      unitId: one.unitId,
      daysLate: daysLate(one, today),
      slip: highest(slips, one),
      word: said.get(owedKey(one)) ?? null,
    }))
    .toSorted((one, other) => (order.get(one.unitId) ?? 0) - (order.get(other.unitId) ?? 0))
}

function highest(slips: readonly SlipRow[], obligation: Obligation): OverdueEntry['slip'] {
  const [slip] = slips
    .filter((one) => owedKey(one) === owedKey(obligation) && one.dueOn === obligation.dueOn)
    .toSorted((one, other) => slipLevels.indexOf(other.level) - slipLevels.indexOf(one.level))
  return slip ? { label: slipLabel(slip), level: slip.level, state: slip.state } : null
}

type Said = { key: string; who: LastWord['who']; at: Date; text: string }

/** What was said last about each: a signature's line, a report that was returned, or the trail of an action. */
async function wordsOf(work: Work, late: readonly Obligation[], slips: readonly SlipRow[]) {
  const { tx, plan } = work
  const signed = slips.flatMap((slip): Said[] =>
    slip.signedAt ? [{ key: owedKey(slip), who: 'unit', at: slip.signedAt, text: slip.signedRemark }] : [],
  )
  const periods = late.filter(({ kind }) => kind === 'report').map(({ subject }) => subject.slice('report/'.length))
  const returned = (await listNewestReports(tx, plan.id, [...new Set(periods)])).flatMap((report): Said[] =>
    report.state === 'returned' && report.decidedAt
      ? [
          {
            ...{ key: `report/${report.periodKey}@${report.unitId}`, who: 'office', at: report.decidedAt },
            text: report.reason,
          } as Said,
        ]
      : [],
  )
  const actions = late.filter(({ kind }) => kind === 'action')
  const keys = new Map(actions.map((one) => [one.items[0]?.no ?? 0, owedKey(one)]))
  const trail = (await loadTrail(work, [...keys.keys()])).flatMap(({ no, kind, at, text }): Said[] => {
    const key = keys.get(no)
    const who = kind === 'asked' || kind === 'reported' ? 'unit' : 'office'
    return key && text !== '' ? [{ key, who, at, text }] : []
  })
  const words = new Map<string, LastWord>()
  for (const { key, who, at, text } of [...signed, ...returned, ...trail].toSorted(
    (a, b) => Number(a.at) - Number(b.at),
  ))
    words.set(key, { who, text, day: DateTime.fromJSDate(at, { zone: plan.zone }).toFormat('yyyy-MM-dd') })
  return words
}

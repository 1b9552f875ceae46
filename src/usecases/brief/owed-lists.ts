import type { BriefLists, OwedConcern } from '../../domain/brief.ts'
import { peopleOf } from '../../domain/supervision/decide-day.ts'
import type { Obligation } from '../../domain/supervision/obligation.ts'
import { slipLabel } from '../../domain/supervision/slip.ts'
import { toMatter, toSlipLine } from '../../domain/supervision/slip-notice.ts'
import { daysLate, daysLeft, stageOf } from '../../domain/supervision/stage.ts'
import { obligationOf, openSlipOf } from '../supervision/slip-access.ts'
import type { Addressee } from './list-addressees.ts'
import type { Standing } from './load-standing.ts'

/** What a person's units owe by a day, the slips about it, and how its actions stand. */
type OwedLists = Pick<BriefLists, 'slips' | 'owed'> & { actions: ReadonlyMap<string, OwedConcern> }

/** What a person owes on an ISO day, each thing once: by its slip where one waits for a signature, else at its stage. */
export function owedLists(standing: Standing, { userId }: Addressee, day: string): OwedLists {
  const { obligations, liaisons, settings, tasksOf } = standing
  const slips: BriefLists['slips'] = []
  const owed: BriefLists['owed'] = []
  const actions = new Map<string, OwedConcern>()
  for (const obligation of obligations) {
    if (!peopleOf(obligation, liaisons).includes(userId)) continue
    if (stageOf(obligation, settings, day) === null) continue
    const slip = openSlipOf(standing.slips, obligation)
    if (slip?.state === 'issued') {
      slips.push(toSlipLine(obligation, { slip: slipLabel(slip), level: slip.level }, settings, day))
      continue
    }
    const concern = concernOf(obligation, day)
    if (obligation.kind === 'action') actions.set(obligation.subject, concern)
    else
      owed.push({
        ...toMatter(obligation),
        concern,
        days: concern === 'overdue' ? daysLate(obligation, day) : daysLeft(obligation, day),
        total: obligation.kind === 'report' ? tasksOf(obligation) : 0,
      })
  }
  return { slips, owed, actions }
}

/** The red slips that wait for a leader, the oldest first. */
export function redSlips({ slips, obligations, settings }: Standing, day: string): BriefLists['red'] {
  return slips
    .filter(({ state }) => state === 'proposed')
    .toReversed()
    .flatMap((slip) => {
      const obligation = obligationOf(obligations, slip)
      return obligation
        ? [{ id: slip.id, ...toSlipLine(obligation, { slip: '', level: slip.level }, settings, day) }]
        : []
    })
}

/** Past its day it is overdue, even where its lateness counts from later and no slip is due yet. */
function concernOf(obligation: Obligation, day: string): OwedConcern {
  if (obligation.dueOn < day) return 'overdue'
  return daysLeft(obligation, day) === 0 ? 'today' : 'soon'
}

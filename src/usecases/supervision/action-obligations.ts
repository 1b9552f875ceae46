import { listPauses } from '../../db/pause-store.ts'
import { listOwedActions } from '../../db/supervision-source-store.ts'
import type { Obligation } from '../../domain/supervision/obligation.ts'
import { pausedFrom } from '../../domain/supervision/paused-from.ts'
import type { Work } from '../context.ts'

/** The actions that units owe now; one whose issue's task is paused is not asked for. */
export async function actionObligations({ tx, plan }: Work): Promise<Obligation[]> {
  const pauses = await listPauses(tx, plan.id)
  return (await listOwedActions(tx, plan.id)).flatMap(({ no, text, unitId, unit, dueOn, taskId }) => {
    const own = pauses.filter((pause) => pause.taskId !== null && pause.taskId === taskId)
    const paused = pausedFrom(dueOn, own, plan.zone)
    if (!paused) return []
    const facts = { kind: 'action' as const, subject: `action/${no}`, unitId, unit, people: 'liaisons' as const, dueOn }
    return [{ ...facts, ...paused, items: [{ no, title: text }] }]
  })
}

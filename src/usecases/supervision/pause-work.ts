import { addPause, listPauses, type PauseRow } from '../../db/pause-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { PauseWords } from '../../domain/supervision/pause-words.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { type PauseSubject, pauseSubject } from './pause-subject.ts'

/**
 * 暂停: the office pauses a task or a reporting period, with a reason: nobody is asked, reminded or urged until it goes on.
 * @throws DomainError `pause.reason_missing`, `pause.already` {what, words, reason}, and what `pauseSubject` throws
 */
export async function pauseWork(context: Context, actor: Actor, words: PauseWords): Promise<PauseSubject> {
  if (words.reason === '') throw new DomainError('pause.reason_missing')
  return changing(context, actor, 'supervision.pause', async (work) => {
    const { tx, plan, now } = work
    await lockPlan(tx, plan.id)
    const subject = await pauseSubject(work, words)
    const standing = standingPause(await listPauses(tx, plan.id), subject)
    if (standing) throw new DomainError('pause.already', { ...namesOf(subject), reason: standing.reason })
    const { taskId, periodId } = subject
    const { reason } = words
    await addPause(tx, plan.id, { taskId, periodId, reason, startedBy: actor.userId, startedAt: now.toJSDate() })
    await work.audit('supervision.pause', subject.subject, null, { text: reason })
    return subject
  })
}

/** The pause of a task or period that stands; undefined where none does. */
export function standingPause(
  pauses: readonly PauseRow[],
  { taskId, periodId }: Pick<PauseSubject, 'taskId' | 'periodId'>,
): PauseRow | undefined {
  return pauses.find((one) => one.endedAt === null && one.taskId === taskId && one.periodId === periodId)
}

/** How a refusal names it: as it is typed. */
export function namesOf({ task, periodKey }: PauseSubject): { what: string; words: string } {
  const words = task ? String(task.no) : (periodKey ?? '')
  return { what: task ? `${task.no} ${task.title}` : words, words }
}

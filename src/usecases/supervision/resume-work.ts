import { endPause, listPauses } from '../../db/pause-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { PauseWords } from '../../domain/supervision/pause-words.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { type PauseSubject, pauseSubject } from './pause-subject.ts'
import { namesOf, standingPause } from './pause-work.ts'

/**
 * 恢复: the office lets a paused task or period go on; lateness counts from today.
 * @throws DomainError `pause.not_paused` {what}, and what `pauseSubject` throws
 */
export async function resumeWork(context: Context, actor: Actor, words: PauseWords): Promise<PauseSubject> {
  return changing(context, actor, 'supervision.pause', async (work) => {
    const { tx, plan, now } = work
    await lockPlan(tx, plan.id)
    const subject = await pauseSubject(work, words)
    const standing = standingPause(await listPauses(tx, plan.id), subject)
    if (!standing) throw new DomainError('pause.not_paused', { what: namesOf(subject).what })
    await endPause(tx, standing.id, actor.userId, now.toJSDate())
    await work.audit('supervision.resume', subject.subject, { text: standing.reason }, { text: words.reason })
    return subject
  })
}

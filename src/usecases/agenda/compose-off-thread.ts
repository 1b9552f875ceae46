import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type ComposedAgenda, composeAgenda } from '../../domain/agenda/compose.ts'
import { INLINE_ITEMS } from '../../domain/agenda/order.ts'
import type { AgendaWish } from '../../domain/agenda/wish.ts'
import { DomainError } from '../../domain/errors.ts'

/** What the worker answers: the agenda, or the refusal in parts, since an error's class is lost between threads. */
export type Composed = { agenda: ComposedAgenda } | { refusal: Pick<DomainError, 'code' | 'params'> }

/**
 * `composeAgenda`; with more issues than are ordered in an instant, in a thread of its own, so that the bot goes on
 * answering the others meanwhile.
 */
export async function composeOffThread(wish: AgendaWish): Promise<ComposedAgenda> {
  if (wish.issues.length <= INLINE_ITEMS) return composeAgenda(wish)
  const worker = new Worker(new URL('./compose-worker.ts', import.meta.url), { workerData: wish })
  const [composed] = (await once(worker, 'message')) as [Composed]
  if ('refusal' in composed) throw new DomainError(composed.refusal.code, composed.refusal.params)
  return composed.agenda
}

import type { Courier } from '../outbox/courier.ts'
import { DeliveryError } from '../outbox/delivery-error.ts'
import type { Metrics } from './metrics.ts'

/** A courier whose messages are counted, by kind and by what became of each; each attempt is a sign of life. */
export function watchCourier(courier: Courier, { deliveries }: Pick<Metrics, 'deliveries'>, beat: () => void): Courier {
  const counted = async <T>(kind: string, done: string, work: Promise<T>): Promise<T> => {
    try {
      const result = await work
      deliveries.inc({ kind, outcome: done })
      return result
    } catch (error) {
      deliveries.inc({ kind, outcome: error instanceof DeliveryError ? error.outcome : 'failed' })
      throw error
    } finally {
      beat()
    }
  }
  return {
    ...courier,
    send: (outgoing) => counted(outgoing.kind, 'sent', courier.send(outgoing)),
    edit: (posted, outgoing) => counted(outgoing.kind, 'edited', courier.edit(posted, outgoing)),
    remove: (posted) => counted('removal', 'removed', courier.remove(posted)),
  }
}

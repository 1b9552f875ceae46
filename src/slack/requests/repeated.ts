import type { WebClient } from '@slack/web-api'
import { DomainError } from '../../domain/errors.ts'
import type { Reply } from '../reply.ts'

/**
 * What a further copy of a request may show: nothing, until it changed something itself. Then the first copy did not get that
 * far, and never will.
 */
export type Silence = { reply: (reply: Reply) => Reply; client: (client: WebClient) => WebClient }

/** Silence until `changed`; what would be shown is refused with `request.repeated`, which ends the request. */
export function silentUntil(changed: () => boolean): Silence {
  const refuse = () => Promise.reject(new DomainError('request.repeated'))
  const muted = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name)
        if (typeof value !== 'function') return value
        return (...given: unknown[]) => (changed() ? Reflect.apply(value, of, given) : refuse())
      },
    })
  return {
    reply: (reply) => (message) => (changed() ? reply(message) : refuse()),
    client: (client) =>
      new Proxy(client, {
        get(of, name) {
          const value = Reflect.get(of, name)
          if (name === 'views' || name === 'chat' || name === 'files') return muted(value)
          return name === 'filesUploadV2'
            ? (...given: unknown[]) => (changed() ? value.apply(of, given) : refuse())
            : value
        },
      }),
  }
}

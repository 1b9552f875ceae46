import type { Chance } from './chance.ts'

/**
 * What happens in a round, all of it drawn before it begins. Times are milliseconds from its beginning on an idle machine:
 * whoever plays it stretches them by how slow the machine is.
 */
export type Round = {
  /** One bot is killed so long after it was started anew; null where none is. */
  killStarting: number | null
  /** Bots that are killed, by their place, and when. */
  kills: { bot: number; after: number }[]
  /** What people do: how long after the one before, each with a chance of its own. */
  acts: { gap: number; chance: Chance }[]
  /** For `POST /sandbox/faults`. */
  faults: object
  cutSocket: number | null
  crashDatabase: number | null
  travel: { after: number; by: (typeof steps)[number] } | null
}

const roundMs = 1000
const gapMs = 150
const methods = ['*', 'chat.postMessage', 'chat.update', 'chat.postEphemeral'] as const
/** `morning`: just after nine on the next working day, when most is owed. */
const steps = ['+20m', '+2h', '+5h', 'morning', 'morning'] as const

/** Draws a round for so many bots. */
export function drawRound(chance: Chance, bots: number, hasServer: boolean): Round {
  const sometime = () => chance.below(roundMs)
  const maybe = <T>(probability: number, draw: () => T): T | null => (chance.happens(probability) ? draw() : null)
  const victims = bots === 1 ? Number(chance.happens(0.9)) : chance.below(3)
  const first = chance.below(bots)
  return {
    killStarting: maybe(0.15, () => chance.below(2500)),
    kills: Array.from({ length: victims }, (_, place) => ({ bot: (first + place) % bots, after: sometime() })),
    acts: Array.from({ length: 4 + chance.below(7) }, () => ({ gap: chance.below(gapMs), chance: chance.fork() })),
    faults: {
      ...maybe(0.5, () => ({ drop_answers: { method: chance.pick(methods), times: 1 + chance.below(3) } })),
      ...maybe(0.35, () => ({ server_errors: { method: chance.pick(methods), times: 1 + chance.below(3) } })),
      ...maybe(0.3, () => ({
        rate_limits: { method: chance.pick(methods), times: 1 + chance.below(3), retry_after: 1 + chance.below(3) },
      })),
      ...maybe(0.4, () => ({ deliver_twice: 1 + chance.below(4) })),
    },
    cutSocket: maybe(0.25, sometime),
    crashDatabase: hasServer ? maybe(0.15, sometime) : null,
    travel: maybe(0.6, () => ({ after: sometime(), by: chance.pick(steps) })),
  }
}

/** A round in which people act and time passes, and nothing goes wrong. */
export function calmed(round: Round): Round {
  return { ...round, killStarting: null, kills: [], faults: {}, cutSocket: null, crashDatabase: null }
}

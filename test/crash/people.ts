import type { Chance } from './chance.ts'
import { kinds } from './kinds.ts'
import { createKnowledge } from './knowledge.ts'
import type { Answer, Stage } from './stage.ts'
import type { Wish } from './wishes.ts'

/** Something a person tried to do. `token` is in its text and nowhere else. */
export type Deed = Pick<Wish, 'user' | 'receipt' | 'action'> & {
  kind: string
  token: string
  /** When it was begun, as a message's ts. */
  since: string
  /** Whether the bot acknowledged it. */
  answer: Answer
}

/** The people of the stage. */
export type People = {
  /** Somebody does something, drawn by `chance`; resolves when the bot acknowledged it or did not in time. */
  act(chance: Chance): Promise<Deed>
}

/** People who know what the bot told them so far. */
export function gatherPeople(stage: Stage): People {
  const knowledge = createKnowledge(stage)
  return {
    async act(chance) {
      const drawn = chance.pick(lots)
      const token = newToken(chance)
      const since = (stage.now().toMillis() / 1000).toFixed(6)
      await knowledge.refresh()
      const setting = { stage, chance, token, knowledge }
      const wished: Wish | null = kinds[drawn](setting)
      const { go, kind = wished ? drawn : 'report', ...wish }: Wish = wished ?? kinds.report(setting)
      return { kind, token, since, ...wish, answer: await go() }
    },
  }
}

/** Seven ideographs: no two tokens are alike, which the bot would remark on. */
function newToken(chance: Chance): string {
  return Array.from({ length: 7 }, () => String.fromCodePoint(0x4e00 + chance.below(20_000))).join('')
}

const weights: Record<keyof typeof kinds, number> = {
  report: 5,
  reportForm: 3,
  issue: 3,
  target: 2,
  milestone: 2,
  policy: 1,
  giveBack: 1,
  meet: 8,
  rsvp: 2,
  attend: 2,
  sign: 3,
  approve: 2,
  consult: 1,
  object: 1,
  agree: 1,
  done: 2,
  verify: 2,
  digest: 1,
  subscribe: 1,
  home: 1,
}

const lots = Object.entries(weights).flatMap(([kind, weight]) =>
  Array.from({ length: weight }, () => kind as keyof typeof kinds),
) as [keyof typeof kinds, ...(keyof typeof kinds)[]]

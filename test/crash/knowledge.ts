import type { Chance } from './chance.ts'
import type { SeenMessage, Stage } from './stage.ts'

/** The numbers that people read in what the bot tells them; null where none is known yet. */
export type Knowledge = {
  /** Reads what came since the last time. */
  refresh(): Promise<void>
  issue(chance: Chance): number | null
  consulted(chance: Chance): number | null
  action(chance: Chance): number | null
  meeting(chance: Chance): number | null
  /** An item of a published agenda. */
  item(chance: Chance): { no: number; item: number } | null
  /** A slip, and a liaison of its unit. */
  slip(chance: Chance): [slip: string, user: string] | null
}

/** Nothing is known yet. */
export function createKnowledge(stage: Stage): Knowledge {
  const issues = new Set<number>()
  const consulted = new Set<number>()
  const actions = new Set<number>()
  const items: { no: number; item: number }[] = []
  const slips = new Map<string, string>()
  let since = '0000000000.000000'
  const read = (message: SeenMessage, owner: string | undefined) => {
    const whole = JSON.stringify(message)
    for (const [, no] of whole.matchAll(/已提出问题 #(\d+)：/g)) issues.add(Number(no))
    for (const [, no] of whole.matchAll(/请会商 #(\d+)/g)) consulted.add(Number(no))
    for (const [, list = ''] of whole.matchAll(/交办 \d+ 件，编号 ([\d、]+)/g))
      for (const no of list.split('、')) actions.add(Number(no))
    const key = message.metadata?.event_payload?.key ?? ''
    const meeting = /第(\d+)次/.exec(whole)?.[1]
    if (key.startsWith('agenda') && meeting && message.channel.startsWith('C'))
      for (const [, item] of whole.matchAll(/#(\d+)/g)) items.push({ no: Number(meeting), item: Number(item) })
    if (owner) for (const [, slip = ''] of whole.matchAll(/第 (\d{4}-\d{3}) 号/g)) slips.set(slip, owner)
  }
  const oneOf = <T>(chance: Chance, from: Iterable<T>): T | null => {
    const known = [...from]
    return known[chance.below(known.length)] ?? null
  }
  return {
    async refresh() {
      const { messages, channels } = await stage.state({ since })
      const owners = new Map(channels.map((one) => [one.id, one.user]))
      for (const message of messages) {
        read(message, owners.get(message.channel))
        if (message.ts > since) since = message.ts
      }
    },
    issue: (chance) => oneOf(chance, issues),
    consulted: (chance) => oneOf(chance, consulted),
    action: (chance) => oneOf(chance, actions),
    meeting: (chance) => oneOf(chance, items)?.no ?? null,
    item: (chance) => oneOf(chance, items.slice(-20)),
    slip: (chance) => oneOf(chance, slips),
  }
}

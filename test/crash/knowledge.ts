import { ids } from '../../src/slack/ids.ts'
import type { Chance } from './chance.ts'
import type { SeenMessage, Stage } from './stage.ts'

/** How far the latest joint meeting has come, as its messages say. */
export type MeetingNow = {
  no: number
  state: 'published' | 'ended' | 'submitted' | 'signed'
  /** Its items whose outcome nobody was told yet. */
  open: number[]
}

/** A button in a message to one person. */
type SeenButton = { user: string; channel: string; ts: string; actionId: string; blockId: string }

/** What people read in what the bot tells them; null where nothing is known yet. */
export type Knowledge = {
  /** Reads what came since the last time. */
  refresh(): Promise<void>
  issue(chance: Chance): number | null
  /** An issue that units are asked about, with the names of some of them where they were told. */
  consulted(chance: Chance): [issue: number, units: string | null] | null
  /** An action, with its owner's name where it was told. */
  action(chance: Chance): [action: number, owner: string | null] | null
  /** An action that was reported as done. */
  reported(chance: Chance): number | null
  /** A slip, and a liaison of its unit. */
  slip(chance: Chance): [slip: string, user: string] | null
  /** One of the last buttons with that action id. */
  button(chance: Chance, actionId: string): SeenButton | null
  /** A draft agenda was shown that is not published yet. */
  isDrafted(): boolean
  meeting(): MeetingNow | null
}

const clickable = new Set<string>([ids.supervision.approve, ids.attendance.attend, ids.consultation.agree])
const lastButtons = 15

type Element = { action_id?: string }
type Block = { block_id?: string; elements?: Element[]; accessory?: Element }

/** Nothing is known yet. */
export function createKnowledge(stage: Stage): Knowledge {
  const issues = new Set<number>()
  const consulted = new Map<number, string | null>()
  const actions = new Map<number, string | null>()
  const reported = new Set<number>()
  const slips = new Map<string, string>()
  const buttons = new Map<string, SeenButton[]>()
  let meeting: MeetingNow | null = null
  let drafted = false
  let since = '0000000000.000000'

  const readMeeting = (message: SeenMessage, whole: string) => {
    if (whole.includes('月联席会议草案 · ')) drafted = true
    if (/没有执行：.*已经过去。请选择今后的时间/.test(whole)) drafted = false
    const no = Number(/第(\d+)次/.exec(whole)?.[1] ?? 0)
    const key = message.metadata?.event_payload?.key ?? ''
    if (key.startsWith('agenda') && no > 0 && message.channel.startsWith('C') && no !== meeting?.no) {
      drafted = false
      meeting = { no, state: 'published', open: [...numbersIn(whole, /#(\d+)/g)] }
    }
    if (no === 0 || no !== meeting?.no) return
    if (RegExp(`第${no}次联席会议已(?:经)?结束`).test(whole) && meeting.state === 'published') meeting.state = 'ended'
    if (whole.includes(`已送签：第${no}次`)) meeting.state = 'submitted'
    if (whole.includes(`已签发：第${no}次`)) meeting.state = 'signed'
  }
  const read = (message: SeenMessage, owner: string | undefined) => {
    const whole = JSON.stringify(message)
    for (const no of numbersIn(whole, /已提出问题 #(\d+)：/g)) issues.add(no)
    for (const no of numbersIn(whole, /请会商 #(\d+)/g)) if (!consulted.has(no)) consulted.set(no, null)
    for (const [, no, units = ''] of whole.matchAll(/#(\d+) 的会商征求的是([^，]+)的意见/g))
      consulted.set(Number(no), units)
    for (const no of numbersIn(whole, /没有记录：问题 #(\d+) 的这次会商已结束/g)) consulted.delete(no)
    for (const no of numbersIn(whole, /已报办结：交办(\d+)，/g)) reported.add(no)
    for (const no of numbersIn(whole, /(?:已核实：交办|没有执行：交办)(\d+)/g)) reported.delete(no)
    for (const [, no, owner = ''] of whole.matchAll(/没有保存：交办(\d+) 由([^，]+)办理/g))
      actions.set(Number(no), owner)
    for (const [, list = ''] of whole.matchAll(/交办 \d+ 件，编号 ([\d、]+)/g))
      for (const no of list.split('、')) actions.set(Number(no), null)
    const settled = numbersIn(whole, /(?:已记录|没有保存)：#(\d+) (?:议定|已有结果)/g)
    if (meeting) meeting.open = meeting.open.filter((no) => !settled.has(no))
    readMeeting(message, whole)
    if (owner) for (const [, slip = ''] of whole.matchAll(/第 (\d{4}-\d{3}) 号/g)) slips.set(slip, owner)
    for (const button of buttonsIn(message, owner))
      buttons.set(button.actionId, [...(buttons.get(button.actionId) ?? []), button].slice(-lastButtons))
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
    reported: (chance) => oneOf(chance, reported),
    slip: (chance) => oneOf(chance, slips),
    button: (chance, actionId) => oneOf(chance, buttons.get(actionId) ?? []),
    isDrafted: () => drafted,
    meeting: () => meeting,
  }
}

function numbersIn(text: string, pattern: RegExp): Set<number> {
  return new Set(Array.from(text.matchAll(pattern), ([, no]) => Number(no)))
}

/** The buttons that people click; in a channel the first person of all does. */
function buttonsIn({ channel, ts, blocks = [] }: SeenMessage, user = 'U0UNIT01'): SeenButton[] {
  return (blocks as Block[]).flatMap(({ block_id: blockId = '', elements = [], accessory }) =>
    [...elements, ...(accessory ? [accessory] : [])].flatMap(({ action_id: actionId = '' }) =>
      clickable.has(actionId) ? [{ user, channel, ts, actionId, blockId }] : [],
    ),
  )
}

import type { Chance } from './chance.ts'
import { createKnowledge, type Knowledge } from './knowledge.ts'
import type { Answer, Stage } from './stage.ts'

/** Something a person tried to do. `token` is in its text and nowhere else. */
export type Deed = {
  kind: string
  user: string
  token: string
  /** What the person sees of it when it was done; null where nothing is stored by it. */
  receipt: RegExp | null
  /** The entry of the audit trail that holds the token; null where nothing is stored by it. */
  action: string | null
  /** When it was begun, as a message's ts. */
  since: string
  /** Whether the bot acknowledged it. */
  answer: Answer
}

type Wish = Pick<Deed, 'user' | 'receipt' | 'action'> & { go: () => Promise<Answer> }
type Setting = { stage: Stage; chance: Chance; token: string; knowledge: Knowledge }

const channel = 'C0LIAISON'
const meetingChannel = 'C0MEETING'
const convener = 'U0CONVENER'
const leaders = ['U0LEADER1', 'U0LEADER2'] as const
const viewTries = 20
const viewEveryMs = 50

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
      const kind = chance.pick(lots)
      const token = newToken(chance)
      const since = (stage.now().toMillis() / 1000).toFixed(6)
      await knowledge.refresh()
      const setting = { stage, chance, token, knowledge }
      const { go, ...wish } = kinds[kind](setting) ?? kinds.report(setting)
      return { kind, token, since, ...wish, answer: await go() }
    },
  }
}

/** Seven ideographs: no two tokens are alike, which the bot would remark on. */
function newToken(chance: Chance): string {
  return Array.from({ length: 7 }, () => String.fromCodePoint(0x4e00 + chance.below(20_000))).join('')
}

/** A liaison and a task of the unit. */
function somebody({ stage, chance }: Setting): { user: string; unit: string; task: number } {
  const { units, sections } = stage.plan
  const tasks = sections.flatMap((section) => section.tasks)
  const place = chance.below(units.length)
  const unit = units[place]?.name ?? ''
  const own = tasks.filter((task) => task.units.some(({ name }) => name === unit)).map(({ no }) => no)
  return { user: `U0UNIT${String(place + 1).padStart(2, '0')}`, unit, task: own[chance.below(own.length)] ?? 1 }
}

function says({ stage }: Setting, user: string, command: string, text: string, where = channel) {
  return () => stage.post('commands', { user, channel: where, command, text })
}

/** Something that stores nothing under the token: what it sets off is compared as messages owed. */
function passing(setting: Setting, user: string, command: string, text: string): Wish {
  return { user, receipt: null, action: null, go: says(setting, user, command, text, meetingChannel) }
}

/** What people do; null where they do not know of anything to do it to: then they report. */
const kinds = {
  report(setting) {
    const { user, task } = somebody(setting)
    const text = `${task} ${setting.chance.below(101)}% 达进度 ${setting.token}`
    const receipt = new RegExp(`「${setting.token}」`)
    return { user, receipt, action: 'report.file', go: says(setting, user, '/progress', text) }
  },
  reportForm(setting) {
    const { user } = somebody(setting)
    const values = { progress_status: 'on_track', progress_percent: 60, progress_summary: setting.token }
    const receipt = new RegExp(`「${setting.token}」`)
    return { user, receipt, action: 'report.file', go: () => fillForm(setting, user, '/progress', values) }
  },
  issue(setting) {
    const { user, task } = somebody(setting)
    const receipt = new RegExp(`已提出问题 #\\d+：${setting.token}`)
    const text = `${setting.token} 任务${task} ${5 + setting.chance.below(20)}分钟`
    return { user, receipt, action: 'issue.raise', go: says(setting, user, '/issue', text) }
  },
  target(setting) {
    const user = 'U0UNIT01'
    const value = `${100 + setting.chance.below(900)}.${setting.chance.below(100)}1`
    const text = `进口贸易量 ${value}亿 2024-05 来源:${setting.token}`
    const receipt = new RegExp(`已记录：.*进口贸易量 ${value}亿元`)
    return { user, receipt, action: 'target.record', go: says(setting, user, '/target', text) }
  },
  milestone(setting) {
    const { user, task } = somebody(setting)
    const receipt = new RegExp(`已新增：节点\\d+ ${setting.token}`)
    const text = `节点 ${task} ${setting.token} 2024-12-20`
    return { user, receipt, action: 'milestone.add', go: says(setting, user, '/progress', text) }
  },
  policy(setting) {
    const { user, task } = somebody(setting)
    const receipt = new RegExp(`已新增：任务\\d+ 配套政策《关于${setting.token}`)
    const text = `政策 新增 ${task} 关于${setting.token}的若干措施 武政办〔2024〕12号 2024-05-10`
    return { user, receipt, action: 'policy.add', go: says(setting, user, '/progress', text) }
  },
  giveBack(setting) {
    const { unit, task } = somebody(setting)
    const receipt = new RegExp(`已退回.*${setting.token}`)
    const text = `退回 ${task} ${unit} ${setting.token}`
    return { user: convener, receipt, action: 'report.return', go: says(setting, convener, '/progress', text) }
  },
  agenda(setting) {
    const day = setting.stage.now().plus({ days: 1 + setting.chance.below(4) })
    return passing(setting, convener, '/agenda', `${day.toISODate()} 15:00 120`)
  },
  publish: (setting) => passing(setting, convener, '/agenda', 'publish'),
  rsvp(setting) {
    const { user } = somebody(setting)
    const no = setting.knowledge.meeting(setting.chance)
    if (no === null) return null
    const receipt = new RegExp(`已答复：.*第${no}次.*${setting.token}`)
    const text = `rsvp ${no} 不能参加 ${setting.token}`
    return { user, receipt, action: 'meeting.reply', go: says(setting, user, '/meeting', text) }
  },
  sign(setting) {
    const known = setting.knowledge.slip(setting.chance)
    if (known === null) return null
    const [slip, user] = known
    const receipt = new RegExp(`已签收：督办单第 ${slip} 号`)
    return { user, receipt, action: 'slip.sign', go: says(setting, user, '/todo', `签收 ${slip} ${setting.token}`) }
  },
  consult(setting) {
    const no = setting.knowledge.issue(setting.chance)
    if (no === null) return null
    const receipt = new RegExp(`已发出会商 #${no} `)
    const text = `会商 ${no} ${setting.token}`
    return { user: convener, receipt, action: 'issue.consult', go: says(setting, convener, '/issue', text) }
  },
  object(setting) {
    const { user } = somebody(setting)
    const no = setting.knowledge.consulted(setting.chance)
    if (no === null) return null
    const receipt = new RegExp(`已记录：#${no} .*有异议.*${setting.token}`)
    const text = `有异议 ${no} ${setting.token}`
    return { user, receipt, action: 'issue.answer', go: says(setting, user, '/issue', text) }
  },
  run(setting) {
    const no = setting.knowledge.meeting(setting.chance)
    return no === null ? null : passing(setting, convener, '/meeting', `run ${no}`)
  },
  outcome(setting) {
    const { unit } = somebody(setting)
    const known = setting.knowledge.item(setting.chance)
    if (known === null) return null
    const { no, item } = known
    const receipt = new RegExp(`已记录：#${item} .*议定`)
    const text = `outcome ${no} #${item} 议定 ${setting.token}；交办：${unit} 完成验收 10个工作日 标准：出具验收单`
    return { user: convener, receipt, action: 'decision.record', go: says(setting, convener, '/meeting', text) }
  },
  done(setting) {
    const { user } = somebody(setting)
    const no = setting.knowledge.action(setting.chance)
    if (no === null) return null
    const receipt = new RegExp(`已报办结：交办${no}，`)
    return { user, receipt, action: 'action.report', go: says(setting, user, '/todo', `done ${no} ${setting.token}`) }
  },
  verify(setting) {
    const no = setting.knowledge.action(setting.chance)
    return no === null ? null : passing(setting, convener, '/todo', `verify ${no}`)
  },
  digest: (setting) => passing(setting, convener, '/digest', '发布'),
  subscribe: (setting) => passing(setting, setting.chance.pick(leaders), '/digest', '订阅 周报'),
  home(setting) {
    const { user } = somebody(setting)
    return { user, receipt: null, action: null, go: () => setting.stage.post('home', { user }) }
  },
} as const satisfies Record<string, (setting: Setting) => Wish | null>

const weights: Record<keyof typeof kinds, number> = {
  report: 6,
  reportForm: 3,
  issue: 4,
  target: 2,
  milestone: 2,
  policy: 1,
  giveBack: 1,
  agenda: 2,
  publish: 2,
  rsvp: 2,
  sign: 2,
  consult: 1,
  object: 2,
  run: 1,
  outcome: 2,
  done: 1,
  verify: 1,
  digest: 1,
  subscribe: 1,
  home: 2,
}

const lots = Object.entries(weights).flatMap(([kind, weight]) =>
  Array.from({ length: weight }, () => kind as keyof typeof kinds),
) as [keyof typeof kinds, ...(keyof typeof kinds)[]]

/** Opens a form by a command, waits until it is seen, and submits it. */
async function fillForm({ stage }: Setting, user: string, command: string, values: object): Promise<Answer> {
  const before = await openView(stage, user)
  const opened = await stage.post('commands', { user, channel, command, text: '' })
  if (!opened.ok) return opened
  for (let tried = 0; tried < viewTries; tried++) {
    const view = await openView(stage, user)
    if (view && view !== before) return stage.post('submissions', { user, view_id: view, values })
    await new Promise((resolve) => setTimeout(resolve, viewEveryMs))
  }
  return { ok: false, error: 'the form was not seen' }
}

async function openView(stage: Stage, user: string): Promise<string | undefined> {
  const { views } = await stage.state({ user, channel })
  return views.filter((view) => view.user === user).at(-1)?.id
}

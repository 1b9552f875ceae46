import { ids } from '../../src/slack/ids.ts'
import { meet } from './joint-meeting.ts'
import type { Answer, Stage } from './stage.ts'
import { channel, convener, liaisonOf, passing, type Setting, says, somebody, type Wish } from './wishes.ts'

const leaders = ['U0LEADER1', 'U0LEADER2'] as const
const viewTries = 20
const viewEveryMs = 50

/** A click on a button that the person was shown; null where none was. */
function click(setting: Setting, actionId: string, receipt: RegExp): Wish | null {
  const { stage, chance, knowledge } = setting
  const button = knowledge.button(chance, actionId)
  if (button === null) return null
  const { user, blockId, ...at } = button
  const container = { type: 'message', channel: at.channel, ts: at.ts }
  const go = () => stage.post('actions', { user, container, action_id: actionId, block_id: blockId })
  return { user, receipt, action: null, go }
}

/** What people do; null where they do not know of anything to do it to: then they report. */
export const kinds = {
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
  meet,
  rsvp(setting) {
    const { user } = somebody(setting)
    const { no } = setting.knowledge.meeting() ?? {}
    if (no === undefined) return null
    const receipt = new RegExp(`已答复：[^"]*第${no}次联席会议`)
    const text = `rsvp ${no} 不能参加 ${setting.token}`
    return { user, receipt, action: 'meeting.reply', go: says(setting, user, '/meeting', text) }
  },
  attend: (setting) => click(setting, ids.attendance.attend, /已答复：/),
  sign(setting) {
    const known = setting.knowledge.slip(setting.chance)
    if (known === null) return null
    const [slip, user] = known
    const receipt = new RegExp(`已签收：督办单第 ${slip} 号`)
    return { user, receipt, action: 'slip.sign', go: says(setting, user, '/todo', `签收 ${slip} ${setting.token}`) }
  },
  approve: (setting) => click(setting, ids.supervision.approve, /已批准：督办通报/),
  consult(setting) {
    const no = setting.knowledge.issue(setting.chance)
    if (no === null) return null
    const receipt = new RegExp(`已发出会商 #${no} `)
    const text = `会商 ${no} ${setting.token}`
    return { user: convener, receipt, action: 'issue.consult', go: says(setting, convener, '/issue', text) }
  },
  object(setting) {
    const known = setting.knowledge.consulted(setting.chance)
    if (known === null) return null
    const [no, units] = known
    const user = liaisonOf(setting, units)
    const receipt = new RegExp(`已记录：#${no} .*有异议.*${setting.token}`)
    const text = `有异议 ${no} ${setting.token}`
    return { user, receipt, action: 'issue.answer', go: says(setting, user, '/issue', text) }
  },
  agree(setting) {
    const known = setting.knowledge.consulted(setting.chance)
    if (known === null) return null
    const [no, units] = known
    return passing(setting, liaisonOf(setting, units), `/issue 同意 ${no}`, new RegExp(`已记录：#${no} .*同意`))
  },
  done(setting) {
    const known = setting.knowledge.action(setting.chance)
    if (known === null) return null
    const [no, owner] = known
    const user = liaisonOf(setting, owner)
    const receipt = new RegExp(`已报办结：交办${no}，`)
    return { user, receipt, action: 'action.report', go: says(setting, user, '/todo', `done ${no} ${setting.token}`) }
  },
  verify(setting) {
    const no = setting.knowledge.reported(setting.chance)
    return no === null ? null : passing(setting, convener, `/todo verify ${no}`, new RegExp(`已核实：交办${no}。`))
  },
  digest: (setting) => passing(setting, convener, '/digest 发布', /情况通报已发往领导小组频道/),
  subscribe: (setting) => passing(setting, setting.chance.pick(leaders), '/digest 订阅 周报', /已订阅周报/),
  home(setting) {
    const { user } = somebody(setting)
    return { user, receipt: null, action: null, go: () => setting.stage.post('home', { user }) }
  },
} as const satisfies Record<string, (setting: Setting) => Wish | null>

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

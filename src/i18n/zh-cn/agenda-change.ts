import type { ErrorParams } from '../error-params.ts'

/** 调整议程草案 */
export const agendaChange = {
  'agenda.follow_up': (p: { from: string; to: string; verified: number; running: number; overdue: number }) =>
    `${p.from}–${p.to} 上次议定事项落实：已核实 ${p.verified} 项，办理中 ${p.running} 项，逾期 ${p.overdue} 项`,
  'agenda.follow_up_line': (p: { no: number; issueNo: number; text: string; owner: string; day: string }) =>
    `逾期：交办${p.no} ${p.text}（${p.owner}，${p.day}到期，#${p.issueNo}）`,
  'agenda.item_absent': (p: { units: string }) => `🟡 不能按时到会：${p.units}`,
  'agenda.revised_title': (p: { day: string; from: string; to: string; items: number; minutesUsed: number }) =>
    `议程调整草案（已发布，尚未更新） · ${p.day}${p.from}–${p.to} · ${p.items} 项，用时 ${p.minutesUsed} 分钟`,
  'agenda.up': '↑ 上移',
  'agenda.down': '↓ 下移',
  'agenda.first': '固定首位',
  'agenda.last': '固定末位',
  'agenda.free': '取消固定',
  'agenda.change_minutes': '改时长',
  'agenda.defer': '延期',
  'agenda.add': '加议题',
  'agenda.add_title': '加议题',
  'agenda.add_issue': '未列入的问题',
  'agenda.add_hint': '加入后重新排列；排不下时会换下其他议题，并说明代价。',
  'agenda.why_choose': '为何未列入',
  'agenda.item_minutes_title': '改时长',
  'agenda.item_minutes_label': (p: { no: number }) => `#${p.no} 的会议时间（分钟）`,
  'agenda.changed.up': (p: { no: number }) => `#${p.no} 上移`,
  'agenda.changed.down': (p: { no: number }) => `#${p.no} 下移`,
  'agenda.changed.first': (p: { no: number }) => `#${p.no} 固定首位`,
  'agenda.changed.last': (p: { no: number }) => `#${p.no} 固定末位`,
  'agenda.changed.free': (p: { no: number }) => `#${p.no} 取消固定`,
  'agenda.changed.add': (p: { no: number }) => `加入 #${p.no}`,
  'agenda.changed.defer': (p: { no: number }) => `#${p.no} 延期，发布时记为延一次`,
  'agenda.changed.minutes': (p: { no: number; minutes: number }) => `#${p.no} 改为 ${p.minutes} 分钟`,
  'agenda.changed.before': (p: { no: number; other: number }) => `#${p.no} 排在 #${p.other} 之前`,
  'agenda.changed.mode': (p: { mode: string }): string =>
    p.mode === 'score' ? '改为按重要程度排列' : '改为按等候最少排列',
  'agenda.changed.window': '按单位到会时段',
  'agenda.changed.again': '重新排列',
  'agenda.price': (p: { what: string; waiting: number; came: string; went: string }) =>
    [
      p.what,
      p.waiting > 0 ? `各单位多等候 ${p.waiting} 分钟` : p.waiting < 0 ? `各单位少等候 ${-p.waiting} 分钟` : '等候不变',
      ...(p.came ? [`换入 ${p.came}`] : []),
      ...(p.went ? [`换下 ${p.went}`] : []),
    ].join('；'),
  'agenda.pinned.first': ' · 固定首位',
  'agenda.pinned.last': ' · 固定末位',
  'agenda.change_help': [
    '/agenda 固定首位 7 — 把 #7 固定在首位；另有：固定末位、上移、下移、取消固定、延期、加入',
    '/agenda 7 在 9 之前 — 先议 #7 再议 #9',
    '/agenda 改时长 7 20 — #7 用 20 分钟',
    '/agenda 时段 市财政局 15:30-16:30 — 该单位只在这段时间到会',
    '/agenda 重排 — 按最新情况和各单位答复重新排列',
    '/agenda 为何 12 — #12 为何未列入',
  ].join('\n'),
  'error.agenda.not_on_it': (p: ErrorParams) => `没有调整：#${p.no} 不在这份议程上。输入 /agenda show 查看。`,
  'error.agenda.at_the_end': (p: ErrorParams) => `没有调整：#${p.no} 已经排在最前或最后，不能再移。`,
  'error.agenda.beside_pinned': (p: ErrorParams) =>
    `没有调整：相邻的 #${p.other} 已固定，#${p.no} 不能越过。请先取消 #${p.other} 的固定。`,
  'error.agenda.item_minutes': (p: ErrorParams) =>
    `没有调整：时长应为 ${p.min} 到 ${p.max} 分钟的整数，您输入的是 ${p.given}。`,
  'error.agenda.not_open': (p: ErrorParams) => `没有调整：#${p.no} 不是未决问题。输入 /issue list 查看未决问题。`,
  'error.agenda.mandatory': (p: ErrorParams) =>
    `没有调整：#${p.no} 为必议（领导小组要求或已延两次），不能延期。可改时长或排在末位。`,
  'error.agenda.on_it': (p: ErrorParams) => `#${p.no} 已在议程上。输入 /agenda show 查看。`,
  'error.agenda.closed': (p: ErrorParams) => `没有执行：第${p.no}次联席会议已开始、已结束或已取消，议程不能再改。`,
  'error.agenda.meeting_changed': (p: ErrorParams) =>
    `没有执行：第${p.no}次联席会议刚刚有变动（改期、取消或开始）。输入 /meeting 查看，再重试一次。`,
  'error.agenda.too_many_fixes': '没有调整：这份议程固定的内容太多。输入 /agenda 重新生成，再作调整。',
  'error.agenda.window_outside': (p: ErrorParams) =>
    `没有调整：${p.given} 不在会议时间之内。例如：/agenda 时段 市财政局 15:30-16:30`,
  'error.agenda.which_unknown': '请写明问题编号，例如：/agenda 为何 12',
}

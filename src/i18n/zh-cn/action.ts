import type { ErrorParams } from '../error-params.ts'
import { fullDay } from './dates.ts'

/** 交办事项、待办 */
export const action = {
  'todo.help': [
    '/todo — 我的待办：本单位的交办事项；召集人还可看到待核实、申请延期和逾期的',
    '/todo all — 全部交办事项，含已了结的',
    '/todo show 3（查看 3）— 交办3 的详情和经过',
    '/todo done 3 已签约12家，见 https://…（办结 3 …）— 报办结并附办理情况；不写情况则打开表单',
    '/todo extend 3 2024-08-01 原因（延期 3 8月1日 …，延期 3 10个工作日 …）— 申请延期；召集人直接改期',
    '召集人：/todo verify 3（核实）、/todo return 3 原因（退回）、/todo cancel 3 原因（撤销）',
  ].join('\n'),
  'todo.title.mine': (p: { verify: number; wish: number; overdue: number; rest: number }) =>
    [
      p.verify && `待核实 ${p.verify} 项`,
      p.wish && `申请延期 ${p.wish} 项`,
      p.overdue && `逾期 ${p.overdue} 项`,
      p.rest && `办理中 ${p.rest} 项`,
    ]
      .filter(Boolean)
      .join('，')
      .replace(/^/, '交办事项：'),
  'todo.title.all': (p: { count: number }) => `交办事项共 ${p.count} 项`,
  'todo.none.mine': '没有待办的交办事项。',
  'todo.none_note': '输入 /todo all 查看全部交办事项。',
  'todo.none.all': '还没有交办事项。会议议定后在这里逐项办理。',
  'todo.group.verify': '待核实',
  'todo.group.wish': '申请延期，待答复',
  'todo.group.overdue': '逾期',
  'todo.group.own': '本单位办理',
  'todo.group.others': '其他',
  'todo.group.settled': '已了结',
  'todo.page': (p: { page: number; pages: number; rest: number }) =>
    `第 ${p.page} 页，共 ${p.pages} 页${p.rest > 0 ? `，后面还有 ${p.rest} 项` : ''}`,
  'todo.next': '下一页',
  'todo.first': '回到第一页',
  'todo.name': (p: { no: number; text: string }) => `交办${p.no} ${p.text}`,
  'todo.line': (p: { no: number; text: string; due: string; standing: string }) =>
    `交办${p.no} ${p.text} · ${p.due}到期 · ${p.standing}`,
  'todo.about': (p: {
    owner: string
    helpers: string
    more: number
    issueNo: number
    issueTitle: string
    meetingNo: number | null
    measure: string
  }) =>
    [
      `${p.owner}办理${p.helpers ? `，${p.helpers}${p.more > 0 ? `等 ${p.more} 个单位` : ''}配合` : ''}`,
      `#${p.issueNo} ${p.issueTitle}`,
      p.meetingNo === null ? '会外议定' : `第${p.meetingNo}次联席会议`,
      ...(p.measure ? [`完成标准：${p.measure}`] : []),
    ].join(' · '),
  'todo.evidence': (p: { day: string; text: string }) => `办理情况（${p.day}报）：「${p.text}」`,
  'todo.remark': (p: { text: string }) => `办公室意见：「${p.text}」`,
  'todo.wish': (p: { day: string; text: string }) => `申请延至${p.day}：「${p.text}」`,
  'todo.more': (p: { no: number; part: number }) => `交办${p.no} 经过（续 ${p.part}）`,
  'todo.standing.open': '⚪ 办理中',
  'todo.standing.reported': '🔵 待核实',
  'todo.standing.verified': '✅ 已核实',
  'todo.standing.cancelled': '⚪ 已撤销',
  'todo.standing.returned': '🟡 已退回',
  'todo.standing.late': (p: { days: number }) => (p.days === 0 ? '🟡 已逾期' : `🟡 已逾期 ${p.days} 个工作日`),
  'todo.standing.soon': (p: { days: number }) => (p.days === 0 ? '🟡 即日到期' : `🟡 还有 ${p.days} 个工作日`),
  'todo.done': '已办结',
  'todo.done_again': '更新办理情况',
  'todo.ask': '需延期',
  'todo.verify': '核实',
  'todo.verify_confirm': (p: { no: number }) => `核实后交办${p.no} 即告了结，不能再退回。`,
  'todo.return': '退回',
  'todo.decline': '不同意延期',
  'todo.agree': '同意延期',
  'todo.extend': '延期',
  'todo.cancel': '撤销',
  'todo.show': '查看',
  'todo.modal.report': '报办结',
  'todo.modal.ask': '申请延期',
  'todo.modal.extend': '延期',
  'todo.modal.return': '退回',
  'todo.modal.decline': '不同意延期',
  'todo.modal.cancel': '撤销交办事项',
  'todo.field_evidence': '办理情况和佐证',
  'todo.evidence_hint': '做了什么、结果如何；可附链接。不超过1000字。办公室核实后了结。',
  'todo.field_day': '新的期限',
  'todo.field_reason': '原因',
  'todo.reason_hint': '不超过500字，对方会看到。',
  'todo.reported': (p: { no: number }) => `已报办结：交办${p.no}，待办公室核实。`,
  'todo.asked': (p: { no: number; day: string; due: string }) =>
    `已申请将交办${p.no} 延至${p.day}。召集人同意之前，仍以${p.due}为期。`,
  'todo.verified': (p: { no: number }) => `已核实：交办${p.no}。`,
  'todo.returned': (p: { no: number; owner: string }) => `已退回：交办${p.no}，${p.owner}须重新办理。`,
  'todo.declined': (p: { no: number; due: string }) => `未同意延期：交办${p.no} 仍以${p.due}为期。`,
  'todo.extended': (p: { no: number; from: string; to: string }) => `已延期：交办${p.no} 由${p.from}延至${p.to}。`,
  'todo.cancelled': (p: { no: number }) => `已撤销：交办${p.no}。`,
  'todo.told_next': '责任单位将在主页和下一次每日提醒中看到。',
  'todo.issue_closed': (p: { issueNo: number; title: string }) =>
    `问题 #${p.issueNo} ${p.title} 的交办事项均已了结，问题已办结。`,
  'todo.issue_reopened': (p: { issueNo: number; title: string }) =>
    `问题 #${p.issueNo} ${p.title} 的交办事项已全部撤销，没有一项核实，问题重新列为未决，可再次上会。`,
  'home.actions': (p: { count: number; late: number }) =>
    `交办事项 ${p.count} 项${p.late > 0 ? `，其中逾期 ${p.late} 项` : ''}`,
  'home.actions_office': (p: { verify: number; wish: number }) =>
    [p.verify && `待核实的交办事项 ${p.verify} 项`, p.wish && `申请延期 ${p.wish} 项`].filter(Boolean).join('，'),
  'home.actions_late': (p: { count: number }) => `逾期的交办事项 ${p.count} 项，输入 /todo overdue 查看。`,
  'home.more_actions': (p: { count: number }) => `另有 ${p.count} 项，输入 /todo 查看。`,
  'error.action.unknown': (p: ErrorParams) => `没有执行：没有交办${p.no}。输入 /todo all 查看全部交办事项。`,
  'error.action.not_yours': (p: ErrorParams) =>
    `没有保存：交办${p.no} 由${p.owner}办理，只能由该单位联络员报办结或申请延期。输入 /todo 查看贵单位的。`,
  'error.action.not_possible': (p: ErrorParams) =>
    `没有执行：交办${p.no} 目前${stateWords[String(p.state)] ?? ''}，不能这样处理。输入 /todo show ${p.no} 查看现状。`,
  'error.action.evidence_missing': '没有保存：请写明办理情况。例如：/todo done 3 已签约12家，见 https://…',
  'error.action.evidence_too_long': (p: ErrorParams) =>
    `没有保存：办理情况 ${p.length} 字，超过 ${p.max} 字。请精简，佐证材料可附链接。`,
  'error.action.reason_missing': '没有执行：请写明原因。例如：/todo return 3 请补充验收单',
  'error.action.reason_too_long': (p: ErrorParams) => `没有执行：原因 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.action.day_not_later': (p: ErrorParams) =>
    `没有保存：${fullDay(p.day)}不晚于现在的期限 ${fullDay(p.dueOn)}。请写更晚的日期。`,
  'error.action.changed_meanwhile': (p: ErrorParams) =>
    `没有执行：您填写期间，交办${p.no} 已有变化。输入 /todo show ${p.no} 查看现状后再办。`,
  'error.action.wish_gone': (p: ErrorParams) =>
    `没有执行：交办${p.no} 的延期申请刚有变化。输入 /todo show ${p.no} 查看现状。`,
  'error.action.words_unknown': (p: ErrorParams) => `没有执行：看不懂「${p.given}」。输入 /todo help 查看用法。`,
  'error.action.number_missing': (p: ErrorParams) => `没有执行：请写明交办事项的编号，例如：/todo ${p.verb} 3`,
}

const stateWords: Record<string, string> = {
  open: '尚未报办结',
  reported: '已报办结、待核实',
  verified: '已核实了结',
  cancelled: '已撤销',
}

import type { ErrorParams } from '../error-params.ts'

/** 问题 */
export const issue = {
  'issue.help': [
    '/issue — 打开表单，提出需协调的问题',
    '/issue 任务12 花山港验收标准不一 需：市交通运输局、武汉海关 20分钟 严重 详情：… — 直接提出',
    '/issue list — 未决问题清单',
    '/issue 12 — 查看 #12：任务和指标、会议、议定、交办和核实的全过程',
    '/issue 撤销 12 — 撤销 #12（提出单位或召集人）；/issue 必议 12 — 列为必议（领导小组成员）',
    '/issue ledger（台账）— 导出议题台账和议定事项台账（.xlsx）',
    '/issue 会商 12 处理意见… — 上会前征求所需单位意见（召集人）；/issue 同意 12 一句话、/issue 有异议 12 理由 — 单位答复',
    '在任何消息的菜单中选「转为问题」，可用那条消息填写表单。',
  ].join('\n'),
  'issue.title': '提出需协调问题',
  'issue.field_title': '问题',
  'issue.field_task': '相关任务',
  'issue.field_details': '具体情况',
  'issue.details_hint': '卡在哪里、希望怎样解决。不超过2000字。',
  'issue.field_units': '需到会的单位',
  'issue.units_hint': '不选则为相关任务的责任单位。',
  'issue.field_minutes': '需要的会议时间（分钟，5至60）',
  'issue.field_severity': '严重程度',
  'severity.1': '一般',
  'severity.2': '较重',
  'severity.3': '严重',
  'severity.4': '紧急',
  'issue.task_option': (p: { no: number; title: string }) => `任务${p.no} ${p.title}`,
  'issue.details_cut': (p: { length: number; max: number }) =>
    `原文 ${p.length} 字，已填入前 ${p.max} 字，提出后附有原消息链接。`,
  'issue.field_unit': '提出单位',
  'issue.saving': '正在保存…',
  'issue.raise_anyway': '仍然提出',
  'issue.similar': (p: { count: number }) => `尚未保存：已有 ${p.count} 个相似的未决问题，请先看看是否同一件事。`,
  'issue.similar_line': (p: { no: number; title: string; unit: string | null }) =>
    `#${p.no} ${p.title}${p.unit ? `（${p.unit}）` : ''}`,
  'issue.raised': (p: { no: number; title: string }) => `已提出问题 #${p.no}：${p.title}`,
  'issue.raised_more': (p: {
    task: number | null
    units: string
    by: string | null
    minutes: number
    severity: string
  }) =>
    `${p.by ? `${p.by}提出 · ` : ''}${p.task === null ? '' : `任务${p.task} · `}需到会：${p.units} · ${p.minutes} 分钟 · ${p.severity}`,
  'issue.raised_next': '召集人生成联席会议议程时将列入待选。',
  'issue.show': '查看',
  'issue.withdraw': '撤销',
  'issue.withdraw_confirm': (p: { no: number }) => `撤销问题 #${p.no}？撤销后不再列入议程，记录仍保留。`,
  'issue.withdrawn': (p: { no: number }) => `已撤销问题 #${p.no}。`,
  'issue.require': '列为必议',
  'issue.required': (p: { no: number }) => `问题 #${p.no} 已列为必议，下次联席会议必须安排。`,
  'issue.list_title': (p: { count: number }) => `未决问题 ${p.count} 个`,
  'issue.list_none': '没有未决问题。输入 /issue 可提出。',
  'issue.list_line': (p: {
    no: number
    title: string
    state: string
    severity: string
    mandatory: boolean
    days: number
    carried: number
    escalatedAt: Date | null
  }) =>
    `#${p.no} ${p.title} · ${p.state}${p.escalatedAt ? ' · 提请领导小组' : ''}${p.mandatory ? ' · 必议' : ''} · ${p.severity} · ${p.days === 0 ? '今天提出' : `已 ${p.days} 天`}${p.carried ? ` · 已延 ${p.carried} 次` : ''}`,
  'issue.choose': '选择一个问题查看',
  'issue.list_more': (p: { count: number }) => `另有 ${p.count} 个，输入 /issue show 编号 查看。`,
  'issue.show_title': (p: { no: number; title: string }) => `#${p.no} ${p.title}`,
  'issue.show_facts': (p: {
    state: string
    severity: string
    minutes: number
    mandatory: boolean
    escalated: boolean
    carried: number
    day: string
    unit: string | null
  }) =>
    `${p.state}${p.escalated ? ' · 提请领导小组' : ''} · ${p.severity} · ${p.minutes} 分钟${p.mandatory ? ' · 必议' : ''}${p.carried ? ` · 已延 ${p.carried} 次` : ''} · ${p.day}${p.unit ? `由${p.unit}` : ''}提出`,
  'issue.show_units': (p: { units: string }) => `需到会：${p.units}`,
  'issue.source': '原消息',
  'issue.ledger_file': (p: { day: string }) => `议题台账-${p.day}.xlsx`,
  'issue.ledger_title': (p: { plan: string; issues: number; actions: number }) =>
    `台账：${p.plan} · 议题 ${p.issues} 个，议定事项 ${p.actions} 项`,
  'issue.ledger_sent': '台账已通过私信发给您。',
  'error.file.not_sent': (p: ErrorParams) => `没有发出：文件未能上传（${p.reason}）。请稍后再试。`,
  'issue.escalated': '提请领导小组',
  'issue_state.open': '未决',
  'issue_state.scheduled': '已列入议程',
  'issue_state.decided': '已议定',
  'issue_state.in_action': '办理中',
  'issue_state.closed': '已办结',
  'issue_state.withdrawn': '已撤销',
  'error.issue.title_missing':
    '没有保存：请写明问题。例如：/issue 任务12 花山港验收标准不一 需：市交通运输局、武汉海关 20分钟 严重',
  'error.issue.title_too_long': (p: ErrorParams) =>
    `没有保存：问题 ${p.length} 字，超过 ${p.max} 字。请精简，细节写入「具体情况」。`,
  'error.issue.details_too_long': (p: ErrorParams) => `没有保存：具体情况 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.issue.minutes_out_of_range': (p: ErrorParams) =>
    `没有保存：会议时间应为 ${p.min} 到 ${p.max} 分钟的整数，您输入的是 ${p.given}。`,
  'error.issue.severity_unknown': (p: ErrorParams) =>
    `没有保存：没有「${p.given}」这一严重程度。可选：一般、较重、严重、紧急。`,
  'error.issue.units_missing':
    '没有保存：请写明需到会的单位或相关任务。例如：/issue 任务12 花山港验收标准不一 需：武汉海关',
  'error.issue.too_many_units': (p: ErrorParams) => `没有保存：一个问题最多 ${p.max} 个单位。`,
  'error.issue.unit_not_yours': '没有保存：您已不是所选提出单位的联络员。请管理员用 /plan members 查看名单。',
  'error.issue.unknown': (p: ErrorParams) => `没有编号为 #${p.no} 的问题。输入 /issue list 查看未决问题。`,
  'error.issue.number_missing': '没有执行：请写明问题编号，例如：/issue show 12',
  'error.issue.not_yours': (p: ErrorParams) => `没有撤销：问题 #${p.no} 只能由提出单位或召集人撤销。`,
  'error.issue.not_possible': '没有执行：这个问题目前的状态不允许此操作。输入 /issue show 编号 查看。',
  'error.issue.changed_meanwhile': (p: ErrorParams) =>
    `没有执行：问题 #${p.no} 刚被他人更改。输入 /issue show ${p.no} 查看现状。`,
}

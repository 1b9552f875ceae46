import { DateTime } from 'luxon'
import type { ErrorParams } from '../error-params.ts'
import { fullDay } from './dates.ts'
import { meetingOf } from './document.ts'

type Counts = { ahead: number; on_track: number; behind: number; done: number; missing: number; total: number }

const four = (p: Counts) => `超进度${p.ahead}项、达进度${p.on_track}项、欠进度${p.behind}项、已完成${p.done}项`
const tasks = (numbers: readonly string[]) => `任务${numbers.join('、')}`

/** 全方案的进展情况报告（半年报）及台账 */
export const compilation = {
  'compilation.title': (p: { plan: string; period: string }) => `${meetingOf(p.plan)}\n${p.period}进展情况报告`,
  'compilation.as_of': (p: { day: string }) => `（截至${fullDay(p.day)}）`,
  'compilation.office': '领导小组办公室',
  'compilation.status.ahead': '超进度',
  'compilation.status.on_track': '达进度',
  'compilation.status.behind': '欠进度',
  'compilation.status.done': '已完成',
  'compilation.unknown.no_measurement': '无数据',
  'compilation.unknown.no_baseline': '缺基期值，不能判断',
  'compilation.unknown.no_deadline': '未定期限，不能判断',
  'compilation.missing.unfiled': '未报送',
  'compilation.missing.submitted': '已报送，尚未采纳',
  'compilation.missing.returned': '已退回，未重报',
  'compilation.missing.paused': '暂停报送',
  'compilation.missing.no_unit': '方案未明确责任单位',
  'compilation.overview': '概述',
  'compilation.overview_tasks': (p: Counts & { day: string }) =>
    `截至${fullDay(p.day)}，方案所列${p.total}项任务中，${four(p)}${p.missing > 0 ? `，另有${p.missing}项未报送或未采纳` : ''}。本报告只采用领导小组办公室已采纳的报送。`,
  'compilation.overview_targets': (p: { total: number; good: number; behind: number; unknown: number }) =>
    `${p.total}项指标中，达到或超过进度${p.good}项，欠进度${p.behind}项${p.unknown > 0 ? `，不能判断${p.unknown}项` : ''}。`,
  'compilation.overview_issues': (p: { open: number; settled: number; overdue: number }) =>
    `本期办结问题${p.settled}个，未决${p.open}个；交办事项逾期${p.overdue}项。`,
  'compilation.by_section': '各板块任务进度如下（单位：项）。',
  'compilation.total': '合计',
  'compilation.column.section': '板块',
  'compilation.column.total': '任务',
  'compilation.column.missing': '未报送或未采纳',
  'compilation.column.task_no': '任务',
  'compilation.column.task': '任务名称',
  'compilation.column.lead': '牵头单位',
  'compilation.column.status': '进度',
  'compilation.column.percent': '完成比例',
  'compilation.column.situation': '情况',
  'compilation.column.metric': '指标',
  'compilation.column.goal': '目标',
  'compilation.column.current': '现值',
  'compilation.column.due': '应达',
  'compilation.column.gap': '差',
  'compilation.column.no': '编号',
  'compilation.column.milestone': '节点',
  'compilation.column.unit': '责任单位',
  'compilation.column.due_on': '时限',
  'compilation.column.policy': '政策',
  'compilation.column.document_no': '文号',
  'compilation.column.issued_on': '印发日期',
  'compilation.column.issue': '问题',
  'compilation.column.blocks': '影响的任务、指标',
  'compilation.column.units': '涉及单位',
  'compilation.column.closed_on': '办结日期',
  'compilation.column.action': '事项',
  'compilation.column.asks': '要求（件）',
  'compilation.column.messages': '消息（条）',
  'compilation.column.meeting_minutes': '会议（分钟）',
  'compilation.column.waiting_minutes': '等候（分钟）',
  'compilation.targets': '指标完成情况',
  'compilation.targets_none': '方案没有数值指标。',
  'compilation.targets_intro': (p: { day: string }) =>
    `截至${fullDay(p.day)}，各项指标的现值与按时序应达的数值如下。状态由数据计算得出；单位所报不同的，在状态后注明。`,
  'compilation.claimed': (p: { status: string }) => `（单位报${p.status}）`,
  'compilation.disagreement': (p: { metric: string; computed: string; task: number; claimed: string }) =>
    `「${p.metric}」按数据为${p.computed}，任务${p.task}牵头单位报${p.claimed}，两者不一致，请核实。`,
  'compilation.chart.sections': '各板块任务进度',
  'compilation.chart.tasks_unit': '项',
  'compilation.chart.targets': '指标现值与时序应达（占目标的比例）',
  'compilation.chart.current': '现值',
  'compilation.chart.due': '应达',
  'compilation.chart.trend': (p: { metric: string }) => `${p.metric}走势`,
  'compilation.chart.day': (p: { day: string }) => DateTime.fromISO(p.day).toFormat('yyyy.M.d'),
  'compilation.figure': (p: { n: number; title: string }) => `图${p.n}　${p.title}`,
  'compilation.figure_text': (p: { title: string; values: string }) => `${p.title}：${p.values}`,
  'compilation.figures_more': (p: { count: number }) => `另有${p.count}项指标未绘入图，见上表。`,
  'compilation.tasks': '任务进展',
  'compilation.section_counts': (p: Counts) =>
    `本板块任务${p.total}项：${four(p)}${p.missing > 0 ? `，未报送或未采纳${p.missing}项` : ''}。`,
  'compilation.task_lead': (p: { no: number; title: string; lead: string; status: string; percent: number | null }) =>
    `任务${p.no}　${p.title}（${p.lead}牵头，${p.status}${p.percent === null ? '' : `，${p.percent}%`}）。`,
  'compilation.task_missing': (p: { no: number; title: string; lead: string | null }) =>
    `任务${p.no}　${p.title}${p.lead === null ? '' : `（${p.lead}牵头）`}。`,
  'compilation.no_content': (p: { kind: string }) => `${p.kind}，本期无可采用的内容。`,
  'compilation.pending': (p: { version: number; pending: number }) =>
    `（以上为第${p.version}版；第${p.pending}版已报送，尚未采纳。）`,
  'compilation.participants': '配合单位：',
  'compilation.participant': (p: { unit: string; status: string; text: string }) => `${p.unit}（${p.status}）${p.text}`,
  'compilation.participant_separator': '；',
  'compilation.shortened': '配合单位的情况有删节，全文见台账。',
  'compilation.steps': '时间表与配套政策',
  'compilation.milestone_counts': (p: { done: number; slipped: number; next: number }) =>
    `本期完成节点${p.done}个，逾期未完成${p.slipped}个，下期到期${p.next}个。`,
  'compilation.milestone.done': (p: { day: string }) => `${fullDay(p.day)}完成`,
  'compilation.milestone.done_late': (p: { day: string }) => `${fullDay(p.day)}完成（逾期）`,
  'compilation.milestone.slipped': '逾期未完成',
  'compilation.milestone.next': '未到期',
  'compilation.policy_counts': (p: { count: number; earlier: number }) =>
    `本期出台配套政策${p.count}项${p.earlier > 0 ? `，此前已出台${p.earlier}项` : ''}。`,
  'compilation.issues': '问题与议定事项',
  'compilation.issue_counts': (p: { day: string; raised: number; settled: number; open: number; escalated: number }) =>
    `本期新提出需协调的问题${p.raised}个，办结${p.settled}个；截至${fullDay(p.day)}未决${p.open}个${p.escalated > 0 ? `，其中提请领导小组${p.escalated}个` : ''}。`,
  'compilation.open_issues': '未决问题如下。',
  'compilation.settled_issues': '本期办结的问题如下。',
  'compilation.blocks': (p: { taskNo: number | null; targets: readonly string[] }) =>
    [...(p.taskNo === null ? [] : [`任务${p.taskNo}`]), ...p.targets].join('\n'),
  'compilation.carried': (p: { count: number }) => `已延${p.count}次`,
  'compilation.escalated': '已提请领导小组',
  'compilation.closed_since': (p: { day: string }) => `${fullDay(p.day)}已办结`,
  'compilation.action_counts': (p: { done: number; running: number; overdue: number }) =>
    `交办事项本期办结${p.done}项，正在办理${p.running}项，逾期${p.overdue}项。`,
  'compilation.overdue_actions': '逾期的交办事项如下。',
  'compilation.not_done': '未办结',
  'compilation.practices': '经验做法',
  'compilation.practice_lead': (p: { unit: string; no: number; title: string }) =>
    `${p.unit}（任务${p.no}　${p.title}）。`,
  'compilation.missing': '未报送和未采纳情况',
  'compilation.missing_none': (p: { total: number }) => `${p.total}项任务牵头单位的报送均已采纳。`,
  'compilation.missing_intro': (p: { total: number; missing: number }) =>
    `${p.total}项任务中，${p.missing}项没有牵头单位已采纳的报送，未计入超进度、达进度、欠进度和已完成，也没有采用其内容。`,
  'compilation.participant_gaps': '配合单位未报送或未采纳的如下。',
  'compilation.participant_gap': (p: {
    unit: string
    unfiled: readonly string[]
    submitted: readonly string[]
    returned: readonly string[]
  }) =>
    `${p.unit}：${[
      ...(p.unfiled.length > 0 ? [`未报送${tasks(p.unfiled)}`] : []),
      ...(p.submitted.length > 0 ? [`尚未采纳${tasks(p.submitted)}`] : []),
      ...(p.returned.length > 0 ? [`已退回未重报${tasks(p.returned)}`] : []),
    ].join('，')}。`,
  'compilation.late': (p: { due: string; count: number; units: string }) =>
    `迟报（${fullDay(p.due)}以后报送）的单位${p.count}个：${p.units}。`,
  'compilation.late_unit': (p: { unit: string; tasks: readonly string[] }) => `${p.unit}（${tasks(p.tasks)}）`,
  'compilation.burden': '各单位工作负担',
  'compilation.burden_intro': '本期向各单位提出的要求、发出的消息和占用的会议时间如下。',
  'compilation.next': '下一步',
  'compilation.next_none': '各项任务按方案继续推进。',
  'compilation.next.tasks_lead': '推进欠进度任务。',
  'compilation.next.tasks': (p: { count: number; tasks: readonly string[]; units: string }) =>
    `欠进度任务${p.count}项（${tasks(p.tasks)}），由${p.units}牵头加快推进。`,
  'compilation.next.targets_lead': '补齐指标差距。',
  'compilation.next.target': (p: { metric: string; gap: string; pace: string | null }) =>
    `「${p.metric}」较时序差${p.gap}${p.pace === null ? '' : `，此后每30天需完成${p.pace}方能如期达到目标`}`,
  'compilation.next.missing_lead': '补齐报送。',
  'compilation.next.missing': (p: { count: number; tasks: readonly string[] }) =>
    `${p.count}项任务（${tasks(p.tasks)}）的牵头单位尽快报送或重报，经采纳后补入。`,
  'compilation.next.actions_lead': '办结逾期事项。',
  'compilation.next.actions': (p: { count: number; units: string }) =>
    `逾期交办事项${p.count}项，由${p.units}尽快办结。`,
  'compilation.next.issues_lead': '协调未决问题。',
  'compilation.next.issues': (p: { count: number; escalated: number }) =>
    `未决问题${p.count}个提交联席会议研究${p.escalated > 0 ? `，其中${p.escalated}个请领导小组决定` : ''}。`,
  'compilation.next.milestones_lead': '紧盯时间节点。',
  'compilation.next.milestones': (p: { slipped: number; next: number }) =>
    [
      ...(p.slipped > 0 ? [`逾期节点${p.slipped}个尽快完成`] : []),
      ...(p.next > 0 ? [`下期到期节点${p.next}个按期完成`] : []),
    ].join('，'),
  'compilation.sentence_separator': '；',
  'compilation.message_title': (p: Counts & { period: string }) =>
    `${p.period}报告：${p.total} 项任务，${four(p)}，未报送或未采纳${p.missing}项`,
  'compilation.message_missing': (p: { kind: string; tasks: string }) => `${p.kind}：${p.tasks}`,
  'compilation.message_task': (p: { no: number; title: string; lead: string | null }) =>
    `任务${p.no} ${p.title}${p.lead === null ? '' : `（${p.lead}）`}`,
  'compilation.message_more': (p: { count: number }) => `另有 ${p.count} 项，见报告「未报送和未采纳情况」。`,
  'compilation.message_participants': (p: { units: string }) => `配合单位未报送或未采纳：${p.units}`,
  'compilation.message_unit': (p: { unit: string; count: number }) => `${p.unit} ${p.count} 项`,
  'compilation.message_more_units': (p: { count: number }) => `另有 ${p.count} 个配合单位，见报告。`,
  'compilation.message_disagree': (p: { count: number }) => `${p.count} 项指标的数据与单位所报不一致，见报告。`,
  'compilation.message_files': (p: { day: string }) => `附报告（.docx）和台账（.xlsx），数据截至${fullDay(p.day)}。`,
  'compilation.sent': '报告和台账已通过私信发给您。',
  'compilation.file': (p: { key: string; day: string }) => `进展情况报告-${p.key}-${p.day}.docx`,
  'compilation.ledger_file': (p: { key: string; day: string }) => `进展台账-${p.key}-${p.day}.xlsx`,
  'error.compilation.period_not_begun': (p: ErrorParams) => `没有生成：${p.period} 尚未开始。请写已开始的报送期。`,
  'error.compilation.period_not_kept': (p: ErrorParams) =>
    `没有生成：方案没有「${p.period}」这一报送期。现行报送期请写成 ${p.example}。`,
  'report_ledger.reports': '任务报送',
  'report_ledger.values': '指标数据',
  'report_ledger.steps': '时间表与政策',
  'report_ledger.section': '板块',
  'report_ledger.task_no': '任务',
  'report_ledger.task': '任务名称',
  'report_ledger.unit': '责任单位',
  'report_ledger.role': '职责',
  'report_ledger.version': '版本',
  'report_ledger.state': '报送状态',
  'report_ledger.counts': '计入报告',
  'report_ledger.status': '进度',
  'report_ledger.percent': '完成比例（%）',
  'report_ledger.summary': '进展情况',
  'report_ledger.practice': '经验做法',
  'report_ledger.evidence': '佐证',
  'report_ledger.late': '迟报',
  'report_ledger.reported_on': '报送日期',
  'report_ledger.decided_by': '审核人',
  'report_ledger.decided_on': '审核日期',
  'report_ledger.reason': '退回原因',
  'report_ledger.role_gone': '已不负责',
  'report_ledger.report_state.submitted': '待审核',
  'report_ledger.report_state.returned': '已退回',
  'report_ledger.report_state.accepted': '已采纳',
  'report_ledger.report_state.withdrawn': '已撤回',
  'report_ledger.report_state.unfiled': '未报送',
  'report_ledger.metric': '指标',
  'report_ledger.kind': '类型',
  'report_ledger.kind_flow': '累加',
  'report_ledger.kind_level': '达到',
  'report_ledger.goal': '目标',
  'report_ledger.measure_unit': '单位',
  'report_ledger.yearly': '每年',
  'report_ledger.by': '期限',
  'report_ledger.value': '数值',
  'report_ledger.as_of': '数据日期',
  'report_ledger.superseded': '已更正',
  'report_ledger.source': '来源',
  'report_ledger.recorded_on': '记录日期',
  'report_ledger.step_kind': '类别',
  'report_ledger.milestone': '节点',
  'report_ledger.policy': '政策',
  'report_ledger.number': '编号、文号',
  'report_ledger.title': '名称',
  'report_ledger.day': '时限、印发日期',
  'report_ledger.done_on': '完成日期',
  'report_ledger.link': '佐证、链接',
}

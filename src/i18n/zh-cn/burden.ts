import type { AskKind, MessageGroup } from '../../domain/burden.ts'
import type { ErrorParams } from '../error-params.ts'

const kinds: Record<AskKind, string> = {
  report: '报送',
  action: '交办',
  meeting: '会议',
  consultation: '会商',
  milestone: '节点',
  visit: '走访',
}
const groups: Record<MessageGroup, string> = {
  brief: '每日提要',
  meeting: '会议',
  consultation: '会商',
  digest: '情况通报',
  other: '其他',
}
const names: Record<AskKind, (no: number, title: string) => string> = {
  report: (no, title) => `任务${no} ${title}`,
  action: (no, title) => `交办${no} ${title}`,
  meeting: (no) => `第${no}次联席会议`,
  consultation: (no, title) => `#${no} ${title}`,
  milestone: (no, title) => `节点${no} ${title}`,
  visit: (_, title) => title,
}

/** 负担台账 */
export const burden = {
  'burden.title': (p: { period: string; asked: number; sent: number; minutes: number; waiting: number }) =>
    `${p.period}负担台账：向各单位提出 ${p.asked} 件事项，发出 ${p.sent} 条消息，会议 ${p.minutes} 分钟（另等候 ${p.waiting} 分钟）`,
  'burden.about': (p: { plan: string; from: string; until: string }) => `${p.plan} · ${p.from}至${p.until}`,
  'burden.basis':
    '事项：本期应报的任务（暂停的不计）、下达的交办、会议邀请、会商、到期的节点和走访。会议时间按已发布的议程、每单位一人计。消息：联络员发出的私信；一人兼数个单位的，各单位都计，合计只计一次。只计数，不评分，不排名。',
  'burden.column.unit': '单位',
  'burden.column.asked': '事项',
  'burden.kind': (p: { kind: AskKind }) => kinds[p.kind],
  'burden.column.sent': '消息',
  'burden.column.minutes': '会议分钟',
  'burden.column.waiting': '等候分钟',
  'burden.group': (p: { group: MessageGroup }) => groups[p.group],
  'burden.page': (p: { page: number; pages: number }) => `第 ${p.page} 页，共 ${p.pages} 页`,
  'burden.next': '下一页',
  'burden.first': '回到首页',
  'burden.choose': '查看某单位的明细',
  'burden.by_person': '按人查看消息',
  'burden.by_unit': '按单位查看',
  'burden.none': '方案里还没有责任单位。',
  'burden.detail': (p: {
    unit: string
    period: string
    asked: number
    sent: number
    minutes: number
    waiting: number
  }) =>
    `${p.unit} · ${p.period}：${p.asked} 件事项，${p.sent} 条消息，会议 ${p.minutes} 分钟（另等候 ${p.waiting} 分钟）`,
  'burden.detail_kind': (p: { kind: AskKind; count: number }) => `${kinds[p.kind]} ${p.count} 件`,
  'burden.detail_line': (p: { kind: AskKind; no: number; title: string; day: string }) =>
    `${names[p.kind](p.no, p.title)} · ${p.day}${p.kind === 'report' ? '截止' : ''}`,
  'burden.detail_times': '会议用时',
  'burden.detail_time': (p: { no: number; day: string; minutes: number; waiting: number }) =>
    `第${p.no}次联席会议 · ${p.day} · ${p.minutes} 分钟，等候 ${p.waiting} 分钟`,
  'burden.detail_messages': (p: { sent: number; groups: string }) =>
    `发给其联络员的消息 ${p.sent} 条${p.groups ? `：${p.groups}` : ''}`,
  'burden.group_count': (p: { group: MessageGroup; count: number }) => `${groups[p.group]} ${p.count}`,
  'burden.people_title': (p: { period: string; sent: number; people: number }) =>
    `${p.period}：${p.people} 人共收到 ${p.sent} 条消息（按单位顺序列出）`,
  'burden.person': (p: { units: string; sent: number; groups: string }) =>
    `${p.units ? `（${p.units}）` : ''}：${p.sent} 条${p.groups ? `，${p.groups}` : ''}`,
  'burden.own': (p: { period: string; asked: string; minutes: number; waiting: number }) =>
    `${p.period}向贵单位提出的事项：${p.asked || '暂无'}${p.minutes > 0 ? `；会议 ${p.minutes} 分钟（另等候共 ${p.waiting} 分钟）` : ''}`,
  'burden.own_kind': (p: { kind: AskKind; count: number }) =>
    ({
      report: `${p.count} 项报送`,
      action: `${p.count} 项交办`,
      meeting: `${p.count} 次会议`,
      consultation: `${p.count} 次会商`,
      milestone: `${p.count} 个节点`,
      visit: `${p.count} 次走访`,
    })[p.kind],
  'error.burden.future': (p: ErrorParams) =>
    `没有可看的：${p.period} 尚未开始。请换一个报送期，例如 /plan burden 2024H1。`,
  'error.burden.unit_gone': '没有打开：这个单位已不在方案中。请输入 /plan burden 重新查看。',
}

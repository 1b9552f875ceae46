import type { ErrorParams } from '../error-params.ts'
import { words } from './words.ts'

const periodName = (p: ErrorParams) => words['period.name']({ key: String(p.period) })

/** 审核、退回、重开和关闭报送期 */
export const reportReview = {
  'review.title': (p: { count: number }) => `待审核 ${p.count} 项`,
  'review.none': '没有待审核的报送',
  'review.early': (p: { count: number }) => `另有配合单位报送 ${p.count} 份，等待牵头单位汇总。`,
  'review.head': (p: { no: number; title: string; period: string }) => `任务${p.no} ${p.title} · ${p.period}`,
  'review.lead': (p: {
    unit: string
    status: string
    percent: number | null
    version: number
    day: string
    late: boolean
    unchanged: boolean
  }) =>
    `${p.unit}（牵头）：${p.status}${p.percent === null ? '' : ` ${p.percent}%`} · 第${p.version}版 · ${p.day}${p.late ? ' · 迟报' : ''}${p.unchanged ? ' · 无变化' : ''}`,
  'review.accepted_before': (p: { version: number }) => `更正：第${p.version}版此前已采纳。`,
  'review.lead_accepted': '牵头单位的报送此前已采纳，现只审核配合单位的更正。',
  'review.text': (p: { text: string }) => `「${p.text}」`,
  'review.practice': (p: { text: string }) => `经验做法：「${p.text}」`,
  'review.participants': (p: { count: number; silent: string }) =>
    `配合单位 ${p.count} 家已报${p.silent === '' ? '' : `，未报：${p.silent}`}`,
  'review.participant': (p: { unit: string; status: string; percent: number | null; waits: boolean; text: string }) =>
    `${p.unit}：${p.status}${p.percent === null ? '' : ` ${p.percent}%`}${p.waits ? '' : '（已采纳）'}「${p.text}」`,
  'review.whole': (p: { no: number }) => `全文和佐证：/progress 历史 ${p.no}。`,
  'review.accept': '采纳',
  'review.accept_all': (p: { count: number }) => `全部采纳（本页 ${p.count} 项）`,
  'review.accept_all_confirm': (p: { count: number; tasks: string }) =>
    `采纳本页 ${p.count} 项（${p.tasks}）及其配合单位的报送？采纳后锁定，更正须另报新版。`,
  'review.return': '退回',
  'review.return_participant': '退回配合单位报送',
  'review.page': (p: { page: number; pages: number; rest: number }) =>
    `第 ${p.page}/${p.pages} 页，后面还有 ${p.rest} 项`,
  'review.next': '下一页',
  'review.first': '回到第一页',
  'review.accepted': (p: { tasks: number; reports: number }) => `已采纳 ${p.tasks} 项任务、${p.reports} 份报送`,
  'review.name': (p: { no: number; unit: string; period: string; version: number }) =>
    `任务${p.no} · ${p.unit} · ${p.period} · 第${p.version}版`,
  'review.stale': (p: { reports: string }) => `这些报送已有更正或已处理，没有采纳，请再看：${p.reports}。`,
  'review.returned': (p: { no: number; unit: string }) => `已退回：任务${p.no} · ${p.unit}`,
  'review.reopened': (p: { no: number; unit: string }) => `已重新打开：任务${p.no} · ${p.unit}`,
  'review.reason': (p: { reason: string }) => `原因：「${p.reason}」该单位将在下一次汇总提醒中看到。`,
  'review.more': (p: { count: number }) => `另有 ${p.count} 份。`,
  'review.modal.return': '退回报送',
  'review.modal.reopen': '重开报送',
  'review.field_reason': '原因',
  'review.reason_hint': '请写明要补充或更正什么。不超过500字。',
  'review.waits': (p: { count: number }) => `有 ${p.count} 份报送尚未审核，关闭后仍可采纳。`,
  'period.closing': (p: { period: string; count: number }) =>
    p.count > 0 ? `${p.period}：还有 ${p.count} 份未报，关闭后不再催报` : `${p.period}：应报的均已报送，可以关闭`,
  'period.missing': (p: { unit: string; tasks: string }) => `${p.unit}：任务${p.tasks}`,
  'period.missing_more': (p: { count: number }) => `另有 ${p.count} 个单位未报齐，见 /progress 情况。`,
  'period.close': '关闭报送期',
  'period.close_confirm': (p: { period: string; count: number; units: string }) =>
    p.count > 0
      ? `关闭${p.period}？${p.count} 份未报（${p.units}）将不再催报，也不能补报。可再重开。`
      : `关闭${p.period}？关闭后不能再报送。可再重开。`,
  'period.closed': (p: { period: string }) => `已关闭：${p.period}`,
  'period.closed_note': (p: { key: string }) => `需要补报时，输入 /progress 重开 ${p.key} 原因。`,
  'period.reopened': (p: { period: string }) => `已重开：${p.period}`,
  'period.reopened_note': (p: { reason: string }) => `原因：「${p.reason}」未报的任务恢复应报，迟报照常记录。`,
  'error.report.reason_missing': '没有保存：请写明原因，对方据此修改。',
  'error.report.reason_too_long': (p: ErrorParams) => `没有保存：原因 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.report.not_possible': '没有保存：这份报送刚才已被处理。输入 /progress 审核 查看现状。',
  'error.report.corrected_meanwhile': (p: ErrorParams) =>
    `没有保存：任务${p.task} · ${p.unit}第${p.version}版${stateWords[String(p.state)] ?? '已有变化'}。输入 /progress 审核 查看现状。`,
  'error.report.nothing_waits': (p: ErrorParams) =>
    `没有保存：任务${p.task} 没有待审核的牵头单位报送。输入 /progress 审核 查看全部。`,
  'error.report.nothing_to_return': (p: ErrorParams) =>
    `没有保存：任务${p.task} · ${p.unit}没有待审核的报送。已采纳的请用 /progress 重开 ${p.task} ${p.unit} 原因。`,
  'error.report.nothing_accepted': (p: ErrorParams) =>
    `没有保存：任务${p.task} · ${p.unit}没有已采纳的报送。待审核的请用 /progress 退回 ${p.task} ${p.unit} 原因。`,
  'error.report.task_missing_here': '没有保存：没有看到任务号。请这样输入：/progress 退回 6 市商务局 原因',
  'error.report.accept_words': (p: ErrorParams) =>
    `没有保存：采纳时不附意见，多出「${p.given}」。请这样输入：/progress 采纳 6`,
  'error.period.missing': '没有保存：请写明报送期。例如：/progress 关闭 2024上半年',
  'error.period.not_over': (p: ErrorParams) =>
    `没有保存：${periodName(p)}到${words['day.short']({ day: String(p.day) })}才结束，结束后方可关闭。`,
  'error.period.already_closed': (p: ErrorParams) => `没有变化：${periodName(p)}此前已关闭。`,
  'error.period.not_closed': (p: ErrorParams) => `没有变化：${periodName(p)}没有关闭，可直接报送。`,
}

const stateWords: Readonly<Record<string, string>> = {
  corrected: '之后又报了新版',
  returned: '已被退回',
  accepted: '已被采纳',
  withdrawn: '已被该单位撤回',
  submitted: '尚未采纳',
}

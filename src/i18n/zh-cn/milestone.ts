import { DateTime } from 'luxon'
import type { ErrorParams } from '../error-params.ts'
import { fullDay, weekdayOf } from './dates.ts'

/** 路线图、节点 */
export const milestone = {
  'milestone.help': [
    '/progress roadmap（路线图、时间表）— 本单位任务的节点；召集人和领导可看到全部；/progress roadmap 6 — 任务6 的；/progress roadmap late（逾期）',
    '/progress milestone 6 口岸验收完成 2024-09-30（节点 6 … 9月底）— 为任务6 新增节点；不写内容则打开表单',
    '/progress milestone done 3 验收文件…（节点 完成 3 9月28日 …）— 报完成并附佐证',
    '/progress milestone move 3 2024-10-15 原因（节点 改期 3 …）、/progress milestone remove 3 原因（节点 删除 3 …）、reopen 3 原因（撤回完成）',
  ].join('\n'),
  'milestone.day_with_year': (p: { day: string }) => `${fullDay(p.day)}（${weekdayOf(DateTime.fromISO(p.day))}）`,
  'milestone.name': (p: { no: number; title: string }) => `节点${p.no} ${p.title}`,
  'milestone.line': (p: { no: number; title: string; unit: string; due: string; standing: string }) =>
    `节点${p.no} ${p.title} · ${p.unit} · ${p.due}到期 · ${p.standing}`,
  'milestone.standing.planned': '⚪ 未到期',
  'milestone.standing.soon': (p: { days: number }) => (p.days === 0 ? '🟡 即日到期' : `🟡 还有 ${p.days} 个工作日`),
  'milestone.standing.slipped': (p: { days: number }) => (p.days === 0 ? '🟡 已逾期' : `🟡 已逾期 ${p.days} 个工作日`),
  'milestone.standing.done': (p: { day: string; days: number }) =>
    `✅ ${p.day}完成${p.days > 0 ? `，晚 ${p.days} 个工作日` : ''}`,
  'milestone.paused': '⚪ 任务暂停中，不催办',
  'milestone.issue': (p: { issueNo: number }) => `问题 #${p.issueNo} 协调中`,
  'milestone.evidence': (p: { text: string }) => `佐证：「${p.text}」`,
  'milestone.moved': (p: { from: string; to: string; reason: string; times: number }) =>
    `${p.times > 1 ? `已改期 ${p.times} 次，最近一次` : ''}由${p.from}改为${p.to}：「${p.reason}」`,
  'milestone.title.mine': (p: { total: number; done: number; slipped: number; soon: number }) =>
    `路线图：${countWords(p)}`,
  'milestone.title.late': (p: { total: number; waiting: number }) =>
    `逾期的节点 ${p.total} 个${p.waiting > 0 ? `，其中 ${p.waiting} 个尚未提出问题` : ''}`,
  'milestone.title.task': (p: { task: number; total: number; done: number; slipped: number; soon: number }) =>
    `任务${p.task} 路线图：${countWords(p)}`,
  'milestone.task': (p: { no: number; title: string }) => `任务${p.no} ${p.title}`,
  'milestone.none.mine': '还没有节点。',
  'milestone.none.late': '没有逾期的节点。',
  'milestone.none.task': (p: { task: number }) => `任务${p.task} 还没有节点。`,
  'milestone.none_note': (p: { task: number }) =>
    `新增一个：/progress milestone ${p.task} 口岸验收完成 2024-09-30，或点「新增节点」。`,
  'milestone.page': (p: { page: number; pages: number; rest: number }) =>
    `第 ${p.page} 页，共 ${p.pages} 页${p.rest > 0 ? `，后面还有 ${p.rest} 个` : ''}`,
  'milestone.next': '下一页',
  'milestone.first': '回到第一页',
  'milestone.add': '新增节点',
  'milestone.list': '本任务节点',
  'milestone.done': '已完成',
  'milestone.done_again': '更新佐证',
  'milestone.move': '改期',
  'milestone.reopen': '撤回完成',
  'milestone.show_late': '查看逾期节点',
  'milestone.waiting': (p: { count: number }) => `另有 ${p.count} 个逾期节点尚未提出问题，点开可一键提出。`,
  'milestone.remove': '删除',
  'milestone.raise': '提出需协调问题',
  'milestone.modal.add': '新增节点',
  'milestone.modal.done': '节点完成',
  'milestone.modal.move': '节点改期',
  'milestone.modal.reopen': '撤回完成',
  'milestone.modal.remove': '删除节点',
  'milestone.field_task': '任务和单位',
  'milestone.option': (p: { no: number; title: string; unit: string }) => `任务${p.no} ${p.title} · ${p.unit}`,
  'milestone.field_title': '节点',
  'milestone.title_hint': '到时应达到什么，如：口岸验收完成。不超过200字。',
  'milestone.field_day': '期限',
  'milestone.field_done_day': '完成日期',
  'milestone.field_evidence': '佐证',
  'milestone.evidence_hint': '如验收文件、会议纪要文号；可附链接。不超过500字。',
  'milestone.field_reason': '原因',
  'milestone.reason_hint': '不超过500字，记入办理经过。',
  'milestone.added': (p: { no: number; title: string; due: string }) =>
    `已新增：节点${p.no} ${p.title}，${p.due}到期。`,
  'milestone.added_more': (p: { task: number; taskTitle: string; unit: string }) =>
    `任务${p.task} ${p.taskTitle} · ${p.unit}`,
  'milestone.finished': (p: { no: number; title: string; day: string }) =>
    `已记录：节点${p.no} ${p.title}，${p.day}完成。`,
  'milestone.moved_to': (p: { no: number; title: string; from: string; to: string }) =>
    `已改期：节点${p.no} ${p.title}，由${p.from}改为${p.to}。`,
  'milestone.reopened': (p: { no: number; title: string; due: string }) =>
    `已撤回完成：节点${p.no} ${p.title}，仍以${p.due}为期。`,
  'milestone.reason': (p: { text: string }) => `原因：「${p.text}」`,
  'milestone.removed': (p: { no: number; title: string }) => `已删除：节点${p.no} ${p.title}。记录仍保留。`,
  'milestone.issue_title': (p: { title: string }) => `逾期：${p.title}`,
  'milestone.issue_details': (p: { title: string; due: string; days: number }) =>
    `「${p.title}」应于${p.due}完成，已逾期${p.days > 0 ? ` ${p.days} 个工作日` : ''}。`,
  'milestone.of_issue': (p: { no: number; title: string }) => `来自节点${p.no} ${p.title}`,
  'error.milestone.title_missing': '没有保存：请写明节点。例如：/progress milestone 6 口岸验收完成 2024-09-30',
  'error.milestone.title_too_long': (p: ErrorParams) => `没有保存：节点 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.milestone.evidence_missing': '没有保存：请写明佐证。例如：/progress milestone done 3 验收文件见 https://…',
  'error.milestone.evidence_too_long': (p: ErrorParams) =>
    `没有保存：佐证 ${p.length} 字，超过 ${p.max} 字。请精简，材料可附链接。`,
  'error.milestone.reason_missing': '没有执行：请写明原因。例如：/progress milestone move 3 2024-10-15 汛期停工',
  'error.milestone.reason_too_long': (p: ErrorParams) => `没有执行：原因 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.milestone.day_missing': '没有保存：请写明日期，如 2024-09-30、9月底、10个工作日。',
  'error.milestone.day_unknown': (p: ErrorParams) =>
    `没有保存：看不懂日期「${p.given}」。请写成 2024-09-30、9月30日、9月底等。`,
  'error.milestone.day_out_of_range': (p: ErrorParams) =>
    `没有保存：日期${fullDay(p.day)}不在 2000 年至 2100 年之间，请核对年份。`,
  'error.milestone.day_passed': (p: ErrorParams) => `没有保存：期限${fullDay(p.day)}已经过去，请写今天或今后的日期。`,
  'error.milestone.day_same': (p: ErrorParams) => `没有执行：期限本来就是${fullDay(p.day)}，请写另一个日期。`,
  'error.milestone.done_in_future': (p: ErrorParams) =>
    `没有保存：完成日期${fullDay(p.day)}还没有到，请写今天或以前的日期。`,
  'error.milestone.too_many': (p: ErrorParams) =>
    `没有保存：任务${p.task} 已有 ${p.max} 个节点，达到上限。请先删除不再需要的，输入 /progress roadmap ${p.task} 查看。`,
  'error.milestone.unknown': (p: ErrorParams) => `没有执行：没有节点${p.no}，或已被删除。输入 /progress roadmap 查看。`,
  'error.milestone.not_yours': (p: ErrorParams) =>
    `没有执行：节点${p.no} 由${p.unit}设立，只能由该单位、任务牵头单位的联络员或召集人更改。输入 /progress roadmap 查看。`,
  'error.milestone.already_done': (p: ErrorParams) =>
    `没有执行：节点${p.no} 已报完成。如需更正佐证，输入 /progress milestone done ${p.no} …`,
  'error.milestone.not_done': (p: ErrorParams) => `没有执行：节点${p.no} 尚未报完成。输入 /progress roadmap 查看。`,
  'error.milestone.changed_meanwhile': (p: ErrorParams) =>
    `没有执行：节点${p.no} 刚被他人更改。输入 /progress roadmap 查看现状后再试。`,
  'error.milestone.not_slipped': (p: ErrorParams) =>
    `没有提出：节点${p.no} 尚未逾期（${fullDay(p.day)}到期）。如现在就需协调，输入 /issue 提出。`,
  'error.milestone.issue_stands': (p: ErrorParams) =>
    `没有提出：节点${p.no} 已有未决问题 #${p.issueNo}。输入 /issue ${p.issueNo} 查看。`,
  'error.milestone.words_unknown': (p: ErrorParams) =>
    `没有执行：看不懂「${p.given}」。请写任务号和节点，例如：/progress milestone 6 口岸验收完成 2024-09-30；用法见 /progress roadmap help。`,
  'error.milestone.number_missing': (p: ErrorParams) =>
    `没有执行：请写明节点编号，例如：/progress milestone ${p.verb} 3 …；编号见 /progress roadmap。`,
  'error.milestone.roadmap_words': (p: ErrorParams) =>
    `没有执行：看不懂「${p.given}」。请写任务号，例如：/progress roadmap 6`,
}

function countWords({ total, done, slipped, soon }: { total: number; done: number; slipped: number; soon: number }) {
  return [
    `${total} 个节点`,
    `完成 ${done} 个`,
    ...(slipped > 0 ? [`逾期 ${slipped} 个`] : []),
    ...(soon > 0 ? [`临近 ${soon} 个`] : []),
  ].join('，')
}

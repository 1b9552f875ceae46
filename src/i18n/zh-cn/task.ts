import type { ErrorParams } from '../error-params.ts'

/** 任务 */
export const task = {
  'task.help': '/plan task 6（任务 6）— 任务6 的全貌：责任单位、指标、本期报送、节点、配套政策、未决问题和交办事项',
  'task.title': (p: { no: number; title: string }) => `任务${p.no} ${p.title}`,
  'task.section': (p: { no: string; title: string }) => `${p.no ? `${p.no}、` : ''}${p.title}`,
  'task.units': (p: { leads: string; others: string }) =>
    `牵头：${p.leads || '未列'}${p.others ? ` · 配合：${p.others}` : ''}`,
  'task.paused': (p: { since: string; reason: string }) => `⚪ 自${p.since}起暂停，不催报：「${p.reason}」`,
  'task.targets': '指标',
  'task.reports': (p: { period: string; due: string; missing: number }) =>
    `${p.period}报送（${p.due}截止）${p.missing > 0 ? `：${p.missing} 个单位未报` : ''}`,
  'task.report': (p: { unit: string; lead: boolean; status: string; percent: number | null; version: number | null }) =>
    `${p.status}${p.percent === null ? '' : ` ${p.percent}%`} · ${p.unit}${p.lead ? '（牵头）' : ''}${p.version === null ? '' : ` · 第${p.version}版`}`,
  'task.report_late': '迟报',
  'task.milestones': (p: { count: number }) => `节点 ${p.count} 个`,
  'task.policies': (p: { count: number }) => `配套政策 ${p.count} 件`,
  'task.issues': (p: { count: number }) => `未决问题 ${p.count} 个`,
  'task.issue': (p: { no: number; title: string; state: string }) => `#${p.no} ${p.title} · ${p.state}`,
  'task.actions': (p: { count: number }) => `未了结的交办事项 ${p.count} 项`,
  'task.action': (p: { no: number; text: string; owner: string; due: string; standing: string }) =>
    `交办${p.no} ${p.text} · ${p.owner} · ${p.due}到期 · ${p.standing}`,
  'task.action_state.open': '⚪ 办理中',
  'task.action_state.reported': '🔵 待核实',
  'task.action_late': (p: { days: number }) => (p.days === 0 ? '🟡 已逾期' : `🟡 已逾期 ${p.days} 个工作日`),
  'task.more': (p: { count: number; where: string }) => `另有 ${p.count} 行，见 ${p.where}。`,
  'task.text': (p: { no: number }) => `任务${p.no} 原文`,
  'task.units_more': (p: { names: string; count: number }) => `${p.names}等 ${p.count} 个单位`,
  'task.report_button': '报送',
  'error.task.not_yours': (p: ErrorParams) =>
    `没有保存：任务${p.task} 不由${p.units || '您的单位'}负责。您可维护的任务：${p.numbers || '无'}。`,
  'error.task.which_unit': (p: ErrorParams) =>
    `没有保存：任务${p.task} 由您的多个单位（${p.units}）负责，请在表单中选择单位。`,
  'error.task.none_yours': '没有可维护的任务：节点和配套政策由责任单位的联络员维护，名单见 /plan members。',
}

import type { ErrorParams } from '../error-params.ts'

/** 进展报送 */
export const report = {
  'progress.help': [
    '/progress — 打开报送表：列出贵单位本期应报任务，预填上次内容',
    '/progress 6 80% 达进度 已签约12家 — 直接报送任务6（进度：超进度、达进度、欠进度、已完成）',
    '/progress list — 查看本期已报、未报',
    '/progress report 2024上半年 — 生成全方案进展情况报告和台账，写 en 即英文（召集人、领导小组成员、管理员）',
    '/progress help — 显示本说明',
  ].join('\n'),
  'progress.title': '进展报送',
  'progress.intro': (p: { period: string; due: string; owed: number; total: number }) =>
    `${p.period}：应报 ${p.total} 项，未报 ${p.owed} 项，${p.due}截止。`,
  'progress.task': '任务',
  'progress.option': (p: { no: number; title: string; unit: string; filed: boolean }) =>
    `${p.filed ? '已报' : '未报'} · 任务${p.no} ${p.title} · ${p.unit}`,
  'progress.status': '进度',
  'progress.percent': '完成比例（%）',
  'progress.summary': '进展情况',
  'progress.summary_hint': '做了什么、到什么程度、有何困难。不超过2000字。',
  'progress.prefilled': (p: { period: string; version: number }) =>
    `已预填 ${p.period}第${p.version}版的内容，请据实修改。`,
  'progress.for_period': (p: { period: string }) => `这份报送计入 ${p.period}。`,
  'progress.nothing': '您没有需要报送的任务：进展由责任单位的联络员报送，名单见 /plan members。',
  'progress.list_title': (p: { period: string; due: string; owed: number; total: number }) =>
    `${p.period}进展：${p.total} 项任务中 ${p.owed} 项未报，${p.due}截止`,
  'progress.list_line': (p: { no: number; title: string; unit: string; status: string; version: number | null }) =>
    `${p.status} · 任务${p.no} ${p.title} · ${p.unit}${p.version ? ` · 第${p.version}版` : ''}`,
  'progress.more': (p: { count: number }) => `另有 ${p.count} 项，输入 /progress 任务号 … 直接报送。`,
  'progress.which_unit': '您兼任多个单位的联络员，请选择代表哪个单位报送。',
  'receipt.title': (p: { no: number; period: string; version: number; status: string; percent: number | null }) =>
    `已收到：任务${p.no} · ${p.period} · 第${p.version}版 · ${p.status}${p.percent === null ? '' : ` ${p.percent}%`}`,
  'receipt.summary': (p: { unit: string; summary: string }) => `${p.unit}:「${p.summary}」`,
  'receipt.lead': (p: { lead: string }) => `牵头单位${p.lead}将看到。`,
  'receipt.due': (p: { due: string }) => `截止 ${p.due}。`,
  'receipt.late': (p: { due: string }) => `已过截止日（${p.due}），按迟报记录。`,
  'receipt.withdraw': '撤回',
  'receipt.withdraw_confirm': (p: { no: number; version: number }) =>
    `撤回任务${p.no}第${p.version}版？撤回后以上一版为准，记录仍保留。`,
  'receipt.raise': '提出需协调问题',
  'receipt.withdrawn': (p: { version: number }) => `已撤回第${p.version}版。如需重新报送，输入 /progress。`,
  'error.report.not_responsible': (p: ErrorParams) =>
    `没有保存：任务${p.task} 不由${p.units}负责。您可报送的任务：${p.numbers || '无'}。`,
  'error.report.which_unit': (p: ErrorParams) =>
    `没有保存：任务${p.task} 由您的多个单位（${p.units}）负责，请在报送表中选择单位。`,
  'error.report.unknown': '没有找到这份报送，或它不属于您的单位。',
  'error.report.not_withdrawable': '没有撤回：这一版已被撤回或已审核。输入 /progress list 查看现状。',
  'error.report.task_missing': '没有保存：没有看到任务号。请这样输入：/progress 6 80% 达进度 已签约12家',
  'error.report.status_missing':
    '没有保存：请写明进度（超进度、达进度、欠进度、已完成）。例如：/progress 6 80% 达进度 已签约12家',
  'error.report.percent_out_of_range': (p: ErrorParams) =>
    `没有保存：完成比例应为 0 到 100 的整数，您输入的是 ${p.given}。`,
  'error.report.summary_missing': '没有保存：请写明进展情况。例如：/progress 6 80% 达进度 已签约12家',
  'error.report.summary_too_long': (p: ErrorParams) => `没有保存：进展情况 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.report.period_not_begun': (p: ErrorParams) => `没有保存：${p.period} 尚未开始，不能报送。`,
  'error.period.not_understood': (p: ErrorParams) => `没有看懂报送期「${p.given}」。请写成 2024上半年 或 2024H1。`,
}

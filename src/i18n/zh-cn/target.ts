import { formatDecimal } from '../../domain/decimal.ts'
import type { ErrorParams } from '../error-params.ts'
import { fullDay } from './dates.ts'

/** 指标 */
export const target = {
  'target.help': [
    '/target — 查看全部指标：现值、应达、差、状态',
    '/target 进口额 — 一项指标的卡片：图表、须达速度、趋势预计、单位所报（可写名称的一部分或任务号）',
    '/target 进口额 620亿 2024-06 — 记录一项指标的数据（日期可写 2024-06-30、6月、2024上半年、今天，不写即今天）；可注明出处：来源:武汉海关统计月报',
    '同一日期再填即为更正，原值留存。',
    '/target record — 打开填报表',
    '/target history 进口额 — 全部数据及来源',
    '/target import — 成批导入（.xlsx、.csv 或粘贴表格），先预览后保存',
    '/target baseline 进口额 350亿 2022-12-31 — 设定基期值（召集人、管理员）',
    '/target yearly 进口额 2024:850 2025:1000 — 设定逐年目标（召集人、管理员）',
    '/target list 2 — 查看第2页',
    '逐年累加的指标（如每年引进5家）请填本次新增数；「年…量」一类请填本年累计数。',
    '/target help — 显示本说明',
  ].join('\n'),
  'target.list_title': (p: { total: number; good: number; behind: number; unknown: number; day: string }) =>
    `${p.total} 项指标：${p.good} 项达到或超过进度，${p.behind} 项欠进度${p.unknown ? `，${p.unknown} 项不能判断` : ''}（截至${fullDay(p.day)}）`,
  'target.none': '方案中没有数值指标。请管理员用 /plan import 导入带指标的方案。',
  'target.page': (p: { from: number; to: number; total: number; next: number | null }) =>
    `第 ${p.from}–${p.to} 项，共 ${p.total} 项。${p.next ? `输入 /target list ${p.next} 查看下一页。` : ''}`,
  'error.target.no_page': (p: ErrorParams) => `没有这一页。共 ${p.pages} 页，输入 /target list 1 查看第一页。`,
  'target.column.metric': '指标',
  'target.column.goal': '目标',
  'target.column.current': '现值',
  'target.column.due': '应达',
  'target.column.gap': '差',
  'target.column.status': '状态',
  'target.column.source': '数据来源',
  'target.metric': (p: { metric: string; taskNo: number | null }) =>
    p.taskNo === null ? p.metric : `${p.metric}（任务${p.taskNo}）`,
  'target.amount': (p: { value: string; unit: string }) => `${formatDecimal(p.value)}${p.unit}`,
  'target.goal': (p: { amount: string; by: string | null; yearly: boolean }) =>
    `${p.yearly ? '每年 ' : ''}${p.amount}${p.by ? `（${fullDay(p.by)}前）` : ''}`,
  'target.current': (p: { amount: string; asOf: string }) => `${p.amount}（${fullDay(p.asOf)}）`,
  'target.source': (p: { unit: string | null }) => p.unit ?? '领导小组办公室',
  'target.unknown.no_measurement': '⚪ 无数据',
  'target.unknown.no_baseline': '⚪ 缺基期值，不能判断',
  'target.unknown.no_deadline': '⚪ 未定期限，不能判断',
  'target.record': '记录指标数据',
  'target.title': '记录指标数据',
  'target.field.target': '指标',
  'target.field.value': '数值',
  'target.field.value_hint':
    '精确数，如 620亿、620亿元、17家；不写单位即为指标的单位。逐年累加的指标填本次新增数，「年…量」一类填本年累计数。',
  'target.field.day': '数据截至',
  'target.field.unit': '数据来源单位',
  'target.more': (p: { count: number }) => `另有 ${p.count} 项未列出，请直接输入 /target 指标名称 数值 日期。`,
  'target.nothing': '没有您可以记录数据的指标：您的单位不负责任何指标所属的任务。输入 /target list 查看全部指标。',
  'target.which': (p: { given: string; count: number }) =>
    `尚未保存：「${p.given}」可能指 ${p.count} 项指标，请点选一项`,
  'target.which_unit': (p: { metric: string }) => `尚未保存：您兼任多个单位，请点选「${p.metric}」的数据来源单位`,
  'target.which_more': (p: { count: number }) => `另有 ${p.count} 项未列出，请把指标名称写得更具体。`,
  'target.recorded': (p: { metric: string; amount: string; day: string }) =>
    `已记录：${p.metric} ${p.amount}（截至${fullDay(p.day)}）`,
  'target.recorded_early': (p: { periodEnd: string; day: string }) =>
    `该时段${fullDay(p.periodEnd)}才结束，已按今天（${fullDay(p.day)}）记录。`,
  'target.previous': (p: { amount: string; asOf: string }) => `此前：${p.amount}（${fullDay(p.asOf)}）。`,
  'target.superseded': (p: { amount: string }) => `取代同日原值 ${p.amount}，两值均留存。`,
  'target.superseded_from': (p: { who: string; at: string }) => `原值由 ${p.who} 于 ${p.at} 填报。`,
  'target.first': '这是该指标的第一个数据。',
  'target.standing': (p: { current: string; due: string; gap: string; status: string; sum: boolean }) =>
    `${p.sum ? `累计 ${p.current}，` : ''}应达 ${p.due}，差 ${p.gap}：${p.status}`,
  'target.baseline_hint': (p: { metric: string }) =>
    `请召集人或管理员设定基期值：/target baseline ${p.metric} 数值 日期`,
  'target.baseline_set': (p: { metric: string; amount: string; day: string }) =>
    `已设定基期值：${p.metric} ${p.amount}（${fullDay(p.day)}）`,
  'target.baseline_first': '此前没有基期值。',
  'error.target.words_missing':
    '没有保存：请写明指标和数值，例如 /target 进口额 620亿 2024-06。输入 /target help 查看说明。',
  'error.target.two_values': (p: ErrorParams) =>
    `没有保存：分不清数值是「${p.first}」还是「${p.second}」。请按「指标 数值 日期」填写，例如 /target 进口额 620亿 2024-06。`,
  'error.target.unknown': (p: ErrorParams) =>
    `没有保存：没有与「${p.given}」相近的指标。方案的指标：${p.targets || '无'}${p.more ? `，另有 ${p.more} 项` : ''}。`,
  'error.target.ambiguous': (p: ErrorParams) =>
    `没有保存：「${p.given}」可能指 ${p.targets}${p.more ? `，另有 ${p.more} 项` : ''}。请把指标名称写全。`,
  'error.target.gone': '没有保存：这项指标已不在方案中。输入 /target list 查看现有指标。',
  'error.target.not_responsible': (p: ErrorParams) =>
    p.task === ''
      ? `没有保存：「${p.metric}」的数据由各单位联络员、召集人或管理员记录。`
      : `没有保存：「${p.metric}」属任务${p.task}，不由${p.units || '您的单位'}负责。请由该任务的责任单位或召集人记录。`,
  'error.target.which_unit': (p: ErrorParams) =>
    `没有保存：您兼任多个单位（${p.units}），请说明「${p.metric}」的数据来自哪个单位。`,
  'error.target.day_not_understood': (p: ErrorParams) =>
    `没有保存：看不懂日期「${p.given}」。请写 2024-06-30、2024-06、6月、2024上半年或 今天。`,
  'error.target.day_in_future': (p: ErrorParams) =>
    `没有保存：「${p.given}」在今天（${fullDay(p.today)}）之后。请填今天或以前的日期，例如 ${p.today}。`,
  'error.target.implausible': (p: ErrorParams) =>
    `没有保存：${p.given}${p.unit} 超过「${p.metric}」目标值的 ${p.times} 倍，请核对单位（该指标以「${p.unit}」计）。`,
  'error.target.baseline_day_needed':
    '没有保存：请写明基期值是哪一天的，例如 /target baseline 进口额 350亿 2022-12-31。',
  'error.target.baseline_too_late': (p: ErrorParams) =>
    `没有保存：基期 ${fullDay(p.day)} 不早于指标期限 ${fullDay(p.by)}。请填更早的日期。`,
  'error.quantity.missing': '没有保存：没有数值。请写精确的数，例如 620亿、17家、3.5。',
  'error.quantity.not_a_number': (p: ErrorParams) =>
    `没有保存：「${p.given}」不是可识别的数值。请写精确的数，例如 620亿、17家、3.5。`,
  'error.quantity.negative': (p: ErrorParams) => `没有保存：「${p.given}」是负数，该指标不能为负。请写零或正数。`,
  'error.quantity.exponent': (p: ErrorParams) =>
    `没有保存：「${p.given}」是科学计数法。请把数写全，或用 万、亿，例如 620亿。`,
  'error.quantity.not_exact': (p: ErrorParams) =>
    `没有保存：「${p.given}」不是精确数。请写确切的数值，例如 1000亿，不用「左右、约、多」。`,
  'error.quantity.unit_mismatch': (p: ErrorParams) =>
    `没有保存：「${p.given}」的单位不对，该指标以「${p.expected}」计。请写例如 17${p.expected}。`,
  'error.quantity.too_large': (p: ErrorParams) =>
    `没有保存：「${p.given}」太大，整数部分最多 ${p.digits} 位。请核对位数和单位。`,
  'error.quantity.too_precise': (p: ErrorParams) =>
    `没有保存：「${p.given}」太细，以「${p.unit}」计最多 ${p.places} 位小数。请四舍五入后再填。`,
}

import { DateTime } from 'luxon'
import type { ErrorParams } from '../error-params.ts'
import { fullDay } from './dates.ts'

const origin = (p: { unit: string | null; source: string }) =>
  `${p.unit ?? '领导小组办公室'}${p.source === '' ? '' : `（${p.source}）`}`

/** 指标卡、历史、逐年目标、撤销 */
export const targetCard = {
  'target_card.title': (p: { metric: string; current: string | null; due: string | null; status: string }) =>
    `${p.metric}：${p.current ?? '无数据'}${p.due ? `，应达 ${p.due}` : ''}，${p.status}`,
  'target_card.goal': (p: { goal: string }) => `目标：${p.goal}`,
  'target_card.yearly': (p: { years: string }) => `逐年目标：${p.years}`,
  'target_card.year': (p: { year: string; amount: string }) => `${p.year}年 ${p.amount}`,
  'target_card.baseline': (p: { amount: string; day: string }) => `基期：${p.amount}（${fullDay(p.day)}）`,
  'target_card.sum': (p: { amount: string; day: string }) => `现值：累计 ${p.amount}（截至${fullDay(p.day)}）`,
  'target_card.current': (p: { amount: string; day: string; unit: string | null; source: string }) =>
    `现值：${p.amount}（截至${fullDay(p.day)}），来源：${origin(p)}`,
  'target_card.latest': (p: { amount: string; day: string; unit: string | null; source: string }) =>
    `最近一次数据：${p.amount}（${fullDay(p.day)}），来源：${origin(p)}`,
  'target_card.due': (p: { amount: string; day: string; gap: string }) =>
    `应达：${p.amount}（${fullDay(p.day)}），差 ${p.gap}`,
  'target_card.due_only': (p: { amount: string; day: string }) => `应达：${p.amount}（${fullDay(p.day)}）`,
  'target_card.pace': (p: { amount: string; day: string }) =>
    `今后须达速度：每30天 ${p.amount}，到${fullDay(p.day)}达成`,
  'target_card.projection': (p: { amount: string; day: string; points: number; from: string; to: string }) =>
    `按趋势预计：到${fullDay(p.day)}为 ${p.amount}。依据：${fullDay(p.from)}至${fullDay(p.to)}的 ${p.points} 个数据，取两两之间斜率的中位数（泰尔–森稳健趋势），从最近一次数据推算。`,
  'target_card.few_points': '按趋势预计：本段数据不足 3 天，不作预计。',
  'target_card.computed': (p: { status: string }) => `按数据：${p.status}`,
  'target_card.claim': (p: { unit: string; status: string; period: string; differs: 'better' | 'worse' | null }) =>
    `${p.unit}报：${p.status}（${p.period}）${p.differs === 'better' ? '，高于数据显示' : p.differs === 'worse' ? '，低于数据显示' : ''}`,
  'target_card.disagrees': '单位所报与数据不一致，请核对。',
  'target_card.conflict': (p: { day: string; values: string[]; more: number }) =>
    `${fullDay(p.day)}各来源数据不一致：${p.values.join('；')}${p.more ? `；另有 ${p.more} 个来源` : ''}`,
  'target_card.conflict_value': (p: { amount: string; unit: string | null; source: string; counts: boolean }) =>
    `${origin(p)} ${p.amount}${p.counts ? '，以此为准' : ''}`,
  'target_card.more_conflicts': (p: { count: number }) => `另有 ${p.count} 天各来源不一致，见历史。`,
  'target_card.recorders': (p: { units: string; more: number }) =>
    `可填报：${p.units}${p.more ? `和另外 ${p.more} 个单位` : ''}的联络员，以及召集人、管理员。同日再填即为更正，原值留存。`,
  'target_card.no_chart': '此工作区不能显示图表，各数据见「历史」。',
  'target_card.record': '填报',
  'target_card.history': '历史',
  'target_card.show': '查看指标',
  'target_card.choose': (p: { given: string; count: number }) => `「${p.given}」可能指 ${p.count} 项指标，请点选一项`,
  'target_chart.actual': '实际',
  'target_chart.due': '应达',
  'target_chart.title': (p: { metric: string }) => `${p.metric}：实际与应达`,
  'target_chart.day': (p: { day: string }) => DateTime.fromISO(p.day).toFormat('yy年M月d日'),
  'target.claimed': (p: { status: string; unit: string; claim: string; more: number }) =>
    `${p.status}，${p.unit}${p.more ? `等 ${p.more + 1} 个单位` : ''}报「${p.claim}」`,
  'target_history.title': (p: { metric: string; count: number; superseded: number }) =>
    `${p.metric}：共 ${p.count} 个数据，其中 ${p.superseded} 个已被取代`,
  'target_history.none': (p: { metric: string }) => `${p.metric}：还没有数据。`,
  'target_history.entry': (p: {
    amount: string
    day: string
    unit: string | null
    source: string
    superseded: boolean
  }) => `${p.superseded ? '（已被取代）' : ''}${p.amount} · 截至${fullDay(p.day)} · 来源：${origin(p)}`,
  'target_history.by': (p: { day: string; time: string }) => `${fullDay(p.day)} ${p.time} 记录：`,
  'target_history.page': (p: { from: number; to: number; total: number }) =>
    `第 ${p.from}–${p.to} 个，共 ${p.total} 个，后记录的在前。`,
  'target_history.older': '更早的',
  'target_history.first': '回到最新',
  'target.undo': '撤销更正',
  'target.undone': (p: { metric: string; amount: string; undone: string; day: string }) =>
    `已撤销更正：${p.metric} ${fullDay(p.day)} 恢复为 ${p.amount}（撤去 ${p.undone}，留存备查）`,
  'target.correct_hint': '填错了？同一日期再填一次即为更正，原值留存。',
  'target.source_from': (p: { unit: string | null; source: string }) => `来源：${origin(p)}。`,
  'target.field.source': '数据出处',
  'target.field.source_hint': '如：武汉海关统计月报。可不填。',
  'target.yearly_set': (p: { metric: string; years: string }) => `已设定逐年目标：${p.metric} ${p.years}`,
  'target.yearly_before': (p: { years: string }) => `此前：${p.years}。`,
  'target.yearly_first': '此前没有逐年目标。',
  'error.target.no_history_page': (p: ErrorParams) => `没有这一页，共 ${p.pages} 页。`,
  'error.target.source_too_long': (p: ErrorParams) =>
    `没有保存：数据出处最多 ${p.max} 字，现为 ${p.length} 字。请写得简短些。`,
  'error.target.undo_not_yours': '没有撤销：只有填报人本人、召集人或管理员可以撤销。可请其撤销，或重新填报该日数据。',
  'error.target.undo_superseded': (p: ErrorParams) =>
    `没有撤销：${fullDay(p.day)}的数据此后已有变动。请在 /target history 中核对。`,
  'error.target.undo_first': (p: ErrorParams) =>
    `没有撤销：${fullDay(p.day)}此前没有数据可恢复。请以同一日期再填一次正确的数值。`,
  'error.target.yearly_words': '没有保存：请写明指标和各年数值，例如 /target yearly 年进口贸易量 2024:850 2025:1000。',
  'error.target.yearly_twice': (p: ErrorParams) => `没有保存：${p.year}年写了两次，请只留一个。`,
  'error.target.yearly_late': (p: ErrorParams) =>
    `没有保存：${p.year}年晚于指标期限（${fullDay(p.by)}）。请只写期限以内的年份。`,
  'error.target.yearly_early': (p: ErrorParams) =>
    `没有保存：${p.year}年不晚于基期（${fullDay(p.day)}）。请只写基期以后的年份。`,
  'error.target.yearly_end': (p: ErrorParams) =>
    `没有保存：${p.year}年是期限所在年，应等于目标值 ${p.value}${p.unit}。请改为该值或不写这一年。`,
  'error.target.yearly_many_digits': (p: ErrorParams) =>
    `没有保存：「${p.given}」位数太多，逐年目标最多 15 位有效数字。请换用较大的单位。`,
}

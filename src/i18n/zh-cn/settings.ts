import type { SettingsField } from '../../domain/settings-form.ts'
import type { ErrorParams } from '../error-params.ts'

const labels: Record<SettingsField, string> = {
  cadence: '报送周期',
  opens: '开始报送',
  due: '报送截止',
  reminders: '到期前提醒',
  blue: '蓝色督办单（提醒）',
  yellow: '黄色督办单（警示）',
  red: '红色督办单（通报）',
}
const cadences: Record<string, string> = { month: '每月', quarter: '每季度', half_year: '每半年', year: '每年' }
const late = (days: string) => `逾期满 ${days} 个工作日`
const values: Record<SettingsField, (value: string) => string> = {
  cadence: (value) => cadences[value] ?? value,
  opens: (value) => (value === '0' ? '期末当天' : `期末前 ${value} 天`),
  due: (value) => (value === '0' ? '期末当天' : `期末后 ${value} 个工作日`),
  reminders: (value) => (value === '' ? '仅到期当天' : `提前 ${value.replaceAll(',', '、')} 个工作日，以及到期当天`),
  blue: late,
  yellow: late,
  red: (value) => `${late(value)}，经领导批准后发出`,
}

/** 方案设置 */
export const settings = {
  'settings.title': (p: { plan: string }) => `「${p.plan}」的设置`,
  'settings.line': (p: { field: SettingsField; value: string }) => `${labels[p.field]}：${values[p.field](p.value)}`,
  'settings.change_line': (p: { field: SettingsField; from: string; to: string }) =>
    `${labels[p.field]}：${values[p.field](p.from)} → ${values[p.field](p.to)}`,
  'settings.usual': '以上均为默认设置。',
  'settings.running': (p: { period: string; opens: string; due: string }) =>
    `正在报送：${p.period}，${p.opens}起报，${p.due}截止`,
  'settings.next': (p: { period: string; opens: string; due: string }) =>
    `下一报送期：${p.period}，${p.opens}起报，${p.due}截止`,
  'settings.example': '也可直接输入，例如 /plan settings 周期 季度 截止 5 提醒 7,1 蓝 1 黄 4 红 9',
  'settings.change': '修改',
  'settings.modal': '方案设置',
  'settings.intro': '修改后会先说明从何时起生效，由您确认后才保存。',
  'settings.cadence': (p: { cadence: string }) => cadences[p.cadence] ?? p.cadence,
  'settings.field': (p: { field: SettingsField }) => labels[p.field],
  'settings.hint': (p: { field: Exclude<SettingsField, 'cadence'> }) =>
    ({
      opens: '期末前多少天（日历日）开始报送，0–60',
      due: '期末后多少个工作日截止，0–60',
      reminders: '到期前多少个工作日提醒，最多 4 个，例如 7,1；到期当天总会提醒',
      blue: '逾期多少个工作日，1–250',
      yellow: '须大于蓝色',
      red: '须大于黄色；由领导批准后发出',
    })[p.field],
  'settings.preview': (p: { plan: string }) => `请确认对「${p.plan}」设置的修改`,
  'settings.from': (p: { period: string; opens: string; due: string }) =>
    `新的报送安排从${p.period}起：${p.opens}起报，${p.due}截止。`,
  'settings.kept': (p: { periods: string }) => `已经开始报送的不变：${p.periods}。`,
  'settings.kept_one': (p: { period: string; due: string }) => `${p.period}（${p.due}截止）`,
  'settings.at_once': '提醒和督办的天数自下一个工作日起适用；已发出的督办单不变。',
  'settings.confirm': '确认修改',
  'settings.question': '按所列各项修改设置。',
  'settings.saved': (p: { plan: string }) => `已修改「${p.plan}」的设置`,
  'error.settings.words_unknown': (p: ErrorParams) =>
    `没有修改：不明白「${p.words}」。例如 /plan settings 周期 季度 截止 5，或输入 /plan settings 用表单修改。`,
  'error.settings.cadence_unknown': (p: ErrorParams) =>
    `没有修改：报送周期「${p.given}」不明。可用：每月、每季度、每半年、每年。`,
  'error.settings.days_wrong': (p: ErrorParams) =>
    `没有修改：「${p.given}」不是 ${p.least} 到 ${p.most} 之间的整数天数，请改正。`,
  'error.settings.reminders_many': (p: ErrorParams) =>
    `没有修改：提醒最多 ${p.most} 次，您填了 ${p.count} 次。请减少后再提交。`,
  'error.settings.slip_order': (p: ErrorParams) => `没有修改：这一级须晚于上一级（${p.days} 个工作日），请改正。`,
  'error.settings.unchanged': '没有修改：新的设置与现在的相同。',
  'error.settings.changed_meanwhile': '没有修改：设置刚被他人修改过。请输入 /plan settings 查看后再改。',
}

import type { ErrorParams } from '../error-params.ts'
import { fullDay } from './dates.ts'

/** 议定事项：结果表单 */
export const decision = {
  'decision.title': '记录结果',
  'decision.issue': (p: { no: number; title: string }) => `#${p.no} ${p.title}`,
  'decision.units': (p: { units: string }) => `涉及单位：${p.units}`,
  'decision.field_outcome': '结果',
  'outcome.decided': '议定',
  'outcome.deferred': '延期',
  'outcome.escalated': '提请领导小组',
  'outcome.withdrawn': '撤销',
  'decision.field_text': '内容',
  'decision.text_hint': '议定的须写明；其他结果可写明理由。不超过2000字。',
  'decision.action': (p: { number: number }) => `交办事项 ${p.number}`,
  'decision.field_what': (p: { number: number }) => `事项 ${p.number}`,
  'decision.field_owner': (p: { number: number }) => `承办单位 ${p.number}`,
  'decision.field_co_units': (p: { number: number }) => `配合单位 ${p.number}`,
  'decision.field_due': (p: { number: number }) => `期限 ${p.number}`,
  'decision.due_hint': '如：10个工作日、两周、7月31日、月底',
  'decision.field_measure': (p: { number: number }) => `完成标准 ${p.number}`,
  'decision.add_action': '加一项交办',
  'decision.actions_note': '只有议定的议题可交办；整组留空的不记录。',
  'decision.recorded': (p: { no: number; outcome: string; replaced: boolean }) =>
    `${p.replaced ? '已更改' : '已记录'}：#${p.no} ${p.outcome}`,
  'decision.recorded_actions': (p: { numbers: string; count: number }) =>
    `交办 ${p.count} 件，编号 ${p.numbers}。承办单位办结并经核验后，问题自动办结。`,
  'decision.recorded_closed': '没有交办事项，问题已办结。',
  'decision.recorded_deferred': (p: { carried: number; escalated: boolean }) =>
    `转入下次会议，已延 ${p.carried} 次${p.escalated ? '，已提请领导小组' : ''}。`,
  'decision.recorded_escalated': '已提请领导小组，下次会议必须安排。',
  'decision.recorded_withdrawn': '不再列入议程，记录仍保留。',
  'decision.calendar_unknown': (p: { years: string }) =>
    `${p.years}年放假安排尚未公布，期限中的工作日暂按周一至周五计。`,
  'error.decision.text_missing': '没有保存：议定的议题请写明内容。',
  'error.decision.text_too_long': (p: ErrorParams) => `没有保存：内容 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.decision.no_actions_here': '没有保存：只有议定的议题可以交办。请改选「议定」，或清空交办事项。',
  'error.decision.too_many_actions': (p: ErrorParams) => `没有保存：一个议题最多交办 ${p.max} 件。`,
  'error.decision.outcome_missing': '没有保存：请选择结果。',
  'error.decision.outcome_unknown': (p: ErrorParams) =>
    `没有保存：${p.given ? `看不懂结果「${p.given}」` : '请写明结果'}。请写议定、延期、提请或撤销，例如：议定 统一验收标准`,
  'error.decision.moved_on': (p: ErrorParams) =>
    `没有保存：#${p.no} 在记录结果之后又有变动（已列入其他会议、已被更改或交办事项已有进展），不能再改。输入 /issue show ${p.no} 查看现状。`,
  'error.action.text_missing': '没有保存：请写明交办事项。',
  'error.action.text_too_long': (p: ErrorParams) => `没有保存：交办事项 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.action.measure_too_long': (p: ErrorParams) => `没有保存：完成标准 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.action.owner_missing': '没有保存：请写明承办单位，每件交办事项须有一个。',
  'error.action.too_many_units': (p: ErrorParams) => `没有保存：一件交办事项最多 ${p.max} 个配合单位。`,
  'error.action.due_missing': '没有保存：请写明期限，如 10个工作日、两周、7月31日。',
  'error.action.due_unknown': (p: ErrorParams) =>
    `没有保存：看不懂期限「${p.given}」。请写如 10个工作日、两周、7月31日、2024-07-31。`,
  'error.action.due_passed': (p: ErrorParams) => `没有保存：期限${fullDay(p.dueOn)}已经过去，请写今后的日期。`,
  'error.action.due_too_far': (p: ErrorParams) => `没有保存：期限${fullDay(p.dueOn)}距今超过 ${p.years} 年。`,
}

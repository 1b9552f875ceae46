import type { ErrorParams } from '../error-params.ts'
import { fullDay } from './dates.ts'

/** 每月、每3个月 */
const every = (months: number) => (months === 1 ? '每月走访' : `每${months}个月走访`)

/** 重点外贸企业联系服务 */
export const enterprise = {
  'enterprise.help': [
    '/progress enterprises（企业）— 我可见的重点企业：联系人、上次和下次走访、问题',
    '/progress enterprise 3（企业 3）— 企业3 的情况、历次走访和问题',
    '/progress enterprise add 某某公司 市商务局 @联系人 每3个月 备注：…（企业 新增 …）— 登记；不写则打开表单',
    '/progress enterprise change 3 @联系人 每2个月（企业 更改 3）— 更改；只写编号则打开表单',
    '/progress enterprise end 3 原因（企业 停止联系 3 原因）— 不再联系，走访和问题仍可查看',
    '/progress visit 3 6月20日 企业反映通关时间长（走访 3 …）— 记录走访，不写日期为今天；只写编号则打开表单',
    '/issue 企业3 任务22 通关时间长 需：武汉海关 — 把企业的问题提出协调；题目请勿写企业名称',
    '企业名称和走访情况仅联系单位、办公室和领导小组可见。',
  ].join('\n'),
  'enterprise.name': (p: { no: number; name: string }) => `企业${p.no} ${p.name}`,
  'enterprise.list_title': (p: { count: number; late: number }) =>
    `重点企业 ${p.count} 家${p.late > 0 ? `，逾期未走访 ${p.late} 家` : ''}`,
  'enterprise.list_none': '没有您可见的重点企业。',
  'enterprise.list_none_note': '输入 /progress enterprise add 登记；企业仅联系单位、办公室和领导小组可见。',
  'enterprise.contact_of': (p: { unit: string }) => `${p.unit} · 联系人：`,
  'enterprise.contact_gone': '（联系人已不在该单位，请更改）',
  'enterprise.rhythm': (p: { months: number; last: string | null; next: string | null }) =>
    [
      every(p.months),
      p.last ? `上次 ${fullDay(p.last)}` : '尚未走访',
      ...(p.next ? [`下次 ${fullDay(p.next)}前`] : []),
    ].join(' · '),
  'enterprise.late': (p: { days: number }) => (p.days === 0 ? '🟡 已逾期' : `🟡 已逾期 ${p.days} 个工作日`),
  'enterprise.issue_count': (p: { open: number; settled: number }) => `问题：未决 ${p.open}，已结 ${p.settled}`,
  'enterprise.list_page': (p: { page: number; pages: number; rest: number }) =>
    `第 ${p.page} 页，共 ${p.pages} 页${p.rest > 0 ? `，后面还有 ${p.rest} 家` : ''}`,
  'enterprise.next': '下一页',
  'enterprise.first': '回到第一页',
  'enterprise.ended': (p: { day: string; reason: string }) => `已于 ${fullDay(p.day)}停止联系：「${p.reason}」`,
  'enterprise.notes': (p: { text: string }) => `备注：${p.text}`,
  'enterprise.visits': (p: { count: number; page: number; pages: number }) =>
    `走访 ${p.count} 次${p.pages > 1 ? `（第 ${p.page} 页，共 ${p.pages} 页）` : ''}`,
  'enterprise.visits_none': '尚无走访记录。',
  'enterprise.visit_head': (p: { day: string }) => `${fullDay(p.day)} · 记录人：`,
  'enterprise.issues': (p: { count: number }) => `问题 ${p.count} 个`,
  'enterprise.issue_line': (p: { no: number; title: string; state: string; outcome: string }) =>
    [`#${p.no} ${p.title}`, p.state, ...(p.outcome ? [`「${p.outcome}」`] : [])].join(' · '),
  'enterprise.issues_more': (p: { count: number }) => `另有 ${p.count} 个较早的问题。`,
  'enterprise.issues_note': '输入 /issue 编号 查看问题的全过程。',
  'enterprise.visit': '走访',
  'enterprise.show': '查看',
  'enterprise.add': '登记企业',
  'enterprise.change': '更改',
  'enterprise.end': '停止联系',
  'enterprise.correct': '更正',
  'enterprise.remove': '删除',
  'enterprise.raise': '提出需协调问题',
  'enterprise.modal.add': '登记重点企业',
  'enterprise.modal.change': '更改重点企业',
  'enterprise.modal.end': '停止联系企业',
  'enterprise.modal.visit': '记录走访',
  'enterprise.modal.correct': '更正走访记录',
  'enterprise.modal.remove': '删除走访记录',
  'enterprise.field_name': '企业名称',
  'enterprise.field_unit': '联系单位',
  'enterprise.field_contact': '联系人',
  'enterprise.contact_hint': '须是联系单位的联络员。',
  'enterprise.field_months': '几个月走访一次（1至24）',
  'enterprise.field_notes': '备注',
  'enterprise.notes_hint': '主营、诉求、企业方联系方式等，不超过2000字。仅联系单位、办公室和领导小组可见。',
  'enterprise.field_day': '走访日期',
  'enterprise.field_visit': '走访情况',
  'enterprise.visit_hint': '见了谁、谈了什么、有何诉求。不超过2000字。',
  'enterprise.field_problem': '企业问题',
  'enterprise.problem_option': '反映了问题，保存后提出协调',
  'enterprise.field_reason': '原因',
  'enterprise.reason_hint': '不超过500字，记入留痕。',
  'enterprise.end_intro': '停止联系后不再提醒走访；历次走访和问题仍可查看。',
  'enterprise.remove_intro': '删除后页面上不再显示，原记录和原因仍在留痕中，下次走访日期随之重算。',
  'enterprise.saving': '正在保存…',
  'enterprise.added': (p: { no: number; name: string }) => `已登记：企业${p.no} ${p.name}`,
  'enterprise.changed': (p: { no: number; name: string }) => `已更改：企业${p.no} ${p.name}`,
  'enterprise.stopped': (p: { no: number; name: string }) => `已停止联系：企业${p.no} ${p.name}`,
  'enterprise.visited': (p: { no: number; name: string; day: string }) =>
    `已记录：${fullDay(p.day)}走访企业${p.no} ${p.name}`,
  'enterprise.visit_corrected': (p: { no: number; name: string; day: string }) =>
    `已更正：${fullDay(p.day)}走访企业${p.no} ${p.name}`,
  'enterprise.visit_removed': (p: { no: number; name: string; day: string }) =>
    `已删除：${fullDay(p.day)}走访企业${p.no} ${p.name}`,
  'enterprise.next_visit': (p: { day: string }) => `下次走访请在 ${fullDay(p.day)}前。`,
  'enterprise.to_contact': '企业名称和走访情况仅联系单位、办公室和领导小组可见。',
  'enterprise.on_issue': (p: { no: number | null; name: string }) =>
    `涉及重点企业：${p.no === null ? '' : `企业${p.no} `}${p.name}（请勿转告无关单位）`,
  'enterprise.on_issue_hidden': '涉及一家重点企业',
  'enterprise.raise_for': (p: { no: number; name: string }) => `涉及重点企业：企业${p.no} ${p.name}`,
  'enterprise.raise_warning':
    '题目请勿写企业名称，参会单位均可见；具体情况同样如此。企业名称另行附上，仅有关单位、办公室和领导小组可见。',
  'error.enterprise.unknown': (p: ErrorParams) =>
    `没有执行：没有企业${p.no}。输入 /progress enterprises 查看您可见的重点企业。`,
  'error.enterprise.ended': (p: ErrorParams) =>
    `没有保存：企业${p.no} 已停止联系。如需恢复，请用 /progress enterprise add 重新登记。`,
  'error.enterprise.name_too_short': (p: ErrorParams) =>
    `没有保存：请写明企业名称（至少 ${p.min} 个字）。例如：/progress enterprise add 某某公司 市商务局 @联系人 每3个月`,
  'error.enterprise.name_too_long': (p: ErrorParams) => `没有保存：企业名称 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.enterprise.notes_too_long': (p: ErrorParams) => `没有保存：备注 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.enterprise.months_out_of_range': (p: ErrorParams) =>
    `没有保存：走访间隔应为 ${p.min} 到 ${p.max} 个月的整数，您输入的是 ${p.given}。`,
  'error.enterprise.reason_missing': '没有执行：请写明原因。例如：/progress enterprise end 3 企业已迁出',
  'error.enterprise.reason_too_long': (p: ErrorParams) => `没有执行：原因 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.enterprise.there_already': (p: ErrorParams) =>
    `没有保存：这家企业已登记为企业${p.no}。输入 /progress enterprise ${p.no} 查看。`,
  'error.enterprise.there_elsewhere': '没有保存：这家企业已由其他单位联系。请与领导小组办公室商定由谁联系。',
  'error.enterprise.too_many': (p: ErrorParams) =>
    `没有保存：在联系的重点企业最多 ${p.max} 家。请先用 /progress enterprise end 停止不再联系的。`,
  'error.enterprise.unit_missing':
    '没有保存：请写明联系单位。例如：/progress enterprise add 某某公司 市商务局 @联系人 每3个月',
  'error.enterprise.unit_not_yours': (p: ErrorParams) =>
    `没有保存：您只能登记由本单位（${p.units}）联系的企业。其他单位的请由该单位或办公室登记。`,
  'error.enterprise.contact_unknown': (p: ErrorParams) =>
    `没有保存：找不到「${p.given}」。请在输入 @ 后从名单中选择联系人。`,
  'error.enterprise.contact_unfit': (p: ErrorParams) =>
    `没有保存：联系人须是${p.unit}的联络员。请管理员先用 /plan members add @联系人 ${p.unit} 添加，或另选联系人。`,
  'error.enterprise.contact_missing': (p: ErrorParams) =>
    `没有保存：请写明联系人（@某人），须是${p.unit}的联络员。名单见 /plan members。`,
  'error.enterprise.changed_meanwhile': (p: ErrorParams) =>
    `没有保存：企业${p.no} 刚被他人更改。输入 /progress enterprise ${p.no} 查看现状后再改。`,
  'error.enterprise.unchanged': (p: ErrorParams) => `没有更改：企业${p.no} 本来就是这样。`,
  'error.enterprise.number_missing': '没有执行：请写明企业编号，例如：/progress enterprise 3',
  'error.enterprise.words_unknown': (p: ErrorParams) =>
    `没有执行：看不懂「${p.given}」。输入 /progress enterprises help 查看用法。`,
  'error.enterprise.visit_day_missing': '没有保存：请选择走访日期。',
  'error.enterprise.visit_day_unknown': (p: ErrorParams) =>
    `没有保存：没有「${p.given}」这一天。例如：/progress visit 3 6月20日 企业反映通关时间长`,
  'error.enterprise.visit_in_future': (p: ErrorParams) =>
    `没有保存：${fullDay(p.day)}还没有到，走访请在之后记录。今天是 ${fullDay(p.today)}。`,
  'error.enterprise.visit_too_early': (p: ErrorParams) =>
    `没有保存：走访日期不能早于 ${fullDay(p.earliest)}，您输入的是 ${fullDay(p.day)}。`,
  'error.enterprise.visit_notes_missing':
    '没有保存：请写明走访情况。例如：/progress visit 3 6月20日 企业反映通关时间长',
  'error.enterprise.visit_notes_too_long': (p: ErrorParams) =>
    `没有保存：走访情况 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.enterprise.visit_gone': (p: ErrorParams) =>
    `没有执行：这条走访记录已被删除。输入 /progress enterprise ${p.no} 查看现状。`,
}

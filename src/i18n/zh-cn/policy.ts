import type { ErrorParams } from '../error-params.ts'
import { fullDay } from './dates.ts'

/** 配套政策 */
export const policy = {
  'policy.help': [
    '/progress policy（政策、配套政策）— 本单位任务的配套政策；/progress policy 6 — 任务6 的',
    '/progress policy add 6 关于…的若干措施 武政办〔2024〕12号 2024-05-10 https://…（政策 新增 6 …）— 新增；不写内容则打开表单',
    '/progress policy remove 6 武政办〔2024〕12号 原因（政策 删除 6 …；无文号的写《标题》）— 删除',
  ].join('\n'),
  'policy.name': (p: { title: string; documentNo: string }) => `《${p.title}》${p.documentNo}`,
  'policy.title_part': (p: { title: string }) => `《${p.title}》`,
  'policy.more_part': (p: { documentNo: string; unit: string; issuedOn: string }) =>
    `${p.documentNo === '' ? '' : `${p.documentNo} · `}${p.unit} · ${fullDay(p.issuedOn)}印发`,
  'policy.line': (p: { title: string; documentNo: string; unit: string; issuedOn: string }) =>
    `《${p.title}》${p.documentNo} · ${p.unit} · ${fullDay(p.issuedOn)}印发`,
  'policy.title.mine': (p: { count: number }) => `配套政策 ${p.count} 件`,
  'policy.title.task': (p: { task: number; count: number }) => `任务${p.task} 配套政策 ${p.count} 件`,
  'policy.none.mine': '还没有配套政策。',
  'policy.none.task': (p: { task: number }) => `任务${p.task} 还没有配套政策。`,
  'policy.none_note': (p: { task: number }) =>
    `新增一件：/progress policy add ${p.task} 关于…的若干措施 武政办〔2024〕12号 2024-05-10，或点「新增政策」。`,
  'policy.page': (p: { page: number; pages: number; rest: number }) =>
    `第 ${p.page} 页，共 ${p.pages} 页${p.rest > 0 ? `，后面还有 ${p.rest} 件` : ''}`,
  'policy.list': '本任务政策',
  'policy.add': '新增政策',
  'policy.remove': '删除',
  'policy.modal.add': '新增配套政策',
  'policy.modal.remove': '删除配套政策',
  'policy.field_title': '标题',
  'policy.title_hint': '不写书名号，不超过200字。',
  'policy.field_document': '文号',
  'policy.document_hint': '如：武政办〔2024〕12号。没有则不填。',
  'policy.field_day': '印发日期',
  'policy.field_link': '链接',
  'policy.link_hint': '以 https:// 或 http:// 开头。没有则不填。',
  'policy.field_reason': '原因',
  'policy.reason_hint': '不超过500字，记入办理经过。',
  'policy.added': (p: { title: string; documentNo: string; task: number }) =>
    `已新增：任务${p.task} 配套政策《${p.title}》${p.documentNo}`,
  'policy.no_document': '没有看到文号，按无文号保存。如有文号，请删除后重新填写。',
  'policy.removed': (p: { title: string; documentNo: string; task: number }) =>
    `已删除：任务${p.task} 配套政策《${p.title}》${p.documentNo}。记录仍保留。`,
  'error.policy.title_missing':
    '没有保存：请写明标题。例如：/progress policy add 6 关于…的若干措施 武政办〔2024〕12号 2024-05-10',
  'error.policy.title_too_long': (p: ErrorParams) => `没有保存：标题 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.policy.document_too_long': (p: ErrorParams) => `没有保存：文号 ${p.length} 字，超过 ${p.max} 字，请核对。`,
  'error.policy.link_too_long': (p: ErrorParams) => `没有保存：链接 ${p.length} 字符，超过 ${p.max} 字符，请换较短的。`,
  'error.policy.link_unknown': '没有保存：链接须是完整网址，以 https:// 或 http:// 开头。',
  'error.policy.day_missing': '没有保存：请写明印发日期，如 2024-05-10。',
  'error.policy.day_unknown': (p: ErrorParams) =>
    `没有保存：看不懂印发日期「${p.given}」。请写成 2024-05-10 或 2024年5月10日。`,
  'error.policy.day_in_future': (p: ErrorParams) => `没有保存：印发日期${fullDay(p.day)}还没有到，请核对。`,
  'error.policy.reason_missing':
    '没有执行：请写明原因。例如：/progress policy remove 6 武政办〔2024〕12号 已被新文件代替',
  'error.policy.reason_too_long': (p: ErrorParams) => `没有执行：原因 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.policy.there': (p: ErrorParams) =>
    `没有保存：任务${p.task} 已有《${p.title}》，文号或标题相同。输入 /progress policy ${p.task} 查看。`,
  'error.policy.too_many': (p: ErrorParams) =>
    `没有保存：任务${p.task} 已有 ${p.max} 件配套政策，达到上限。请先删除不再需要的。`,
  'error.policy.unknown': (p: ErrorParams) =>
    `没有执行：任务${p.task} 没有文号或标题为「${p.given}」的配套政策。输入 /progress policy ${p.task} 查看。`,
  'error.policy.gone': '没有执行：这件配套政策已被删除。输入 /progress policy 查看现状。',
  'error.policy.not_yours': (p: ErrorParams) =>
    `没有执行：《${p.title}》由${p.unit}填报，只能由该单位、任务牵头单位的联络员或召集人删除。`,
  'error.policy.words_unknown': (p: ErrorParams) =>
    `没有执行：看不懂「${p.given}」。例如：/progress policy 6；新增写 /progress policy add 6 …；用法见 /progress policy help。`,
  'error.policy.task_missing': '没有执行：请写明任务号，例如：/progress policy add 6 …',
  'error.policy.name_missing':
    '没有执行：请写明文号或《标题》，例如：/progress policy remove 6 武政办〔2024〕12号 已被新文件代替',
}

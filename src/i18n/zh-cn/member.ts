import type { ErrorParams } from '../error-params.ts'

/** 人员 */
export const member = {
  'members.title': (p: { count: number; missing: number }) =>
    p.missing === 0 ? `人员：${p.count} 个单位都有联络员` : `人员：${p.count} 个单位中 ${p.missing} 个没有联络员`,
  'members.none': '⚪ 未指定',
  'members.line': (p: { name: string }) => `${p.name}:`,
  'members.more': (p: { count: number }) => `另有 ${p.count} 个单位没有显示。`,
  'members.change': '添加或移除',
  'members.modal_title': '人员',
  'members.action': '操作',
  'members.add': '添加',
  'members.remove': '移除',
  'members.people': '人员',
  'members.group': '或用户组',
  'members.group_hint': '用户组的名称，如 @liaisons；组内现有人员都会列入。',
  'members.role': '职责',
  'members.unit': '单位（联络员必填）',
  'members.unit_more': (p: { count: number }) => `另有 ${p.count} 个单位，请用 /plan members add @某人 联络员 单位名。`,
  'members.added': (p: { changed: number; named: number }) =>
    p.changed === p.named ? `已添加 ${p.changed} 人` : `已添加 ${p.changed} 人，另 ${p.named - p.changed} 人原已担任`,
  'members.removed': (p: { changed: number; named: number }) =>
    p.changed === p.named ? `已移除 ${p.changed} 人` : `已移除 ${p.changed} 人，另 ${p.named - p.changed} 人原未担任`,
  'members.as_role': (p: { role: string; unit: string | null }) => (p.unit ? `${p.unit} · ${p.role}` : p.role),
  'error.member.words_unknown': (p: ErrorParams) =>
    `没有执行：不明白「${p.words}」。例如 /plan members add @某人 联络员 市商务局，或 /plan members remove @某人 召集人。`,
  'error.member.nobody':
    '没有执行：没有指明人员。请用 @ 选择人员或用户组，例如 /plan members add @某人 联络员 市商务局。',
  'error.member.too_many': (p: ErrorParams) => `没有执行：一次最多 ${p.most} 人。`,
  'error.member.unit_needed': '没有执行：联络员须写明单位，例如 /plan members add @某人 联络员 市商务局。',
  'error.member.unit_unfit': '没有执行：只有联络员属于单位；召集人、领导小组成员、管理员请不要写单位。',
  'error.member.last_admin': '没有移除：方案至少要有一名管理员。请先添加另一名管理员。',
  'error.member.mention_unknown': (p: ErrorParams) =>
    `没有执行：找不到「@${p.name}」。请在输入 @ 后从 Slack 的提示中选择，或写用户组的名称。`,
  'error.member.group_unreadable': (p: ErrorParams) =>
    `没有执行：Slack 没有给出用户组的人员（${p.reason}）。请改为逐个 @ 人员。`,
}

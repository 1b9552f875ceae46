import type { ErrorParams } from '../error-params.ts'

type Counts = { sections: number; tasks: number; units: number; targets: number }

/** 方案 */
export const plan = {
  'plan.help': [
    '/plan — 查看方案概况',
    '/plan tasks · /plan units — 查看任务、责任单位',
    '/plan import — 导入方案或方案的新版本（文件或粘贴文字，确认前可预览）',
    '/plan export — 导出方案（YAML，可再导入）',
    '/plan members — 查看人员；/plan members add @某人 联络员 市商务局；/plan members remove @某人 召集人',
    '/plan channel — 设定频道；/plan channel meeting #联席会议；/plan channel leading #领导小组',
    '/plan settings — 查看、修改报送周期、提醒和督办的天数；/plan settings 周期 季度 截止 5',
    '/plan burden — 查看本期向各单位提出的事项、消息和会议时间；/plan burden 2024H1',
    '/plan health（/plan 状态）— 查看未送达的消息、送不到的频道和人员、推迟的日程，重新投递',
    '/plan use — 选择方案；/plan use 2',
    '/plan help — 显示本说明',
  ].join('\n'),
  'plan.title': (p: { title: string; version: number }) => `${p.title} · 第${p.version}版`,
  'plan.document': (p: { documentNo: string | null; issuedOn: string | null }) =>
    [p.documentNo, p.issuedOn && `${p.issuedOn} 印发`].filter((part) => part).join(' · ') || '未注明文号和日期',
  'plan.counts': (p: Counts) =>
    `${p.sections} 个板块 · ${p.tasks} 项任务 · ${p.units} 个责任单位 · ${p.targets} 项指标`,
  'plan.people': (p: { count: number }) => `${p.count} 人有职责`,
  'plan.channel_meeting': '联席会议频道',
  'plan.channel_leading': '领导小组频道',
  'plan.channel_unset': '未设定',
  'plan.section': (p: { no: string; title: string; tasks: number }) =>
    `${p.no ? `${p.no}、` : ''}${p.title}（${p.tasks} 项）`,
  'plan.task': (p: { no: number; title: string; units: string }) =>
    `任务${p.no} ${p.title} — ${p.units || '未列责任单位'}`,
  'plan.unit': (p: { name: string; aliases: string; leads: number; joins: number }) =>
    `${p.name}${p.aliases ? `（又称 ${p.aliases}）` : ''}：牵头 ${p.leads} 项，配合 ${p.joins} 项`,
  'plan.unit_in_task': (p: { name: string; lead: boolean }) => `${p.name}${p.lead ? '（牵头）' : ''}`,
  'plan.target': (p: { metric: string; value: string; per: boolean; by: string | null; taskNo: number | null }) =>
    `${p.metric}：${p.per ? '每年 ' : ''}${p.value}${p.by ? `，${p.by} 前` : ''}${p.taskNo === null ? '' : `（任务${p.taskNo}）`}`,
  'plan.tasks_title': (p: Counts) => `${p.tasks} 项任务`,
  'plan.units_title': (p: Counts) => `${p.units} 个责任单位`,
  'plan.left_out': (p: { count: number }) => `另有 ${p.count} 行没有显示；输入 /plan export 查看全部。`,
  'plan.button_import': '导入方案',
  'plan.button_version': '导入新版本',
  'plan.button_members': '人员',
  'plan.button_channels': '频道',
  'plan.button_export': '导出',
  'plan.use_title': (p: { count: number }) => `本工作区有 ${p.count} 个方案，请选择您要操作的方案`,
  'plan.use_line': (p: { position: number; title: string; version: number; current: boolean }) =>
    `${p.position}. ${p.title} · 第${p.version}版${p.current ? ' · 当前' : ''}`,
  'plan.use_choose': '选择方案',
  'plan.used': (p: { title: string }) => `您的命令现在针对「${p.title}」。`,
  'plan.exported': (p: { title: string; version: number }) =>
    `「${p.title}」第${p.version}版已导出，见与联络员的私信。`,
  'plan.exporting_comment': (p: { title: string; version: number }) =>
    `「${p.title}」第${p.version}版。修改后可用 /plan import 再导入。`,
  'plan.channels_title': '设定频道',
  'plan.channels_intro': '议程发到联席会议频道，情况通报发到领导小组频道。',
  'plan.channels_set': '频道已设定',
  'plan.channels_invite': (p: { names: string }) =>
    `${p.names}是私有频道，或联络员无法自行加入：请在该频道输入 /invite @联络员，否则通知发不进去。`,
  'error.plan.words_unknown': (p: ErrorParams) =>
    `没有执行：不明白「${p.words}」。可用：show、tasks、units、import、export、members、channel、settings、burden、health、use、help，例如 /plan tasks。`,
  'error.plan.channel_words':
    '没有设定：请写明用途和频道，例如 /plan channel meeting #联席会议，或 /plan channel leading #领导小组。',
  'error.plan.use_words': (p: ErrorParams) =>
    `没有切换：「${p.words}」不是编号。输入 /plan use 查看编号，例如 /plan use 2。`,
  'error.plan.unknown': (p: ErrorParams) => `没有这个方案。本工作区有 ${p.count} 个方案，输入 /plan use 查看。`,
  'error.plan.too_many': (p: ErrorParams) => `没有导入：一个工作区最多 ${p.most} 个方案。请改为导入某个方案的新版本。`,
  'error.plan.unit_not_listed': (p: ErrorParams) => `没有导入：任务${p.task} 的「${p.unit}」未列入责任单位名单。`,
  'error.plan.export_failed': (p: ErrorParams) =>
    `没有导出：Slack 没有接收文件（${p.reason}）。方案未受影响，请稍后再试。`,
  'error.unit.ambiguous': (p: ErrorParams) => `没有执行：「${p.name}」可能是 ${p.units}，请写全称。`,
}

import type { ErrorParams } from '../error-params.ts'

/** Importing a plan: form, preview, receipt. */
export const planImport = {
  'import.title': '导入方案',
  'import.intro': '上传文件，或粘贴文字。读取后先给您预览，确认前不会保存任何内容。',
  'import.file': '文件（.txt、.md、.docx，或导出的 .yaml，不超过 10 MB）',
  'import.text': '或粘贴文字',
  'import.text_hint': '最多 3000 字；更长的方案请上传文件。',
  'import.target': '导入为',
  'import.target_same_title': '同名方案的新版本；没有同名的则为新方案',
  'import.target_new': '新方案',
  'import.target_version': (p: { title: string; version: number }) => `「${p.title}」的第${p.version}版`,
  'import.reading': '正在读取……完成后在此显示预览。',
  'import.preview_title': '确认导入',
  'import.confirm': '确认导入',
  'import.as_new': '将作为新方案保存，您成为它的管理员。',
  'import.same_title': '本工作区已有同名方案。如果这是它的新版本，请取消后在「导入为」中选择它。',
  'import.as_version': (p: { title: string; version: number }) =>
    `将作为「${p.title}」的第${p.version}版。已有报送、问题、指标数据全部保留；不再出现的任务和单位停用，不删除。`,
  'import.unchanged': '与现行版本没有差别。',
  'import.no_doubts': '没有存疑之处。',
  'import.doubts': (p: { count: number }) => `请核对 ${p.count} 处存疑`,
  'import.doubt_line': (p: { line: number; text: string }) => `第${p.line}行：${p.text}`,
  'import.changes': '与现行版本相比',
  'import.targets': (p: { count: number }) => `指标（${p.count} 项）`,
  'import.units': (p: { count: number }) => `责任单位（${p.count} 个）`,
  'import.tasks': (p: { count: number }) => `任务（${p.count} 项）`,
  'import.more': (p: { count: number }) => `另有 ${p.count} 行没有显示，导入时全部计入。`,
  'change.task_added': (p: { no: number; title: string }) => `新增 任务${p.no} ${p.title}`,
  'change.task_removed': (p: { no: number; title: string }) => `停用 任务${p.no} ${p.title}`,
  'change.task_retitled': (p: { no: number; before: string; after: string }) =>
    `任务${p.no} 改名：${p.before} → ${p.after}`,
  'change.tasks_rewritten': (p: { numbers: string }) => `正文有改动的任务：${p.numbers}`,
  'change.task_units': (p: { no: number; title: string; added: string; removed: string; roles: string }) =>
    `任务${p.no} ${p.title}：${[
      p.added && `增加 ${p.added}`,
      p.removed && `去掉 ${p.removed}`,
      p.roles && `改为 ${p.roles}`,
    ]
      .filter((part) => part)
      .join('；')}`,
  'change.unit_added': (p: { name: string }) => `新增单位 ${p.name}`,
  'change.unit_removed': (p: { name: string }) => `停用单位 ${p.name}`,
  'change.unit_renamed': (p: { before: string; after: string }) => `单位改名：${p.before} → ${p.after}`,
  'change.target_added': (p: { target: string }) => `新增指标 ${p.target}`,
  'change.target_removed': (p: { target: string }) => `停用指标 ${p.target}`,
  'change.target_changed': (p: { before: string; after: string }) => `指标：${p.before} → ${p.after}`,
  'import.done': (p: { title: string; version: number }) => `已导入：「${p.title}」第${p.version}版`,
  'import.became_admin': '您是它的管理员。下一步：指定各单位联络员和其他人员，设定频道。',
  'import.failed_again': '请修正后重试。',
  'error.import.nothing': '请上传一个文件，或粘贴文字。',
  'error.import.both': '已上传文件，请清空粘贴的文字，只用一种方式。',
  'error.plan.data_invalid': (p: ErrorParams) => `没有导入：读出的方案在 ${p.path || '整体'} 处超出限制，请核对原文。`,
  'error.plan.draft_gone': '没有导入：这份预览已经导入过，或已超过一天。请重新 /plan import。',
  'error.file.too_large': (p: ErrorParams) => `没有导入：文件超过 ${p.most} MB。请只提供方案文字，去掉图片和附件。`,
  'error.file.elsewhere': '没有导入：这个文件不在 Slack 上。请直接上传 .txt、.md、.docx 或 .yaml 文件。',
  'error.file.unreadable': (p: ErrorParams) =>
    `没有导入：无法从 Slack 读取文件（${p.reason}）。请重新上传，或改为粘贴文字。`,
}

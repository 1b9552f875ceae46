import type { ErrorParams } from '../error-params.ts'

const reasons: Record<string, (detail: string | number | undefined) => string> = {
  wrong_type: (detail) => `类型不对，应为 ${detail}`,
  too_big: (detail) => `过长或过多，最多 ${detail}`,
  too_small: (detail) => `不能为空，至少 ${detail}`,
  unknown_key: (detail) => `有不认识的字段：${detail}`,
  not_one_of: (detail) => `只能是：${detail}`,
  not_a_day: () => '应为日期，如 2025-12-31',
  not_a_zone: () => '应为时区，如 Asia/Shanghai',
  not_exact: () => '数值最多 15 位有效数字、6 位小数',
  repeated_name: (detail) => `单位「${detail}」重复`,
  repeated_number: (detail) => `任务编号 ${detail} 重复`,
  unknown_unit: (detail) => `单位「${detail}」不在 units 中`,
  no_lead: (detail) => `任务${detail} 没有牵头单位（role: lead）`,
  no_tasks: () => '没有任务',
  too_many_tasks: (detail) => `任务过多，最多 ${detail} 项`,
  unknown_task: (detail) => `没有编号为 ${detail} 的任务`,
}

/** 读取方案文件时的疑点与错误 */
export const planDocument = {
  'doubt.title_missing': (p: ErrorParams) => `未找到方案标题，暂用首行「${p.title}」，请核对`,
  'doubt.title_cut': (p: ErrorParams) => `标题过长或没有标题句，已截为「${p.title}」，请核对`,
  'doubt.number_skipped': (p: ErrorParams) => `编号不连续：应为 ${p.expected}，文中为 ${p.number}`,
  'doubt.number_repeated': (p: ErrorParams) => `编号重复或倒退：应为 ${p.expected}，文中为 ${p.number}`,
  'doubt.task_renumbered': (p: ErrorParams) =>
    `文中任务编号有重复，「${p.section}」第 ${p.number} 项改为任务${p.no}（原编号 ${p.number}）`,
  'doubt.task_no_units': (p: ErrorParams) => `任务${p.no}「${p.title}」没有写明责任单位`,
  'doubt.section_units_applied': (p: ErrorParams) => `「${p.title}」未单独写责任单位，按「${p.section}」的责任单位处理`,
  'doubt.section_like_safeguards': (p: ErrorParams) =>
    `「${p.title}」一般不是任务板块，但其中写有责任单位，已按任务列入，请核对`,
  'doubt.section_untitled': (p: ErrorParams) => `第 ${p.position} 个板块没有标题，暂用方案标题`,
  'doubt.statements_several': (p: ErrorParams) => `「${p.title}」有 ${p.count} 处责任单位，已合并`,
  'doubt.leads_several': (p: ErrorParams) => `任务${p.no}「${p.title}」有 ${p.count} 个牵头单位`,
  'doubt.units_open_ended': (p: ErrorParams) => `「${p.title}」的责任单位写有「等」，未列出的单位没有计入`,
  'doubt.units_generic': (p: ErrorParams) => `「${p.title}」的「${p.name}」未指明单位，没有计入`,
  'doubt.units_collective': (p: ErrorParams) => `「${p.title}」的「${p.name}」是统称，暂按一个单位处理`,
  'doubt.unit_odd': (p: ErrorParams) => `「${p.title}」的「${p.name}」不像单位名称，请核对`,
  'doubt.units_unlabelled': (p: ErrorParams) => `「${p.title}」末尾括号内未注明「责任单位」，已按责任单位处理`,
  'doubt.units_merged': (p: ErrorParams) => `「${p.alias}」与「${p.name}」视为同一单位，已合并为「${p.name}」`,
  'doubt.units_similar': (p: ErrorParams) => `「${p.name}」与「${p.other}」名称相近，是否为同一单位？未合并`,
  'doubt.bracket_unclosed': (p: ErrorParams) => `「${p.title}」的责任单位括号没有闭合，读到句末为止`,
  'doubt.table_ignored': (p: ErrorParams) => `此处表格（${p.rows} 行）没有读作任务`,
  'doubt.box_ignored': (p: ErrorParams) => `「${p.title}」是专栏，其中的内容没有读作任务或指标`,
  'doubt.tasks_from_table': (p: ErrorParams) => `任务读自此处表格（${p.rows} 行），请核对`,
  'doubt.target_unclear': (p: ErrorParams) =>
    `「${p.text}」中的 ${p.value}${p.unit} 可能是指标，但缺少期限或名称，没有列入`,
  'doubt.target_range': (p: ErrorParams) => `指标「${p.metric}」为区间 ${p.from}–${p.to}，取下限 ${p.from}`,
  'doubt.target_deadline_carried': (p: ErrorParams) => `指标「${p.metric}」未写期限，沿用前文的 ${p.by}`,
  'doubt.target_no_deadline': (p: ErrorParams) => `指标「${p.metric}」没有写明期限`,
  'doubt.target_too_precise': (p: ErrorParams) => `「${p.text}」的数值超过 15 位有效数字，没有列入`,
  'doubt.doubts_more': (p: ErrorParams) => `另有 ${p.count} 处疑点未列出`,

  'error.plan.empty': '文件没有文字。请选择方案正文的 .docx、.txt 或 .md 文件，或直接粘贴正文。',
  'error.plan.not_a_plan': '没有保存：文中没有找到「一、」「（一）」「1.」等编号标题，不像实施方案。请提供方案正文。',
  'error.plan.no_units':
    '没有保存：找到了标题，但没有找到责任单位，例如（责任单位：市商务局）。请在任务后注明责任单位再导入。',
  'error.plan.too_large': (p: ErrorParams) => {
    const limits = '（上限：200 万字、5000 个标题、500 项任务、300 个单位、200 项指标）'
    return `没有保存：读出${p.characters ? ` ${p.characters} 字` : p.headings ? ` ${p.headings} 个以上标题` : p.targets ? ` ${p.targets} 项指标` : ` ${p.tasks} 项任务、${p.units} 个单位`}，超过上限${limits}。请确认文件是一份方案。`
  },
  'error.plan.file_missing': (p: ErrorParams) => `找不到文件 ${p.name}。请检查路径；文件夹不能导入。`,
  'error.plan.file_too_large': (p: ErrorParams) =>
    `没有读取：${p.name} 超过 ${p.megabytes} MB。请删去图片和附件，或只粘贴正文。`,
  'error.plan.file_old_word': (p: ErrorParams) =>
    `没有读取：${p.name} 是旧版 Word 或加密的文件。请在 Word 或 WPS 中另存为 .docx 或纯文本。`,
  'error.plan.file_pdf': (p: ErrorParams) => `没有读取：${p.name} 是 PDF。请另存为 .docx 或纯文本，或复制正文粘贴。`,
  'error.plan.file_rtf': (p: ErrorParams) => `没有读取：${p.name} 是 RTF。请另存为 .docx 或纯文本。`,
  'error.plan.file_not_text': (p: ErrorParams) => `没有读取：${p.name} 不是文字文件。请提供 .docx、.txt 或 .md。`,
  'error.plan.file_not_docx': (p: ErrorParams) =>
    `没有读取：${p.name} 是压缩包，但不是 Word 文档。请提供其中的 .docx、.txt 或 .md。`,
  'error.plan.docx_broken': (p: ErrorParams) =>
    `没有读取：${p.name} 已损坏或不完整。请在 Word 或 WPS 中打开后另存为 .docx 再试。`,
  'error.plan.docx_entities': (p: ErrorParams) =>
    `没有读取：${p.name} 含有不允许的 XML 实体定义。请在 Word 或 WPS 中另存为 .docx 再试。`,
  'error.plan.docx_too_long': (p: ErrorParams) =>
    `没有读取：${p.name} 过长（约 200 页以上）。请删去附件，或只粘贴正文。`,
  'error.plan.yaml_broken': (p: ErrorParams) => `没有保存：第 ${p.line} 行不是有效的 YAML。请改正后再导入。`,
  'error.plan.yaml_too_large': (p: ErrorParams) => `没有保存：YAML 超过 ${p.megabytes} MB。`,
  'error.plan.yaml_invalid': (p: ErrorParams) =>
    `没有保存：${p.path || '文件'} 有误：${reasons[String(p.reason)]?.(p.detail) ?? '内容不对'}。请改正后再导入。`,
}

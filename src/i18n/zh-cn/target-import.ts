import type { ErrorParams } from '../error-params.ts'
import { fullDay } from './dates.ts'

const origin = (p: { unit: string | null; source: string }) =>
  `${p.unit ?? '领导小组办公室'}${p.source === '' ? '' : `（${p.source}）`}`

/** 指标数据批量导入 */
export const targetImport = {
  'target_import.title': '批量导入指标数据',
  'target_import.preview': '预览',
  'target_import.preview_title': '确认导入',
  'target_import.confirm': '全部保存',
  'target_import.intro':
    '上传 .xlsx、.csv（1 MB 以内，最多 2000 行，只读第一张工作表），或粘贴表格。须有列：指标、日期、数值；可有列：任务、单位（责任单位）、来源、计量单位，次序不限。先预览，确认后全部保存；有一行不对则全部不保存。',
  'target_import.file': '文件',
  'target_import.text': '或粘贴表格',
  'target_import.text_again': '粘贴的表格（修改后会再次预览）',
  'target_import.text_hint':
    '首行为列名；以制表符、逗号或分号分隔，可直接从表格软件复制。最多 3000 字，更多请上传文件。',
  'target_import.reading': '正在读取表格，请稍候。',
  'target_import.both': '请只上传文件或只粘贴表格，二者选一。',
  'target_import.nothing': '请上传一个文件，或粘贴表格。',
  'target_import.counts': (p: { added: number; corrected: number; unchanged: number }) =>
    `将新增 ${p.added} 个数据，更正 ${p.corrected} 个，${p.unchanged} 个无变化`,
  'target_import.from_file': (p: { name: string }) => `文件：${p.name}`,
  'target_import.new_row': (p: {
    row: number
    metric: string
    day: string
    amount: string
    unit: string | null
    source: string
  }) => `第${p.row}行 新增：${p.metric} ${fullDay(p.day)} ${p.amount} · ${origin(p)}`,
  'target_import.corrected_row': (p: {
    row: number
    metric: string
    day: string
    amount: string
    old: string
    unit: string | null
    source: string
  }) => `第${p.row}行 更正：${p.metric} ${fullDay(p.day)} ${p.old} → ${p.amount} · ${origin(p)}`,
  'target_import.more': (p: { count: number }) => `另有 ${p.count} 行未列出，确认后一并保存。`,
  'target_import.row': (p: { row: number; problem: string }) => `第${p.row}行：${p.problem}`,
  'target_import.problems': (p: { count: number }) => `没有保存：${p.count} 行有误，请改正后重新预览。`,
  'target_import.more_problems': (p: { count: number }) => `另有 ${p.count} 行有误未列出。`,
  'target_import.again': '任何数据都没有保存。请改正后再提交；文件须重新选择。',
  'target_import.all_unchanged': (p: { count: number }) => `没有需要保存的：${p.count} 个数据均与现有的相同。`,
  'target_import.done': (p: { added: number; corrected: number; unchanged: number; targets: number }) =>
    `已导入：${p.targets} 项指标，新增 ${p.added} 个数据，更正 ${p.corrected} 个，${p.unchanged} 个无变化`,
  'error.target_import.nothing_to_record':
    '没有打开：没有您可以记录数据的指标。您的单位不负责任何指标所属的任务；输入 /target 查看全部指标。',
  'error.target_import.too_large': (p: ErrorParams) =>
    `没有保存：文件超过 ${p.most} MB。请只留数据，去掉图片和多余的工作表，或分几次导入。`,
  'error.target_import.too_large_inside': (p: ErrorParams) =>
    `没有保存：「${p.name}」解压后过大。请把数据复制到新的表格再导入。`,
  'error.target_import.elsewhere': '没有保存：这个文件不在 Slack 上。请直接上传 .xlsx 或 .csv 文件。',
  'error.target_import.old_excel': (p: ErrorParams) =>
    `没有保存：「${p.name}」是旧版 .xls 或加密的文件。请另存为未加密的 .xlsx 或 .csv。`,
  'error.target_import.not_table': (p: ErrorParams) =>
    `没有保存：「${p.name}」不是表格。请上传 .xlsx 或 .csv，或粘贴表格。`,
  'error.target_import.broken': (p: ErrorParams) =>
    `没有保存：${p.name ? `「${p.name}」` : '粘贴的内容'}不是完好的表格。请用表格软件另存后重试，并检查引号是否成对。`,
  'error.target_import.empty': '没有保存：表格是空的。请填入列名和数据。',
  'error.target_import.no_rows': '没有保存：列名下没有数据行。',
  'error.target_import.no_head': (p: ErrorParams) =>
    `没有保存：前 10 行中没有找到列名，缺 ${p.columns}。请在数据上方加一行列名：指标、日期、数值，可加 任务、单位、来源。`,
  'error.target_import.column_twice': (p: ErrorParams) => `没有保存：「${p.column}」有两列，请只留一列。`,
  'error.target_import.too_many_rows': (p: ErrorParams) =>
    `没有保存：表格超过 ${p.most} 行或过宽。请分几次导入，并删去多余的空行空列。`,
  'error.target_import.twice': (p: ErrorParams) =>
    `没有保存：与第${p.other}行重复，同一指标、日期（${fullDay(p.day)}）和来源只能有一行。`,
  'error.target_import.extra_cells': '没有保存：这一行的列比列名多。数字中的逗号（1,000）请去掉或加引号。',
  'error.target_import.no_day': '没有保存：没有日期。请写例如 2024-06-30、2024-06。',
  'error.target_import.no_metric': '没有保存：没有指标。请写指标名称，或任务号。',
  'error.target_import.no_target': (p: ErrorParams) =>
    `没有保存：没有名为「${p.given}」的指标。输入 /target 查看全部指标。`,
  'error.target_import.several_targets': (p: ErrorParams) =>
    `没有保存：「${p.given}」可能指 ${p.targets}。请把指标名称写全，或加任务号。`,
  'error.target_import.unit_of_other_task': (p: ErrorParams) =>
    `没有保存：${p.unit}不是任务${p.task}的责任单位。请改写单位，或留空。`,
  'error.target_import.changed': '没有保存：预览之后数据或表格有变动，以下是现在的预览，请重新确认。',
}

import type { ErrorParams } from '../error-params.ts'
import { words } from './words.ts'

const periodName = (p: ErrorParams) => words['period.name']({ key: String(p.period) })

/** 进展报送 */
export const report = {
  'progress.help': [
    '/progress — 打开报送表：列出贵单位应报而未报的任务，预填草稿或上次内容，可附佐证',
    '/progress 6 80% 达进度 已签约12家 — 直接报送任务6（进度：超进度、达进度、欠进度、已完成），文中链接记为佐证',
    '/progress 2023下半年 6 80% 达进度 … — 补报以前的报送期',
    '/progress 6 — 打开任务6的报送表',
    '/progress list — 查看未报任务，已报的可另行展开',
    '/progress 无变化 — 未报任务按上次内容报送，先预览；/progress 无变化 6 只报任务6',
    '/progress 情况 — 报送情况；/progress 情况 2023下半年 看以前的报送期',
    '/progress 历史 6 — 任务6历次报送、审核意见和佐证',
    '/progress help — 显示本说明',
    '领导小组办公室：',
    '/progress 审核 — 待审核的报送，可采纳、退回；/progress 采纳 6；/progress 退回 6 市商务局 原因',
    '/progress 重开 6 市商务局 原因 — 已采纳的报送重新打开',
    '/progress 关闭 2024上半年 — 关闭报送期；/progress 重开 2024上半年 原因',
    '/progress report 2024上半年 — 生成全方案进展情况报告和台账，写 en 即英文（召集人、领导小组成员、管理员）',
  ].join('\n'),
  'progress.title': '进展报送',
  'progress.intro': (p: { period: string; due: string; owed: number; total: number; older: number }) =>
    `${p.period}：应报 ${p.total} 项，未报 ${p.owed} 项，${p.due}截止。${p.older > 0 ? `以前的报送期还有 ${p.older} 项未报。` : ''}`,
  'progress.intro_early': (p: { period: string; opens: string }) =>
    `目前没有应报任务。${p.period}的进展从${p.opens}起收集，可以提前报送。`,
  'progress.intro_done': (p: { period: string }) => `${p.period}应报任务均已报送。如有变化，可在此更正，原版本保留。`,
  'progress.task': '任务',
  'progress.option': (p: { no: number; title: string; unit: string; state: string; period: string | null }) =>
    `${p.state} · 任务${p.no} ${p.title} · ${p.unit}${p.period ? ` · ${p.period}` : ''}`,
  'progress.state.owed': '未报',
  'progress.state.overdue': '逾期未报',
  'progress.state.returned': '已退回',
  'progress.state.filed': '已报',
  'progress.state.early': '可提前报',
  'progress.status': '进度',
  'progress.percent': '完成比例（%）',
  'progress.summary': '进展情况',
  'progress.summary_hint': '做了什么、到什么程度、有何困难。不超过2000字。',
  'progress.practice': '经验做法',
  'progress.practice_hint': '供情况通报选用。不超过500字。',
  'progress.links': '佐证链接',
  'progress.links_hint': '每行一个，链接前可写标题。最多10个。',
  'progress.files': '佐证附件',
  'progress.files_hint': '最多10个文件。',
  'progress.kept_files': '已附文件（取消勾选即不再附上）',
  'progress.save_draft': '保存草稿',
  'progress.draft': (p: { who: string; at: string }) => `草稿，${p.who} ${p.at} 保存，尚未报送。`,
  'progress.draft_saved': (p: { at: string }) => `草稿已于 ${p.at} 保存，本单位联络员都可继续填写。提交后才算报送。`,
  'progress.draft_other': (p: { who: string; at: string }) =>
    `没有保存：${p.who} ${p.at} 保存了另一份草稿，内容如下。您填写的仍在表中；再次保存或提交，将以您的内容为准。`,
  'progress.draft_left': (p: { no: number }) => `任务${p.no}已填的内容存为草稿，选回任务${p.no}即可继续。`,
  'progress.draft_lost': (p: { no: number; why: string }) =>
    `任务${p.no}刚才填写的内容没有存为草稿，抄录如下。${p.why}`,
  'progress.draft_by_other': (p: { who: string; at: string }) =>
    `${p.who} ${p.at} 已保存另一份草稿，请选回该任务合并。`,
  'progress.draft_content': (p: {
    status: string
    percent: string
    summary: string
    practice: string
    links: string
  }) =>
    [
      `${p.status}${p.percent === '' ? '' : ` ${p.percent}%`}`,
      `「${p.summary}」`,
      ...(p.practice === '' ? [] : [`经验做法：「${p.practice}」`]),
      ...(p.links === '' ? [] : [`佐证：${p.links}`]),
    ].join('\n'),
  'progress.status_open': '进度未选',
  'progress.someone': '同事',
  'progress.returned': (p: { day: string; reason: string }) =>
    `办公室 ${p.day} 退回：「${p.reason}」请修改后重新报送。`,
  'progress.corrects': (p: { version: number }) =>
    `第${p.version}版已采纳。再次报送是更正，采纳前以新版为准，原版保留。`,
  'progress.prefilled': (p: { period: string; version: number }) =>
    `已预填 ${p.period}第${p.version}版的内容，请据实修改。`,
  'progress.for_period': (p: { period: string }) => `这份报送计入 ${p.period}。`,
  'progress.nothing': '您没有需要报送的任务：进展由责任单位的联络员报送，名单见 /plan members。',
  'progress.list_title': (p: { period: string; due: string; owed: number; total: number }) =>
    `${p.period}进展：${p.total} 项任务中 ${p.owed} 项未报，${p.due}截止`,
  'progress.list_done': (p: { period: string; total: number }) => `${p.period}应报的 ${p.total} 项任务均已报送`,
  'progress.list_none': '目前没有应报任务',
  'progress.list_period': (p: { period: string; due: string; overdue: boolean; count: number }) =>
    `${p.period}：未报 ${p.count} 项，${p.due}${p.overdue ? '已截止' : '截止'}`,
  'progress.list_line': (p: { no: number; title: string; unit: string; status: string; version: number | null }) =>
    `${p.status} · 任务${p.no} ${p.title} · ${p.unit}${p.version ? ` · 第${p.version}版` : ''}`,
  'progress.list_returned': (p: { reason: string }) => `　退回：「${p.reason}」`,
  'progress.list_draft': '　已有草稿',
  'progress.filed_count': (p: { count: number }) => `已报 ${p.count} 项。`,
  'progress.filed_show': '查看已报',
  'progress.filed_title': (p: { period: string; count: number }) => `${p.period}已报 ${p.count} 项`,
  'progress.report_each': '逐项报送',
  'progress.rest_unchanged': '其余无变化',
  'progress.more': (p: { count: number }) => `另有 ${p.count} 项，输入 /progress 任务号 … 直接报送。`,
  'progress.more_filed': (p: { count: number }) => `另有 ${p.count} 项，逐项查看请用 /progress 历史 任务号。`,
  'progress.which_unit': '您兼任多个单位的联络员，请选择代表哪个单位报送。',
  'progress.participants': (p: { filed: number; total: number }) =>
    `配合单位报送 ${p.filed}/${p.total}，供牵头单位汇总：`,
  'progress.participant': (p: {
    unit: string
    status: string
    percent: number | null
    late: boolean
    summary: string
  }) =>
    `${p.unit}：${p.status}${p.percent === null ? '' : ` ${p.percent}%`}${p.late ? '（迟报）' : ''}「${p.summary}」`,
  'progress.participant_practice': (p: { text: string }) => `　经验做法：「${p.text}」`,
  'progress.participant_evidence': (p: { count: number }) => `　佐证 ${p.count} 份`,
  'progress.participants_silent': (p: { units: string }) => `尚未报送：${p.units}。`,
  'progress.participants_more': (p: { count: number; no: number }) =>
    `另有 ${p.count} 个单位的报送，见 /progress 历史 ${p.no}。`,
  'unchanged.title': (p: { count: number }) => `按无变化报送 ${p.count} 项，内容如下`,
  'unchanged.none': '没有可以按无变化报送的任务',
  'unchanged.line': (p: {
    no: number
    title: string
    unit: string
    period: string
    status: string
    percent: number | null
    from: string
    version: number
  }) =>
    `任务${p.no} ${p.title} · ${p.unit} · ${p.period}：${p.status}${p.percent === null ? '' : ` ${p.percent}%`}（同${p.from}第${p.version}版）`,
  'unchanged.without': (p: { tasks: string }) => `没有以前的报送可沿用，请逐项填写：${p.tasks}。`,
  'unchanged.returned': (p: { tasks: string }) => `已被退回，须修改后报送：${p.tasks}。`,
  'unchanged.tasks': (p: { period: string; numbers: string }) => `${p.period}任务${p.numbers}`,
  'unchanged.task': (p: { no: number; period: string }) => `任务${p.no}（${p.period}）`,
  'unchanged.button': (p: { count: number }) => `确认 ${p.count} 项无变化`,
  'unchanged.confirm': (p: { count: number; tasks: string }) =>
    `将 ${p.count} 项任务（${p.tasks}）按上次内容报送。报送后仍可逐项更正。`,
  'unchanged.filed': (p: { count: number; late: number }) =>
    `已收到：${p.count} 项无变化${p.late > 0 ? `，其中 ${p.late} 项迟报` : ''}`,
  'unchanged.more': (p: { count: number }) => `另有 ${p.count} 项未逐一列出，一并报送。`,
  'unchanged.more_filed': (p: { count: number }) => `另有 ${p.count} 项，见 /progress list。`,
  'receipt.title': (p: { no: number; period: string; version: number; status: string; percent: number | null }) =>
    `已收到：任务${p.no} · ${p.period} · 第${p.version}版 · ${p.status}${p.percent === null ? '' : ` ${p.percent}%`}`,
  'receipt.summary': (p: { unit: string; summary: string }) => `${p.unit}:「${p.summary}」`,
  'receipt.practice': (p: { text: string }) => `经验做法：「${p.text}」`,
  'receipt.evidence': (p: { count: number }) => `佐证 ${p.count} 份：`,
  'receipt.corrects': (p: { version: number }) => `这是对已采纳的第${p.version}版的更正，等待办公室采纳。`,
  'receipt.replaces': (p: { who: string; at: string; version: number }) =>
    `本版取代 ${p.who} ${p.at} 报送的第${p.version}版；撤回本版，该版即恢复。`,
  'receipt.draft_kept': (p: { who: string; at: string }) => `${p.who} ${p.at} 保存的草稿未动，仍在报送表中。`,
  'receipt.lead': (p: { lead: string }) => `牵头单位${p.lead}将看到。`,
  'receipt.due': (p: { due: string }) => `截止 ${p.due}。`,
  'receipt.late': (p: { due: string }) => `已过截止日（${p.due}），按迟报记录。`,
  'receipt.withdraw': '撤回',
  'receipt.withdraw_confirm': (p: { no: number; version: number }) =>
    `撤回任务${p.no}第${p.version}版？撤回后以上一版为准，记录仍保留。`,
  'receipt.add_evidence': '补充佐证',
  'receipt.raise': '提出需协调问题',
  'receipt.withdrawn': (p: { version: number }) => `已撤回第${p.version}版。如需重新报送，输入 /progress。`,
  'error.report.not_responsible': (p: ErrorParams) =>
    `没有保存：任务${p.task} 不由${p.units}负责。您可报送的任务：${p.numbers || '无'}。`,
  'error.report.which_unit': (p: ErrorParams) =>
    `没有保存：任务${p.task} 由您的多个单位（${p.units}）负责，请在报送表中选择单位。`,
  'error.report.unknown': '没有找到这份报送，或它不属于您的单位。',
  'error.report.not_withdrawable': '没有撤回：这一版已被撤回或已审核。输入 /progress list 查看现状。',
  'error.report.task_missing': '没有保存：没有看到任务号。请这样输入：/progress 6 80% 达进度 已签约12家',
  'error.report.status_missing':
    '没有保存：请写明进度（超进度、达进度、欠进度、已完成）。例如：/progress 6 80% 达进度 已签约12家',
  'error.report.percent_out_of_range': (p: ErrorParams) =>
    `没有保存：完成比例应为 0 到 100 的整数，您输入的是 ${p.given}。`,
  'error.report.summary_missing': '没有保存：请写明进展情况。例如：/progress 6 80% 达进度 已签约12家',
  'error.report.summary_too_long': (p: ErrorParams) => `没有保存：进展情况 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.report.practice_too_long': (p: ErrorParams) => `没有保存：经验做法 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.report.link_missing': (p: ErrorParams) =>
    `没有保存：佐证链接第 ${p.line} 行「${p.given}」没有一个 http(s) 链接。请每行写一个，标题可写在前面。`,
  'error.report.link_too_long': (p: ErrorParams) =>
    `没有保存：佐证链接第 ${p.line} 行超过 ${p.max} 个字符，请换用较短的链接。`,
  'error.report.title_too_long': (p: ErrorParams) =>
    `没有保存：佐证链接第 ${p.line} 行的标题超过 ${p.max} 字，请精简。`,
  'error.report.too_many_links': (p: ErrorParams) =>
    `没有保存：佐证链接 ${p.count} 个，超过 ${p.max} 个，请合并或删减。`,
  'error.report.too_many_files': (p: ErrorParams) =>
    `没有保存：佐证附件 ${p.count} 个，超过 ${p.max} 个，请取消勾选一些已附文件。`,
  'error.report.file_unreadable': (p: ErrorParams) =>
    `没有保存：读不到附件（${p.reason}）。请重新上传，或改用链接作佐证。`,
  'error.report.draft_empty': '没有保存：表中还没有内容。请先填写，再保存草稿。',
  'error.report.unchanged_words': (p: ErrorParams) =>
    `没有保存：没有看懂「${p.given}」。请输入 /progress 无变化，或带任务号：/progress 无变化 6`,
  'error.report.not_owed': (p: ErrorParams) =>
    `没有保存：任务${p.task}目前不需要报送。如需更正，请输入 /progress ${p.task} 80% 达进度 …`,
  'error.report.nothing_unchanged': '没有保存：没有可以按无变化报送的任务。输入 /progress list 查看未报任务。',
  'error.report.unchanged_moved': '没有保存：预览之后情况已有变化。请重新输入 /progress 无变化，核对后确认。',
  'error.report.period_not_begun': (p: ErrorParams) => `没有保存：${p.period} 尚未开始，不能报送。`,
  'error.report.period_closed': (p: ErrorParams) =>
    `没有保存：${periodName(p)}已由办公室关闭。如需变更，请联系办公室重开（/progress 重开 ${p.period} 原因）。`,
  'error.period.not_understood': (p: ErrorParams) => `没有看懂报送期「${p.given}」。请写成 2024上半年 或 2024H1。`,
  'error.period.other_cadence': (p: ErrorParams) =>
    `没有保存：本方案没有「${periodName(p)}」这一报送期。本期为 ${p.current}，请照此写法。`,
}

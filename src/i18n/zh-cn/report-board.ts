import type { ErrorParams } from '../error-params.ts'

/** 报送情况和报送历史 */
export const reportBoard = {
  'report_board.title': (p: { period: string; filed: number; total: number; due: string; overdue: boolean }) =>
    `${p.period}报送情况：应报 ${p.total} 份，已报 ${p.filed} 份，${p.due}${p.overdue ? '已截止' : '截止'}`,
  'report_board.closed': '本期已关闭。',
  'report_board.none': (p: { period: string }) => `${p.period}没有可显示的任务。`,
  'report_board.column.unit': '单位',
  'report_board.column.filed': '已报/应报',
  'report_board.column.accepted': '采纳',
  'report_board.column.remarks': '迟报、退回、草稿',
  'report_board.late': (p: { count: number }) => `迟报${p.count}`,
  'report_board.returned': (p: { count: number }) => `退回${p.count}`,
  'report_board.drafts': (p: { count: number }) => `草稿${p.count}`,
  'report_board.column.asks': '另向其提出',
  'report_board.column.task': '任务',
  'report_board.column.status': '进度',
  'report_board.column.state': '审核',
  'report_board.column.participants': '配合单位',
  'report_board.asks': (p: { reports: number | null; meetings: number; actions: number; consultations: number }) =>
    [
      ...(p.reports === null ? [] : [`报送${p.reports}`]),
      ...(p.meetings > 0 ? [`会议${p.meetings}`] : []),
      ...(p.actions > 0 ? [`交办${p.actions}`] : []),
      ...(p.consultations > 0 ? [`征求意见${p.consultations}`] : []),
    ].join(' '),
  'report_board.own_asks': (p: { asks: string }) => `本期向贵单位提出的事项：${p.asks}。`,
  'report_board.task': (p: { no: number; title: string; unit: string | null }) =>
    `任务${p.no} ${p.title}${p.unit ? ` · ${p.unit}` : ''}`,
  'report_board.status': (p: { status: string; percent: number | null; late: boolean; version: number }) =>
    `${p.status}${p.percent === null ? '' : ` ${p.percent}%`} · 第${p.version}版${p.late ? ' · 迟报' : ''}`,
  'report_board.paused': '暂停',
  'report_board.draft': '有草稿',
  'report_board.of': (p: { filed: number; total: number }) => `${p.filed}/${p.total}`,
  'report_board.page': (p: { page: number; pages: number; rest: number }) =>
    `第 ${p.page}/${p.pages} 页，后面还有 ${p.rest} 行`,
  'report_state.submitted': '待审核',
  'report_state.accepted': '已采纳',
  'report_state.returned': '已退回',
  'report_state.withdrawn': '已撤回',
  'report_history.title': (p: { no: number; title: string; count: number }) =>
    `任务${p.no} ${p.title}：报送历史 ${p.count} 版`,
  'report_history.none': (p: { no: number; title: string }) => `任务${p.no} ${p.title}：尚无报送`,
  'report_history.period': (p: { period: string; unit: string; role: string | null }) =>
    `${p.period} · ${p.unit}${p.role ? `（${p.role}）` : ''}`,
  'report_history.line': (p: {
    version: number
    status: string
    percent: number | null
    state: string
    late: boolean
    unchanged: boolean
  }) =>
    `第${p.version}版 · ${p.status}${p.percent === null ? '' : ` ${p.percent}%`} · ${p.state}${p.late ? ' · 迟报' : ''}${p.unchanged ? ' · 无变化' : ''}`,
  'report_history.reported': (p: { at: string }) => `${p.at} 报送人 `,
  'report_history.accepted': (p: { at: string }) => `${p.at} 采纳 `,
  'report_history.returned': (p: { at: string }) => `${p.at} 退回 `,
  'report_history.reason': (p: { reason: string }) => `：「${p.reason}」`,
  'report_history.text': (p: { text: string }) => `「${p.text}」`,
  'report_history.practice': (p: { text: string }) => `经验做法：「${p.text}」`,
  'report_history.evidence': '佐证：',
  'report_history.file': (p: { title: string }) => `${p.title}（附件）`,
  'report_history.page': (p: { page: number; pages: number; rest: number }) =>
    `第 ${p.page}/${p.pages} 页，后面还有 ${p.rest} 版`,
  'error.report.not_your_task': (p: ErrorParams) =>
    `任务${p.task} 不由您的单位负责，不能查看。您可查看的任务：${p.numbers || '无'}。`,
  'error.report.history_task': (p: ErrorParams) => `没有看懂「${p.given}」。请写明任务号，例如：/progress 历史 6`,
}

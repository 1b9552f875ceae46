import type { ErrorParams } from '../error-params.ts'
import { fullMoment } from './dates.ts'

/** 会中：会议进程、点名 */
export const board = {
  'board.help': [
    '/meeting run — 打开会议进程：从会前 2 小时起可开始最近一次会议，中断后再输入即回到原处',
    '/meeting run 3 — 打开第 3 次联席会议的会议进程',
    '/meeting next 3 — 进入下一项；/meeting take 3 #7 — 讨论 #7',
    '/meeting outcome 3 #7 — 打开表单记录 #7 的结果',
    '/meeting outcome 3 #7 议定 统一验收标准；交办：市交通运输局（配合：武汉海关）完成验收 10个工作日 标准：出具验收单',
    '　　结果为议定、延期、提请或撤销；每件交办事项另起「交办：」，先写承办单位，最后写期限，再写「标准：」（可不写）',
    '/meeting outcome 3 #7 改 延期 材料不齐 — 更改已记录的结果（纪要签发前）',
    '/meeting attend 3 市商务局、武汉海关 — 点名：写明到会的单位',
    '/meeting end 3 — 结束会议：未记录结果的议题自动延期，并生成会议纪要草稿',
  ].join('\n'),
  'board.view_title': (p: { no: number }) => `第${p.no}次联席会议`,
  'board.facts': (p: { day: string; from: string; to: string; place: string; now: string }) =>
    `${p.day}${p.from}–${p.to}${p.place ? ` · ${p.place}` : ''} · 截至 ${p.now}`,
  'board.current': (p: { place: number; no: number; title: string }) => `正在讨论：第${p.place}项 #${p.no} ${p.title}`,
  'board.opening': '正在听取：上次议定事项落实',
  'board.opening_counts': (p: { verified: number; running: number; overdue: number }) =>
    `已核实 ${p.verified} 项，办理中 ${p.running} 项，逾期 ${p.overdue} 项`,
  'board.overdue_line': (p: { no: number; text: string; owner: string; day: string }) =>
    `逾期：交办${p.no} ${p.text} · ${p.owner} · 应于${p.day}办结`,
  'board.none_current': '没有正在讨论的议题',
  'board.all_settled': '各项议题均已有结果，可以结束会议',
  'board.times': (p: { planned: string; started: string; elapsed: number; left: number }) =>
    `${p.planned ? `原定 ${p.planned} · ` : ''}${p.started} 开始 · 已用 ${p.elapsed} 分钟 · ${p.left >= 0 ? `还剩 ${p.left} 分钟` : `🟡 已超时 ${-p.left} 分钟`}`,
  'board.units': (p: { units: string }) => `需到会：${p.units}`,
  'board.absent': (p: { units: string }) => `🟡 未到会：${p.units}`,
  'board.outcome_stands': (p: { outcome: string }) => `已有结果：${p.outcome}`,
  'board.record': '记录结果',
  'board.record_again': '更改结果',
  'board.next': '下一项',
  'board.next_up': (p: { no: number; title: string; at: string }) => `下一项：${p.at} #${p.no} ${p.title}`,
  'board.coming': '接下来',
  'board.coming_line': (p: {
    place: number
    no: number
    title: string
    at: string
    planned: string
    shift: number
    minutes: number
    units: string
  }) =>
    `预计 ${p.at} 第${p.place}项 #${p.no} ${p.title} · ${p.minutes} 分钟${p.shift === 0 ? '' : ` · 原定 ${p.planned}，${p.shift > 0 ? `推迟 ${p.shift}` : `提前 ${-p.shift}`} 分钟`}${p.units ? ` · ${p.units}` : ''}`,
  'board.take': '讨论此项',
  'board.done': (p: { count: number; total: number }) => `已有结果 ${p.count} 项，共 ${p.total} 项`,
  'board.done_line': (p: {
    place: number
    no: number
    title: string
    outcome: string
    actions: number
    text: string
  }) =>
    `第${p.place}项 #${p.no} ${p.title} · ${p.outcome}${p.actions > 0 ? ` · 交办 ${p.actions} 件` : ''}${p.text ? `：${p.text}` : ''}`,
  'board.gone': '会外已处理，不必讨论',
  'board.more': (p: { count: number }) => `另有 ${p.count} 项未显示，可用「下一项」或 /meeting take 逐项进入。`,
  'board.end_expected': (p: { at: string; shift: number }) =>
    `预计 ${p.at} 结束${p.shift === 0 ? '' : `，比原定${p.shift > 0 ? `推迟 ${p.shift}` : `提前 ${-p.shift}`} 分钟`}`,
  'board.attendance': (p: { present: number; total: number }) =>
    p.total === 0 ? '点名' : `点名（到会 ${p.present}/${p.total}）`,
  'board.refresh': '刷新',
  'board.end': '结束会议',
  'board.end_confirm': (p: { open: string; count: number }) =>
    p.count === 0
      ? '各项议题均已有结果。结束后生成会议纪要草稿。'
      : `${p.count} 项尚无结果：${p.open}。结束后自动延期，已延两次的提请领导小组。`,
  'board.attendance_title': '点名',
  'board.attendance_present': '到会单位',
  'board.attendance_hint': '未选的单位记为未到会；未受邀而到会的单位也可选。',
  'board.attendance_marked': (p: { present: number; absent: string }) =>
    `已点名：到会 ${p.present} 个单位${p.absent ? `，未到会：${p.absent}` : ''}`,
  'board.ended': (p: {
    no: number
    decided: number
    actions: number
    carried: number
    escalated: number
    withdrawn: number
  }) =>
    `第${p.no}次联席会议已结束：${[
      `议定 ${p.decided} 项、交办 ${p.actions} 件`,
      ...(p.carried > 0 ? [`延期 ${p.carried} 项`] : []),
      ...(p.escalated > 0 ? [`提请领导小组 ${p.escalated} 项`] : []),
      ...(p.withdrawn > 0 ? [`撤销 ${p.withdrawn} 项`] : []),
    ].join('，')}`,
  'board.carried_line': (p: { no: number; title: string; carried: number; escalated: boolean }) =>
    `#${p.no} ${p.title}：未形成结果，转入下次会议（已延 ${p.carried} 次${p.escalated ? '，已提请领导小组' : ''}）`,
  'board.carried_more': (p: { count: number }) => `另有 ${p.count} 项同样转入下次会议。`,
  'board.minutes_coming': '会议纪要草稿随后以私信发给您，核对后送签。',
  'item_call.soon': (p: { time: string; item: number; no: number; title: string; units: string }) =>
    `约 ${p.time} 讨论第${p.item}项 #${p.no} ${p.title}：请${p.units}准备`,
  'item_call.now': (p: { item: number; no: number; title: string; units: string }) =>
    `现在讨论第${p.item}项 #${p.no} ${p.title}：请${p.units}到会`,
  'item_call.place': (p: { no: number; place: string }) => `第${p.no}次联席会议${p.place ? ` · 地点：${p.place}` : ''}`,
  'error.board.none_near':
    '现在没有可以开始的会议：会前 2 小时至会后 8 小时内没有已发布议程的会议。要打开其他会议，请写明次数，例如：/meeting run 3',
  'error.board.not_published': (p: ErrorParams) =>
    `没有开始：第${p.no}次联席会议的议程尚未发布或会议已取消。请先输入 /agenda 生成并发布议程。`,
  'error.board.too_early': (p: ErrorParams) =>
    `没有开始：第${p.no}次联席会议定于${fullMoment(p.given)}，会前 2 小时内方可开始。`,
  'error.board.not_running': (p: ErrorParams) =>
    `没有执行：第${p.no}次联席会议没有在进行。输入 /meeting run ${p.no} 开始。`,
  'error.board.held': (p: ErrorParams) =>
    `没有执行：第${p.no}次联席会议已经结束。输入 /meeting minutes ${p.no} 查看纪要；纪要签发前可用 /meeting outcome ${p.no} #编号 改 … 更改结果。`,
  'error.board.signed': (p: ErrorParams) =>
    `没有保存：第${p.no}次联席会议的纪要已经签发，结果不能再改。如需更正，请输入 /meeting amend ${p.no} 更正内容。`,
  'error.board.not_on_agenda': (p: ErrorParams) =>
    `没有执行：#${p.issue} 不在第${p.no}次联席会议的议程上。输入 /meeting run ${p.no} 查看各项。`,
  'error.board.moved_on': '没有执行：另一位召集人刚进入了别的议题。会议进程已更新，请看清后再操作。',
  'error.board.recorded_meanwhile': (p: ErrorParams) =>
    `没有保存：另一位召集人刚记录了 #${p.issue} 的结果${p.text ? `「${p.text}」` : ''}。会议进程已更新；如仍要更改，请点「更改结果」。`,
  'error.board.recorded_before': (p: ErrorParams) =>
    `没有保存：#${p.issue} 已有结果${p.text ? `「${p.text}」` : ''}。如要更改，请在结果前写「改」，例如：#${p.issue} 改 延期`,
  'error.board.words_unknown':
    '看不懂这条命令。例：/meeting outcome 3 #7 议定 统一标准；交办：市交通运输局 完成验收 10个工作日。输入 /meeting help 查看说明。',
  'error.board.nothing_next': (p: ErrorParams) =>
    `没有下一项：第${p.no}次联席会议各项均已有结果。输入 /meeting end ${p.no} 结束会议。`,
}

import type { ErrorParams } from '../error-params.ts'
import { fullMoment } from './dates.ts'

type Facts = { day: string; from: string; to: string; items: number; minutesUsed: number }

/** 联席会议议程 */
export const agenda = {
  'agenda.help': [
    '/agenda — 打开表单：选日期、时间、时长，由未决问题生成联席会议议程草案',
    '/agenda 2024-07-02 15:00 120 — 直接生成（也可写 7月2日 下午3点 2小时；未写的按惯例：周二 15:00、120 分钟）',
    '/agenda 7月2日 15:00 按重要程度 — 按重要程度排列；默认按各单位等候最少排列',
    '/agenda show — 查看最近的议程；内容多时分页：/agenda show 2',
    '/agenda publish — 把您最近的草案发布到联席会议频道',
    '/agenda help — 显示本说明',
  ].join('\n'),
  'agenda.comma': '、',
  'agenda.title': '生成会议议程',
  'agenda.intro': (p: { open: number; day: string; time: string }) =>
    `现有未决问题 ${p.open} 个。按惯例下次联席会议为 ${p.day}${p.time}。草案只发给您，发布前他人看不到。`,
  'agenda.date': '日期',
  'agenda.time': '开始时间',
  'agenda.minutes': '会议时长（分钟）',
  'agenda.minutes_hint': (p: { min: number; max: number }) => `${p.min}–${p.max} 的整数`,
  'agenda.mode': '排列方式',
  'agenda.mode.waiting': '按各单位等候最少',
  'agenda.mode.score': '按重要程度',
  'agenda.draft_button': '生成草案',
  'agenda.draft_title': (p: Facts & { month: number }) =>
    `${p.month}月联席会议草案 · ${p.day}${p.from}–${p.to} · ${p.items} 项，用时 ${p.minutesUsed} 分钟`,
  'agenda.published_title': (p: Facts) =>
    `联席会议议程 · ${p.day}${p.from}–${p.to} · ${p.items} 项，用时 ${p.minutesUsed} 分钟`,
  'agenda.republished_title': (p: Facts) =>
    `联席会议议程有调整 · ${p.day}${p.from}–${p.to} · ${p.items} 项，用时 ${p.minutesUsed} 分钟`,
  'agenda.waiting_line': (p: { waiting: number; byScore: number; proved: boolean }) =>
    `按各单位等候最少排列：合计等候 ${p.waiting} 分钟（按重要程度排列为 ${p.byScore} 分钟）；${p.proved ? '已证最优' : '为已找到的最好结果，未证最优'}`,
  'agenda.score_line': (p: { waiting: number }) => `按重要程度排列：各单位合计等候 ${p.waiting} 分钟`,
  'agenda.item': (p: {
    place: number
    from: string
    to: string
    no: number
    title: string
    minutes: number
    mandatory: boolean
    pinned: string
  }) =>
    `${p.from}–${p.to} 第${p.place}项 #${p.no} ${p.title} · ${p.minutes} 分钟${p.mandatory ? ' · 必议' : ''}${p.pinned}`,
  'agenda.item_score': (p: { score: number; parts: string; taskNo: number | null }) =>
    `${p.score} 分 = ${p.parts}${p.taskNo === null ? '' : ` · 任务${p.taskNo}`}`,
  'agenda.item_units': (p: { units: string }) => `需到会：${p.units}`,
  'agenda.no_units': '无需其他单位到会',
  'agenda.names_more': (p: { names: string; count: number }) => `${p.names}等 ${p.count} 个单位`,
  'agenda.part.severity': (p: { points: number }) => `严重 ${p.points}`,
  'agenda.part.age': (p: { points: number }) => `久拖 ${p.points}`,
  'agenda.part.target': (p: { points: number }) => `指标 ${p.points}`,
  'agenda.part.carried': (p: { points: number }) => `已延 ${p.points}`,
  'agenda.part.units': (p: { points: number }) => `牵涉单位 ${p.points}`,
  'agenda.attendance': (p: { count: number; optional: number }) =>
    `须到会单位 ${p.count} 个${p.optional > 0 ? `，可选 ${p.optional} 个` : ''}`,
  'agenda.attendance_line': (p: {
    unit: string
    from: string
    to: string
    places: string
    minutes: number
    waiting: number
    opening: boolean
    required: boolean
  }) =>
    `${p.unit}${p.required ? '' : '（可选）'}：${p.from}–${p.to}，${[...(p.opening ? ['上次议定事项落实'] : []), ...(p.places ? [`第${p.places}项`] : [])].join('、')}，议事 ${p.minutes} 分钟，等候 ${p.waiting} 分钟`,
  'agenda.left_out': (p: { count: number }) => `未列入 ${p.count} 个`,
  'agenda.left_out_line': (p: { no: number; title: string; score: number; minutes: number; why: string }) =>
    `#${p.no} ${p.title} · ${p.score} 分 · ${p.minutes} 分钟 — ${p.why}`,
  'agenda.why.deferred': '召集人已延期',
  'agenda.why.absent': '所需单位不能到会',
  'agenda.why.too_long': (p: { minutes: number }) => `需 ${p.minutes} 分钟，比整个会议还长`,
  'agenda.why.no_room': (p: { missing: number }) => `差 ${p.missing} 分钟，让出所有可让的议题也排不下`,
  'agenda.why.less_worth': (p: { missing: number }) =>
    p.missing > 0 ? `差 ${p.missing} 分钟，已列议题的价值更高` : '有时间，但不值得为此召集单位',
  'agenda.why.exchange': (p: { missing: number; goes: string; comes: string; loss: number }) =>
    [
      p.missing > 0 ? `差 ${p.missing} 分钟` : '有时间',
      `列入则${p.goes ? `须去 ${p.goes}，` : ''}${p.comes ? `补上 ${p.comes}，` : ''}议程价值${p.loss > 0 ? `少 ${p.loss}` : '不增'}`,
    ].join('；'),
  'agenda.left_out_more': (p: { count: number }) => `另有 ${p.count} 个分值更低的未列入，输入 /issue list 查看。`,
  'agenda.rest': (p: { items: number; units: number; leftOut: number; page: number }) =>
    `此处未显示：议题 ${p.items} 项、到会单位 ${p.units} 个、未列入问题 ${p.leftOut} 个。输入 /agenda show ${p.page} 查看。`,
  'agenda.page': (p: { page: number; pages: number }) => `第 ${p.page} 页，共 ${p.pages} 页`,
  'agenda.weights': (p: {
    severity: string
    targetKept: number
    targetBehind: number
    daysPerPoint: number
    maxAge: number
    carry: number
    maxCarry: number
    furtherUnit: number
    maxUnits: number
  }) =>
    `评分：严重程度一般至紧急 ${p.severity}；久拖每 ${p.daysPerPoint} 天 1（至多 ${p.maxAge}）；涉及指标 ${p.targetKept}，欠进度 ${p.targetBehind}；每延一次 ${p.carry}（至多 ${p.maxCarry}）；每多涉一个单位 ${p.furtherUnit}（至多 ${p.maxUnits}）。`,
  'agenda.choice_not_proved': '选题为已找到的最好结果，未证最优。',
  'agenda.basis': (p: { hash: string }) => `输入校验码 ${p.hash}：同样的问题、权重与时长得出同样的议程。`,
  'agenda.warning.holiday': '请注意：该日不是工作日。',
  'agenda.warning.calendar_unknown': '请注意：该年放假安排尚未公布，工作日暂按周一至周五计。',
  'agenda.warning.no_channel': '尚未设置联席会议频道：发布前请先输入 /plan channel 设置。',
  'agenda.warning.overrun': '必议事项用时已超过会议时长：请延长会议或分两次召开。',
  'agenda.publish': '发布',
  'agenda.publish_confirm': (p: { items: number }) =>
    `发布到联席会议频道并逐一通知到会单位，${p.items} 个问题转为「已列入议程」。发布后仍可调整。`,
  'agenda.by_score': '按重要程度排',
  'agenda.by_waiting': '按等候最少排',
  'agenda.receipt': (p: Facts) =>
    `已发布：${p.day}${p.from}–${p.to} 联席会议议程，${p.items} 项，用时 ${p.minutesUsed} 分钟`,
  'agenda.receipt_channel': '议程正发往频道：',
  'error.agenda.words_unknown': (p: ErrorParams) =>
    `没有执行：看不懂「${p.given}」。生成草案写日期和时间，例：/agenda 7月2日 15:00 120；调整草案写明编号，例：/agenda 固定首位 7。输入 /agenda help 查看说明。`,
  'error.agenda.no_such_time': (p: ErrorParams) =>
    `没有执行：没有「${p.given}」这个日期或时间。日期和时间写法：7月2日 15:00。`,
  'error.agenda.start_passed': (p: ErrorParams) =>
    `没有执行：${fullMoment(p.given)}已经过去。请选择今后的时间，跨年的日期请写明年份，例：2025-01-07 15:00。`,
  'error.agenda.start_too_far': (p: ErrorParams) =>
    `没有执行：${fullMoment(p.given)}距今超过 ${p.days} 天。请选择较近的日期。`,
  'error.agenda.start_taken': (p: ErrorParams) =>
    `没有生成议程：${fullMoment(p.given)}的联席会议议程已经发布。输入 /agenda show 查看，或另选时间。`,
  'error.agenda.minutes_out_of_range': (p: ErrorParams) =>
    `没有执行：会议时长须为 ${p.min}–${p.max} 分钟的整数，您写的是 ${p.given}。`,
  'error.agenda.no_open_issues': '没有生成议程：目前没有未决问题。各单位可用 /issue 提出需协调的问题。',
  'error.agenda.nothing_fits': (p: ErrorParams) =>
    `没有生成议程：${p.minutes} 分钟内排不下任何一个问题（最短的需 ${p.shortest} 分钟）。请延长会议，例：/agenda 7月2日 15:00 ${p.shortest}。`,
  'error.agenda.no_order': '没有生成议程：没有找到能同时满足所有固定要求的顺序。请放宽其中一项再试。',
  'error.agenda.too_many_items': (p: ErrorParams) =>
    `没有生成议程：必议事项过多，一次会议至多 ${p.max} 项。请先撤回或办结一部分。`,
  'error.agenda.plan_changed': (p: ErrorParams) =>
    `没有生成议程：其间您切换了方案。如仍要为「${p.plan}」生成议程，请切换回来再输入 /agenda。`,
  'error.agenda.none': '还没有议程。召集人输入 /agenda 由未决问题生成草案。',
  'error.agenda.no_page': (p: ErrorParams) => `没有第 ${p.page} 页：这份议程共 ${p.pages} 页。输入 /agenda show 查看。`,
  'error.agenda.unknown': '没有执行：这份草案已被新草案取代。输入 /agenda show 查看最新草案，或输入 /agenda 重新生成。',
  'error.agenda.no_draft': '没有发布：您没有待发布的草案。请先输入 /agenda 生成。',
  'error.agenda.already_published': (p: ErrorParams) =>
    `没有再次发布：${fullMoment(p.given)}的联席会议议程已经发布。输入 /agenda show 查看。`,
  'error.agenda.no_channel': '没有发布，草案已保留：尚未设置联席会议频道。请先输入 /plan channel 设置，再点「发布」。',
  'error.agenda.issues_changed': (p: ErrorParams) =>
    `没有发布：草案生成后 ${p.issues} 有变动（已撤回、已列入其他会议或内容有改）。请输入 /agenda 重新生成草案。`,
}

import type { ErrorParams } from '../error-params.ts'

/** 参会：邀请、答复、名单 */
export const attendance = {
  'attendance.calendar_summary': (p: { no: number; plan: string }) => `第${p.no}次联席会议（${p.plan}）`,
  'attendance.opening_line': (p: { from: string }) => `${p.from} 上次议定事项落实：请说明逾期事项`,
  'attendance.item_line': (p: { place: number; no: number; title: string; from: string; to: string; ask: string }) =>
    `${p.from}–${p.to} 第${p.place}项 #${p.no} ${p.title} — ${p.ask}`,
  'attendance.ask.raised': '请介绍情况和诉求（提出）',
  'attendance.ask.lead': '请说明办理意见（牵头）',
  'attendance.ask.help': '请准备配合意见（配合）',
  'attendance.invited': (p: {
    day: string
    no: number
    from: string
    to: string
    places: string
    required: boolean
    changed: boolean
  }) =>
    `${p.changed ? '时间有调整 · ' : ''}${p.day}第${p.no}次联席会议：贵单位 ${p.from}–${p.to} ${p.required ? '' : '可选择'}参加${p.places ? `第 ${p.places} 项` : '上次议定事项落实'}`,
  'attendance.invited_units': (p: { units: string; place: string }) =>
    `${p.units}${p.place ? ` · 地点：${p.place}` : ''}`,
  'attendance.calendar_attached': '附日历邀请；时间如有调整，导入新发的一份即可更新。',
  'attendance.answered': (p: { reply: string }) => `已答复：${p.reply}。如有变化，可再次答复。`,
  'attendance.attend': '参加',
  'attendance.deputy': '委派他人',
  'attendance.cannot': '不能参加',
  'attendance.disinvited_cancelled': (p: { day: string; time: string; no: number }) =>
    `已取消：${p.day}${p.time} 第${p.no}次联席会议`,
  'attendance.disinvited_not_needed': (p: { day: string; time: string; no: number }) =>
    `${p.day}${p.time} 第${p.no}次联席会议议程有调整，贵单位不必到会`,
  'attendance.reason': (p: { reason: string }) => `原因：${p.reason}`,
  'attendance.calendar_removed': '附日历取消通知。',
  'attendance.roster_title': (p: { day: string; time: string; no: number; answered: number; required: number }) =>
    `${p.day}${p.time} 第${p.no}次联席会议名单：应到 ${p.required} 个单位，已答复 ${p.answered} 个`,
  'attendance.roster_line': (p: {
    unit: string
    reply: string
    items: string
    required: boolean
    remark: string
    window: string
  }) =>
    `${p.unit}${p.required ? '' : '（可选）'} · ${p.reply}${p.window ? `（${p.window}）` : ''}${p.items ? ` · ${p.items}` : ''}${p.remark ? ` · 「${p.remark}」` : ''}`,
  'attendance.reply.none': '⚪ 未答复',
  'attendance.reply.attend': '🟢 参加',
  'attendance.reply.deputy': (p: { deputy: string }) => `🟢 委派${p.deputy ? ` ${p.deputy}` : ''}`,
  'attendance.reply.cannot': '🟡 不能参加',
  'attendance.reply.partly': '🟡 部分时间参加',
  'attendance.attended.yes': '已到会',
  'attendance.attended.no': '未到会',
  'attendance.window': (p: { from: string; to: string }) =>
    p.from && p.to ? `${p.from}–${p.to}` : p.from ? `${p.from} 以后` : `${p.to} 以前`,
  'attendance.resolve': '按答复重排议程',
  'attendance.resolve_note': (p: { units: string }) =>
    `${p.units}不能按时到会，涉及的议题受影响；可按答复重排，草案只有您看到。`,
  'attendance.deputy_title': '委派他人参加',
  'attendance.deputy_name': '由谁参加',
  'attendance.cannot_title': '不能按时参加',
  'attendance.cannot_kind': '情况',
  'attendance.kind.cannot': '不能参加',
  'attendance.kind.from': '只能在某时以后参加',
  'attendance.kind.until': '只能在某时以前参加',
  'attendance.time': '时间',
  'attendance.time_hint': (p: { from: string; to: string }) => `会议 ${p.from}–${p.to}；选「不能参加」时不必填写。`,
  'attendance.remark': '说明',
  'attendance.form_meeting': (p: { day: string; time: string; no: number }) => `${p.day}${p.time} 第${p.no}次联席会议`,
  'attendance.time_missing': '请选择时间。',
  'attendance.replied': (p: { day: string; no: number; units: string; reply: string }) =>
    `已答复：${p.day}第${p.no}次联席会议 · ${p.units} · ${p.reply}`,
  'attendance.replied_note': '会前可再次答复，以最后一次为准。召集人可在名单中看到。',
  'error.attendance.unknown': '没有保存：没有这次会议，或贵单位不在名单中。输入 /meeting 查看近期会议。',
  'error.attendance.closed': (p: ErrorParams) => `没有保存：第${p.no}次联席会议已开始或已取消，不再接受答复。`,
  'error.attendance.words_unknown': (p: ErrorParams) =>
    `没有保存：请写明答复。例如：/meeting rsvp ${p.no} 参加；/meeting rsvp ${p.no} 委派 张三；/meeting rsvp ${p.no} 不能参加 原因；/meeting rsvp ${p.no} 15:30 以后`,
  'error.attendance.deputy_missing': '没有保存：请写明委派何人参加。例如：/meeting rsvp 3 委派 张三',
  'error.attendance.too_long': (p: ErrorParams) => `没有保存：${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.attendance.time_outside': (p: ErrorParams) => `没有保存：${p.given} 不在会议时间 ${p.from}–${p.to} 之内。`,
}

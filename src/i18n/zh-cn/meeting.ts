import { DateTime } from 'luxon'
import type { ErrorParams } from '../error-params.ts'
import { weekdayOf } from './dates.ts'

const every: Readonly<Record<number, string>> = { 1: '每月', 2: '每两个月', 3: '每季度', 6: '每半年', 12: '每年' }
const ordinals: Readonly<Record<string, string>> = {
  '1': '第一个',
  '2': '第二个',
  '3': '第三个',
  '4': '第四个',
  last: '最后一个',
}
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** The month of a period in words; empty where it goes without saying. */
function monthOf(everyMonths: number, month: number): string {
  if (everyMonths === 12) return `${month}月`
  if (everyMonths === 2) return month === 1 ? '（单月）' : '（双月）'
  return everyMonths === 3 && month === 3 ? '末月' : month === 1 ? '首月' : `第${month}个月`
}

/** 例会与会议 */
export const meeting = {
  'meeting.help': [
    '/meeting — 近期会议和例会',
    '/meeting series 每月第二个周四 15:00 120分钟 地点：市政府3号会议室 — 设立例会；遇节假日顺延到下一个工作日。「每季度第三个周二」指季度首月，「每季度最后一个周二」指末月，也可写「每季度第2个月第三个周二」',
    '　可加：频道：#频道 召集人：@某人 征集：10 草案：3 提醒：1（会前几个工作日，0 为不发）',
    '/meeting new 2024-07-11 15:00 120 地点：… — 安排一次会议',
    '/meeting move 3 2024-07-12 15:00 — 第3次会议改期（也可改时长、地点）',
    '/meeting cancel 3 原因 — 取消第3次会议',
    '/meeting calendar 3 — 把第3次会议的日历文件发给我',
    '/meeting rsvp 3 参加 — 答复参会；也可写：委派 张三、不能参加 原因、15:30 以后。/meeting roster 3 — 参会名单（召集人）',
    '/meeting set 1 提醒：2 — 更改例会1的设置；/meeting stop 1 原因 — 停止例会1',
    '也可用：例会、新建、改期、取消、日历、答复、名单、设置、停止。',
  ].join('\n'),
  'meeting.rule': (p: {
    everyMonths: number
    month: number
    usual: boolean
    ordinal: string
    weekday: number
    time: string
  }) =>
    `${every[p.everyMonths]}${p.everyMonths === 1 || p.usual ? '' : monthOf(p.everyMonths, p.month)}${ordinals[p.ordinal]}${weekdays[p.weekday - 1]} ${p.time}`,
  'meeting.every_option': (p: { everyMonths: number; month: number }) =>
    `${every[p.everyMonths]}${p.everyMonths === 1 ? '' : monthOf(p.everyMonths, p.month)}`,
  'meeting.ordinal_option': (p: { ordinal: string }) => ordinals[p.ordinal] ?? '',
  'meeting.weekday_option': (p: { weekday: number }) => weekdays[p.weekday - 1] ?? '',
  'meeting.day': (p: { day: string }) => {
    const day = DateTime.fromISO(p.day)
    return `${day.toFormat('yyyy年M月d日')}（${weekdayOf(day)}）`
  },
  'meeting.list_title': (p: { count: number; plan: string }) => `近期会议 ${p.count} 次 · ${p.plan}`,
  'meeting.list_none': (p: { plan: string }) => `近期没有安排会议 · ${p.plan}`,
  'meeting.line': (p: { no: number; day: string; from: string; to: string; place: string; state: string }) =>
    `第${p.no}次 · ${p.day}${p.from}–${p.to}${p.place ? ` · ${p.place}` : ''} · ${p.state}`,
  'meeting.items': (p: { items: number }) => `议程 ${p.items} 项`,
  'meeting.drafted': '有未发布的草案',
  'meeting_state.draft': '仅有草案',
  'meeting_state.planned': '已安排',
  'meeting_state.published': '议程已发布',
  'meeting_state.running': '正在召开',
  'meeting_state.held': '已召开',
  'meeting_state.cancelled': '已取消',
  'meeting.warning.holiday': '这一天不是工作日',
  'meeting.warning.calendar_unknown': '该年放假安排尚未公布，暂按周一至周五为工作日',
  'meeting.no_channel':
    '尚未设定会议频道，征集议题和改期通知无处发布。请用 /plan channel 设定，或在会议设置中指定频道。',
  'meeting.list_more': (p: { count: number }) => `另有 ${p.count} 次，时间更晚。`,
  'meeting.held_head': '已召开',
  'meeting.more.minutes': '纪要',
  'meeting.series_head': '例会',
  'meeting.series_line': (p: { no: number; rule: string; minutes: number; place: string }) =>
    `例会${p.no} · ${p.rule} · ${p.minutes} 分钟${p.place ? ` · ${p.place}` : ''}`,
  'meeting.lead_line': (p: { call: number; draft: number; reminder: number }) =>
    [
      p.call ? `会前 ${p.call} 个工作日征集议题` : '不征集议题',
      p.draft ? `${p.draft} 个工作日前发草案给召集人` : '不自动拟草案',
      p.reminder ? `${p.reminder} 个工作日前提醒参会人` : '不提醒参会人',
    ].join('；'),
  'meeting.convener_word': '召集人：',
  'meeting.channel_word': '频道：',
  'meeting.new': '安排会议',
  'meeting.new_series': '设立例会',
  'meeting.more.move': '改期',
  'meeting.more.cancel': '取消',
  'meeting.more.calendar': '日历文件',
  'meeting.more.roster': '参会名单',
  'meeting.more.run': '会议进程',
  'meeting.more.set': '更改设置',
  'meeting.more.stop': '停止',
  'meeting.planned': (p: { no: number; day: string; from: string; to: string }) =>
    `已安排第${p.no}次联席会议：${p.day}${p.from}–${p.to}`,
  'meeting.moved': (p: { no: number; day: string; from: string; to: string }) =>
    `已更改第${p.no}次联席会议：${p.day}${p.from}–${p.to}`,
  'meeting.moved_before': (p: { day: string; from: string; to: string; place: string }) =>
    `原为 ${p.day}${p.from}–${p.to}${p.place ? ` · ${p.place}` : ''}`,
  'meeting.cancelled': (p: { no: number; day: string }) => `已取消第${p.no}次联席会议：${p.day}`,
  'meeting.reopened': (p: { issues: string }) => `议题 ${p.issues} 恢复为未决，可列入下次会议。`,
  'meeting.told': '会议如已在频道通知，频道和受邀单位将收到变更通知和新的日历文件。',
  'meeting.calendar_sent': (p: { no: number }) => `第${p.no}次联席会议的日历文件将以私信发给您。`,
  'meeting.kept': (p: { no: number }) => `保留第${p.no}次联席会议。会前如有问题提出，次日再拟草案发给您。`,
  'meeting.series_created': (p: { no: number; rule: string }) => `已设立例会${p.no}：${p.rule}`,
  'meeting.series_changed': (p: { no: number; rule: string }) => `已更改例会${p.no}：${p.rule}`,
  'meeting.series_ended': (p: { no: number; count: number }) => `已停止例会${p.no}，取消其后的会议 ${p.count} 次`,
  'meeting.series_dates': (p: { days: string }) => `已安排：${p.days}`,
  'meeting.series_follow': (p: { meetings: string }) => `随之更改：${p.meetings}`,
  'meeting.series_standing': (p: { meetings: string }) =>
    `${p.meetings}议程已发布，保持不变；如需更改，请单独改期或取消。`,
  'meeting.nth': (p: { no: number }) => `第${p.no}次`,
  'meeting.channel_invite': '联络员尚未加入所选频道，请在该频道中邀请，否则通知发不出去。',
  'meeting.field_every': '多久一次',
  'meeting.field_ordinal': '第几个',
  'meeting.field_weekday': '星期',
  'meeting.field_date': '日期',
  'meeting.field_time': '时间',
  'meeting.field_minutes': '时长（分钟）',
  'meeting.field_place': '地点或链接',
  'meeting.field_channel': '频道（不选则用方案的会议频道）',
  'meeting.field_convener': '召集人',
  'meeting.field_call': '会前几个工作日征集议题',
  'meeting.field_draft': '会前几个工作日发草案给召集人',
  'meeting.field_reminder': '会前几个工作日提醒参会人',
  'meeting.days_hint': (p: { max: number }) => `0 至 ${p.max}，0 为不发。`,
  'meeting.field_reason': '原因',
  'meeting.series_intro': '遇节假日顺延到下一个工作日，调休上班日照常。今后 100 天的会议（至少两次）自动列入。',
  'meeting.move_title': '改期',
  'meeting.cancel_title': '取消会议',
  'meeting.end_title': '停止例会',
  'meeting.end_intro': (p: { no: number; rule: string }) =>
    `例会${p.no}：${p.rule}。停止后不再安排新的会议；已安排而议程未发布的一并取消。`,
  'meeting.do_cancel': '取消会议',
  'meeting.do_end': '停止例会',
  'meeting.settings_title': '例会设置',
  'meeting.call_title': (p: { no: number; day: string; time: string }) =>
    `征集议题：第${p.no}次联席会议，${p.day}${p.time}`,
  'meeting.call_more': (p: { deadline: string; place: string }) =>
    `需要会议协调的问题，请于 ${p.deadline}前提出。${p.place ? `地点：${p.place}。` : ''}`,
  'meeting.call_raise': '提出议题',
  'meeting.calendar_note': '附日历文件；时间如有变化，导入新发的一份即可更新。',
  'meeting.moved_post': (p: { no: number; day: string; from: string; to: string }) =>
    `会议调整：第${p.no}次联席会议 ${p.day}${p.from}–${p.to}`,
  'meeting.place_line': (p: { place: string }) => `地点：${p.place}`,
  'meeting.cancelled_post': (p: { no: number; day: string; time: string }) =>
    `会议取消：第${p.no}次联席会议 ${p.day}${p.time}`,
  'meeting.reason_line': (p: { reason: string }) => `原因：${p.reason}`,
  'meeting.calendar_title': (p: { no: number; day: string; time: string }) =>
    `${p.day}${p.time} 第${p.no}次联席会议的日历文件`,
  'meeting.nothing_title': (p: { no: number; day: string; time: string }) =>
    `${p.day}${p.time} 第${p.no}次联席会议尚无议程草案`,
  'meeting.nothing_more': '会议仍保留：会前如有问题提出，次日再拟草案。',
  'meeting.keep': '保留会议',
  'error.meeting.unknown': (p: ErrorParams) => `没有执行：没有第${p.no}次联席会议。输入 /meeting 查看近期会议。`,
  'error.meeting.number_missing':
    '没有执行：请写明第几次会议（或例会几），例如：/meeting calendar 3。输入 /meeting 查看各次会议。',
  'error.meeting.words_unknown': (p: ErrorParams) =>
    `没有执行：看不懂「${p.given}」。输入 /meeting help 查看用法；日期和时间写如 7月11日 15:00。`,
  'error.meeting.already_running': (p: ErrorParams) => `没有更改：第${p.no}次会议正在召开。`,
  'error.meeting.already_held': (p: ErrorParams) => `没有更改：第${p.no}次会议已经召开。`,
  'error.meeting.already_cancelled': (p: ErrorParams) => `没有更改：第${p.no}次会议已经取消。`,
  'error.meeting.day_missing': '没有保存：请写明日期，例如：/meeting new 2024-07-11 15:00 120',
  'error.meeting.start_taken': (p: ErrorParams) =>
    `没有保存：这一时间已有第${p.no}次会议。请另选时间，或先改期、取消那次。`,
  'error.meeting.unchanged': (p: ErrorParams) => `没有更改：第${p.no}次会议本来就是这一时间和地点。`,
  'error.meeting.too_short': (p: ErrorParams) =>
    `没有更改：第${p.no}次会议已发布的议程用时 ${p.used} 分钟，超过 ${p.minutes} 分钟。请先用 /agenda 减少议题并重新发布。`,
  'error.meeting.changed_meanwhile': (p: ErrorParams) =>
    `没有更改：您填写期间，第${p.no}次会议的时间或地点已经变更。输入 /meeting 查看后再试。`,
  'error.series.changed_meanwhile': (p: ErrorParams) =>
    `没有更改：您填写期间，例会${p.no} 的同一项设置已被他人修改。请重新打开表单再改。`,
  'error.meeting.move_settings': '没有更改：改期只能改日期、时间、时长和地点。例会的其他设置请用 /meeting set 1 …',
  'error.meeting.convener_unknown': '没有保存：召集人须是本方案的召集人或管理员。管理员可用 /plan members 添加。',
  'error.meeting.place_too_long': (p: ErrorParams) => `没有保存：地点 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.meeting.days_out_of_range': (p: ErrorParams) =>
    `没有保存：会前天数应为 0 到 ${p.max} 的整数，您输入的是 ${p.given}。`,
  'error.meeting.days_order': (p: ErrorParams) =>
    `没有保存：征集议题（会前 ${p.call} 个工作日）须早于发草案（会前 ${p.draft} 个工作日）。`,
  'error.meeting.setting_unknown': (p: ErrorParams) =>
    `没有保存：看不懂「${p.given}」。例如：地点：3号会议室 频道：#联席会议 召集人：@召集人 征集：10 草案：3 提醒：1`,
  'error.meeting.reason_missing': '没有取消：请写明原因，例如：/meeting cancel 3 与上级会议冲突',
  'error.meeting.reason_too_long': (p: ErrorParams) => `没有取消：原因 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.series.words_unknown': (p: ErrorParams) =>
    `没有保存：看不懂「${p.given}」。例如：/meeting series 每月第二个周四 15:00 120分钟 地点：市政府3号会议室`,
  'error.series.every_missing':
    '没有保存：请写明多久一次：每月、每两个月、每季度、每半年或每年。例如：每月第二个周四 15:00',
  'error.series.day_missing': '没有保存：请写明第几个星期几（第一个至第四个，或最后一个）。例如：每月第二个周四 15:00',
  'error.series.month_beyond': (p: ErrorParams) => `没有保存：一个周期只有 ${p.months} 个月，没有第 ${p.month} 个月。`,
  'error.series.too_many': (p: ErrorParams) =>
    `没有保存：同时进行的例会最多 ${p.max} 个。请先用 /meeting stop 停止不再需要的。`,
  'error.series.there_already': (p: ErrorParams) =>
    `没有保存：例会${p.no} 就是这一时间。如需更改设置，请用 /meeting set ${p.no} …`,
  'error.series.unknown': (p: ErrorParams) => `没有执行：没有例会${p.no}。输入 /meeting 查看。`,
  'error.series.ended': (p: ErrorParams) => `没有执行：例会${p.no} 已经停止。`,
  'error.series.unchanged': (p: ErrorParams) => `没有更改：例会${p.no} 的设置本来就是这样。`,
}

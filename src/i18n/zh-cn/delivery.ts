import { DateTime } from 'luxon'
import type { RefusalCause } from '../../domain/delivery/refusal.ts'
import type { ErrorParams } from '../error-params.ts'

const kinds: Record<string, string> = {
  'slip.published': '红色督办单',
  'slip.red': '红色督办单',
  'agenda.published': '会议议程',
  'agenda.draft': '议程草案',
  'agenda.nothing': '议程草案',
  'minutes.draft': '会议纪要',
  'minutes.to_sign': '会议纪要',
  'minutes.signed': '会议纪要',
  'consultation.asked': '会商',
  'consultation.agreed': '会商',
  'issue.settled': '会商',
  'digest.approval': '情况通报送批',
  'delivery.trouble': '送达提醒',
  digest: '情况通报',
  brief: '每日汇总',
  removal: '撤回消息',
}

const causes: Record<RefusalCause, { why: string; cure: string }> = {
  not_in_channel: { why: '联络员不在该频道', cure: '请在该频道输入 /invite @联络员' },
  channel_gone: {
    why: '频道不存在，或是联络员不在其中的私有频道',
    cure: '请在该频道输入 /invite @联络员；频道已删除的，用 /plan channel 改设',
  },
  archived: { why: '频道已归档', cure: '请取消归档，或用 /plan channel 改设频道' },
  person_gone: {
    why: '此人已离开工作区，或不能接收机器人消息',
    cure: '请用 /plan members 移除此人，并为该单位指定新的联络员',
  },
  closed: {
    why: 'Slack 的设置不允许联络员在此发言',
    cure: '请工作区管理员放开该频道的发言限制，或应用的“消息”标签页',
  },
  scope: { why: '联络员缺少权限', cure: '请管理员按 manifest.yml 更新应用权限，并重新安装' },
  token: { why: 'Slack 不再接受联络员的令牌', cure: '请管理员重新安装应用，或更换 SLACK_BOT_TOKEN' },
  limited: { why: 'Slack 要求稍候', cure: '无需处理，会自动再发' },
  unanswered: { why: 'Slack 没有答复', cure: '请检查网络；恢复后会自动再发，或点「重新投递」' },
  content: { why: 'Slack 不接受这条消息的内容', cure: '请告知系统维护人员，并用其他方式通知' },
  other: { why: 'Slack 没有接收', cure: '请点「重新投递」；仍不成功的，请告知系统维护人员' },
}

const jobs: Record<string, string> = {
  'meeting-upkeep': '例会安排与会前提醒',
  'daily-brief': '每日汇总',
  'home-day': '应用主页更新',
}

const age = (minutes: number) => {
  if (minutes < 60) return `${minutes} 分钟`
  return minutes < 2880 ? `${Math.floor(minutes / 60)} 小时` : `${Math.floor(minutes / 1440)} 天`
}

/** 投递 */
export const delivery = {
  'delivery.kind': (p: { kind: string }) => kinds[p.kind] ?? (p.kind.startsWith('meeting.') ? '会议通知' : '消息'),
  'delivery.why': (p: { cause: RefusalCause }) => causes[p.cause].why,
  'delivery.cure': (p: { cause: RefusalCause }) => causes[p.cause].cure,
  'delivery.moment': (p: { at: string }) => DateTime.fromISO(p.at).toFormat('M月d日 HH:mm'),
  'delivery.workspace': '整个工作区',
  'delivery.trouble': (p: { cause: RefusalCause }) => `有消息送不到，请处理：${causes[p.cause].why}`,
  'delivery.trouble.place': (p: { cause: RefusalCause; since: string }) =>
    `：${causes[p.cause].why}（自 ${p.since} 起）。${causes[p.cause].cure}。`,
  'delivery.trouble.waits': '消息已保留，恢复后自动补发。',
  'delivery.trouble.dead': '发给此处的消息已停发并保留，可在 /plan health 中重新投递。',
  'delivery.trouble.plan': (p: { plan: string }) => `${p.plan} · 每处只提醒一次；/plan health 查看全部`,
  'health.title': (p: { waiting: number; dead: number; troubled: number; late: number }) => {
    const parts = [
      ...(p.dead ? [`${p.dead} 条未能送达`] : []),
      ...(p.troubled ? [`${p.troubled} 处送不到`] : []),
      ...(p.waiting ? [`${p.waiting} 条待发`] : []),
      ...(p.late ? [`${p.late} 项日程推迟`] : []),
    ]
    return parts.length === 0 ? '运行状态：一切正常，没有积压' : `运行状态：${parts.join('，')}`
  },
  'health.plan': (p: { plan: string; at: string }) => `${p.plan} · ${p.at}`,
  'health.waiting': (p: { count: number; minutes: number }) => `待发 ${p.count} 条，最早一条已等 ${age(p.minutes)}。`,
  'health.troubled': '送不到的地方',
  'health.troubled.waiting': (p: { count: number }) => (p.count === 0 ? '' : `${p.count} 条等待。`),
  'health.dead': (p: { count: number; listed: number }) =>
    p.listed < p.count ? `未能送达 ${p.count} 条（以下为最早 ${p.listed} 条）` : `未能送达 ${p.count} 条`,
  'health.dead.line': (p: { kind: string; cause: RefusalCause; since: string }) =>
    ` · ${p.kind} · ${p.since}：${causes[p.cause].why}。${causes[p.cause].cure}。`,
  'health.dead.refusal': (p: { refusal: string }) => `Slack：${p.refusal}`,
  'health.late': '推迟的日程',
  'health.late.line': (p: { job: string; due: string; minutes: number }) =>
    `${jobs[p.job] ?? p.job}：应于 ${p.due} 运行，已推迟 ${age(p.minutes)}`,
  'health.resend': '重新投递',
  'health.dismiss': '不再投递',
  'health.dismiss_confirm': '这条消息将不再发送，也不能恢复。',
  'health.resend_all': '全部重新投递',
  'health.page': (p: { page: number; pages: number }) => `第 ${p.page} 页，共 ${p.pages} 页`,
  'health.turn': '翻页',
  'health.resent': '已重新投递：先查 Slack 中是否已有，没有才发。',
  'health.dismissed': '这条消息不再投递。',
  'health.resent_all': (p: { revived: number; hurried: number }) =>
    p.revived + p.hurried === 0
      ? '没有需要重新投递的消息。'
      : `${[...(p.revived ? [`已重新投递 ${p.revived} 条`] : []), ...(p.hurried ? [`等待中的 ${p.hurried} 条立即再试`] : [])].join('，')}。先查 Slack 中是否已有，没有才发。`,
  'error.delivery.gone': '没有执行：这条消息已重新投递，或已不再投递。输入 /plan health 查看现状。',
  'digest.take_back': (p: { count: number }): string =>
    p.count === 0 ? '最近 31 天没有发到频道的情况通报' : '撤回哪一份情况通报？',
  'digest.take_back.line': (p: { no: number; cadence: string; at: string }) => `${p.no}. ${p.cadence} · ${p.at} · `,
  'digest.take_back.button': (p: { no: number }) => `撤回第 ${p.no} 份`,
  'digest.take_back.confirm': '频道中的这份情况通报将被删除，其内容由下一期重新通报。',
  'digest.taken_back': (p: { cadence: string; at: string }) => `已撤回 ${p.at} 的${p.cadence}，频道中的消息随即删除`,
  'digest.approval.given': '情况通报已获批准，无需再批准',
  'digest.approved_by': '批准人：',
  'digest.approval.superseded': '无需再批准：已由新的一期代替，或订阅已取消',
  'error.digest.take_back_words':
    '没有撤回：请写第几份，如 /digest 撤回 1；输入 /digest 撤回 查看列表（最新的为第 1 份）。',
  'error.digest.none_to_take_back': '没有撤回：最近 31 天没有发到频道的情况通报。',
  'error.digest.take_back_unknown': (p: ErrorParams) =>
    `没有撤回：没有这一份，或已撤回。现有 ${p.count} 份，输入 /digest 撤回 查看列表。`,
}

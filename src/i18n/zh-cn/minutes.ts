import type { ErrorParams } from '../error-params.ts'

type Which = { no: number; number: number }
type Counts = { decided: number; deferred: number; escalated: number; withdrawn: number; actions: number }

const named = (p: Which) => `第${p.no}次联席会议纪要${p.number > 0 ? `更正（第${p.number}号）` : ''}`

/** 会议纪要 */
export const minutes = {
  'minutes.help': [
    '/meeting minutes 3 — 查看第 3 次联席会议的纪要；召集人据此生成草稿',
    '/meeting submit 3 — 召集人把草稿送签；/meeting sign 3 — 领导小组成员签发纪要或更正',
    '/meeting amend 3 第二项期限应为8月15日 — 召集人起草已签发纪要的更正，编号后由领导小组成员签发',
  ].join('\n'),
  'minutes.named': named,
  'minutes.draft_title': (p: Which) => `${named(p)}草稿已生成，请核对后送签`,
  'minutes.unchanged': (p: Which) => `${named(p)}草稿没有变化，仍以原稿为准。`,
  'minutes.drafted': (p: Which) => `${named(p)}草稿已生成，随后以私信发给您。`,
  'minutes.to_sign_title': (p: Which) => `请签发：${named(p)}`,
  'minutes.signed_title': (p: Which & { by: string; day: string }) => `已签发：${named(p)} · ${p.by} ${p.day}`,
  'minutes.counts': (p: Counts) =>
    [
      `议定 ${p.decided} 项`,
      `交办 ${p.actions} 件`,
      ...(p.deferred > 0 ? [`延期 ${p.deferred} 项`] : []),
      ...(p.escalated > 0 ? [`提请领导小组 ${p.escalated} 项`] : []),
      ...(p.withdrawn > 0 ? [`撤销 ${p.withdrawn} 项`] : []),
    ].join('，'),
  'minutes.meeting': (p: { plan: string; day: string; time: string; place: string }) =>
    `${p.plan} · ${p.day}${p.time}${p.place ? ` · ${p.place}` : ''}`,
  'minutes.attached': '全文见附件。',
  'minutes.own_actions': (p: { units: string; count: number }) => `${p.units}：交办事项 ${p.count} 件`,
  'minutes.action_line': (p: { no: number; text: string; day: string; owner: boolean }) =>
    `交办${p.no} ${p.text} · ${p.day}前 · ${p.owner ? '承办' : '配合'}`,
  'minutes.submit': '送签',
  'minutes.redraft': '重新生成',
  'minutes.sign': '签发',
  'minutes.sign_confirm': (p: Which) => `签发${named(p)}？签发后内容不能更改，只能另发更正，并发送各单位。`,
  'minutes.submitted': (p: Which & { leaders: number }) => `已送签：${named(p)}，发给 ${p.leaders} 位领导小组成员。`,
  'minutes.signed': (p: Which) => `已签发：${named(p)}，正在发送频道和各单位。`,
  'minutes.state_draft': '草稿，未签发',
  'minutes.state_signed': '已签发',
  'minutes.row': (p: Which & { state: string }) => `${named(p)} · ${p.state}`,
  'minutes.file_follows': '文件随后以私信发给您。',
  'minutes.sending': (p: { no: number }) => `第${p.no}次联席会议纪要文件`,
  'error.minutes.number_missing': '请写明第几次会议，例如：/meeting minutes 3',
  'error.minutes.not_held': (p: ErrorParams) =>
    `第${p.no}次联席会议尚未结束，没有纪要。会议结束后（/meeting end ${p.no}）自动生成草稿。`,
  'error.minutes.none': (p: ErrorParams) => `第${p.no}次联席会议的纪要尚未签发，请稍候。`,
  'error.minutes.signed_already': (p: ErrorParams) =>
    `没有执行：第${p.no}次联席会议的纪要已经签发。输入 /meeting minutes ${p.no} 查看；如需更正，由召集人输入 /meeting amend ${p.no} 更正内容。`,
  'error.minutes.not_signed': (p: ErrorParams) =>
    `没有保存：第${p.no}次联席会议的纪要尚未签发，不必更正。请直接更改结果（/meeting outcome ${p.no} #编号 改 …）后重新生成纪要。`,
  'error.minutes.newer_draft': (p: ErrorParams) =>
    `没有执行：您看到的稿件已有新稿。输入 /meeting minutes ${p.no} 查看最新一稿。`,
  'error.minutes.not_submitted': (p: ErrorParams) =>
    `没有签发：第${p.no}次联席会议的这份稿件尚未送签。请召集人核对后送签（/meeting submit ${p.no}）。`,
  'error.minutes.outdated': (p: ErrorParams) =>
    `没有签发：草稿生成后又更改了会议结果。请召集人输入 /meeting minutes ${p.no} 重新生成草稿再送签。`,
  'error.minutes.changed': (p: ErrorParams) =>
    `没有保存：生成草稿期间会议结果有变动。请输入 /meeting minutes ${p.no} 再试一次。`,
  'error.minutes.draft_failed': (p: ErrorParams) =>
    `会议已结束，结果均已保存，但纪要草稿没有生成（${p.reason}）。请输入 /meeting minutes ${p.no} 重新生成。`,
  'error.minutes.no_leader': '没有送签：还没有领导小组成员。请管理员用 /plan members 添加。',
  'error.minutes.text_missing': '没有保存：请写明更正内容，例如：/meeting amend 3 第二项期限应为8月15日',
  'error.minutes.text_too_long': (p: ErrorParams) => `没有保存：更正 ${p.length} 字，超过 ${p.max} 字，请精简。`,
}

import type { ErrorParams } from '../error-params.ts'

const roleNames: Record<string, string> = {
  liaison: '联络员',
  convener: '召集人',
  leader: '领导小组成员',
  admin: '管理员',
}

/** Refusals by authorisation, and failures that no one foresaw. */
export const access = {
  'error.unanswered': '回执未能显示，所提请求可能已经办理。请先查看结果，再决定是否重新提交。',
  'error.unexpected': '没有完成：系统内部出错，未作任何改动。请稍后再试；若再次出现，请告知管理员。',
  'error.unavailable': '没有完成：数据库暂时无法使用，未作任何改动。请过几分钟再试。',
  'error.unsure': '数据库连接中断，所提请求可能已经办理，也可能没有。请先查看结果，再决定是否重新提交。',
  'error.busy': '没有完成：当前请求过多，未作任何改动。请稍后再试。',
  'error.too_late': '表单没有打开：系统响应过慢，已超过 Slack 的时限，未作任何改动。请再操作一次。',
  'error.slack': '没有完成：Slack 繁忙或没有响应，未作任何改动。请稍后再操作一次。',
  'error.changed_by': (p: { refusal: string; who: string; at: string }) => `${p.refusal}（${p.who}，${p.at}）`,
  'error.plan.channels_changed': '没有保存：所选频道刚被他人另行设置。请输入 /plan channel 查看后再改。',
  'request.working': '正在处理，请稍候…',
  'error.plan.none': '本工作区尚未导入实施方案。请由管理员输入 /plan import 导入。',
  'error.plan.gone': '没有执行：这条消息所属的方案已不在本工作区。请直接输入命令，对当前方案操作。',
  'error.plan.choose': (p: ErrorParams) => `本工作区有 ${p.count} 个方案。请先输入 /plan use 选择您要操作的方案。`,
  'error.access.not_a_member': (p: ErrorParams) =>
    `没有执行：您尚未列入「${p.plan}」的人员名单。请管理员用 /plan members 将您加入。`,
  'error.access.role_needed': (p: ErrorParams) =>
    `没有执行：此操作需由${String(p.roles)
      .split('、')
      .map((role) => roleNames[role])
      .join('、')
      .replace(/、(?=[^、]*$)/, '或')}进行。如需权限，请联系管理员（/plan members）。`,
  'error.access.other_workspace': '没有执行：此操作只限安装了联络员的工作区的成员。请联系该工作区的管理员。',
  'error.request.unreadable':
    '没有执行：这个按钮或表单来自另一版本，已无法识别，未作任何改动。请重新输入命令，在新的消息或表单中操作。',
  'error.request.repeated': '这一请求已经处理过了。',
  'error.task.unknown': (p: ErrorParams) => `没有执行：方案中没有任务 ${p.no}。方案中的任务编号：${p.numbers}。`,
  'error.unit.unknown': (p: ErrorParams) =>
    `没有执行：没有名为「${p.name}」的责任单位。输入 /plan units 查看全部单位。`,
}

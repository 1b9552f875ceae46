import { fullDay } from './dates.ts'

/** 问题的全程 */
export const issueLife = {
  'issue_life.title': '经过',
  'issue_life.more': (p: { no: number; part: number }) => `#${p.no} 经过（续 ${p.part}）`,
  'issue_life.line': (p: { day: string; what: string }) => `${fullDay(p.day)} ${p.what}`,
  'issue_life.target': (p: { metric: string; goal: string; current: string | null; standing: string }) =>
    `指标：${p.metric} ${p.goal}${p.current ? `，现值 ${p.current}` : ''} · ${p.standing}`,
  'issue_life.raised_by': '提出人：',
  'issue_life.raised': (p: { unit: string | null }) => `${p.unit ?? ''}提出`,
  'issue_life.required': '领导列为必议',
  'issue_life.consulted': (p: { proposal: string }) => `会商：「${p.proposal}」`,
  'issue_life.consultation': (p: { state: string; agreed: string; objected: string; silent: string }) =>
    [
      `会商${p.state}`,
      p.agreed && `同意：${p.agreed}`,
      p.objected && `有异议：${p.objected}`,
      p.silent && `未答复：${p.silent}`,
    ]
      .filter(Boolean)
      .join('；'),
  'issue_life.consultation.asked': '进行中',
  'issue_life.consultation.agreed': '一致同意',
  'issue_life.consultation.objected': '有异议',
  'issue_life.consultation.settled': '后议定',
  'issue_life.consultation.dropped': '终止',
  'issue_life.objection': (p: { unit: string; remark: string }) => `${p.unit}${p.remark ? `（${p.remark}）` : ''}`,
  'issue_life.scheduled': (p: { meetingNo: number; day: string; position: number }) =>
    `列入第${p.meetingNo}次联席会议（${fullDay(p.day)}）第 ${p.position} 项`,
  'issue_life.outcome.decided': (p: Outcome) => `${where(p)}议定${said(p)}`,
  'issue_life.outcome.deferred': (p: Outcome) =>
    `${where(p)}延期，已延 ${p.carried} 次${p.escalated ? '，提请领导小组' : ''}${said(p)}`,
  'issue_life.outcome.escalated': (p: Outcome) => `${where(p)}提请领导小组${said(p)}`,
  'issue_life.outcome.withdrawn': (p: Outcome) => `${where(p)}撤销${said(p)}`,
  'issue_life.action': (p: { no: number; text: string; owner: string; helpers: string; dueOn: string }) =>
    `交办${p.no}：${p.text}（${p.owner}办理${p.helpers ? `，${p.helpers}配合` : ''}，期限 ${fullDay(p.dueOn)}）`,
  'issue_life.trail.reported': (p: Trail) => `交办${p.no} 报办结${said(p)}`,
  'issue_life.trail.asked': (p: Trail) => `交办${p.no} 申请延至 ${fullDay(p.dueOn ?? '')}${said(p)}`,
  'issue_life.trail.verified': (p: Trail) => `交办${p.no} 已核实`,
  'issue_life.trail.returned': (p: Trail) => `交办${p.no} 退回${said(p)}`,
  'issue_life.trail.extended': (p: Trail) =>
    `交办${p.no} ${p.wasDueOn ? `由 ${fullDay(p.wasDueOn)} ` : ''}延至 ${fullDay(p.dueOn ?? '')}${said(p)}`,
  'issue_life.trail.declined': (p: Trail) => `交办${p.no} 未同意延期${said(p)}`,
  'issue_life.trail.cancelled': (p: Trail) => `交办${p.no} 撤销${said(p)}`,
  'issue_life.closed': '问题办结',
  'issue_life.reopened': '交办事项全部撤销，没有一项核实，问题重新列为未决',
  'issue_life.withdrawn': '问题撤销',
}

type Outcome = { meetingNo: number | null; text: string; carried: number; escalated: boolean }
type Trail = { no: number; text: string; dueOn: string | null; wasDueOn: string | null }

const where = ({ meetingNo }: Outcome) => (meetingNo === null ? '会外' : `第${meetingNo}次联席会议`)
const said = ({ text }: { text: string }) => (text === '' ? '' : `：「${text}」`)

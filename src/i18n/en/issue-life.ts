import type { issueLife as chinese } from '../zh-cn/issue-life.ts'
import { fullDay } from './dates.ts'

/** The whole life of an issue */
export const issueLife: typeof chinese = {
  'issue_life.title': 'What happened',
  'issue_life.more': (p) => `#${p.no} what happened, part ${p.part}`,
  'issue_life.line': (p) => `${fullDay(p.day)} — ${p.what}`,
  'issue_life.target': (p) => `Target: ${p.metric} ${p.goal}${p.current ? `, now ${p.current}` : ''} · ${p.standing}`,
  'issue_life.raised_by': 'Raised by: ',
  'issue_life.raised': (p) => (p.unit ? `raised by ${p.unit}` : 'raised'),
  'issue_life.required': 'made mandatory by a leader',
  'issue_life.consulted': (p) => `units consulted: “${p.proposal}”`,
  'issue_life.consultation': (p) =>
    [
      `consultation ${p.state}`,
      p.agreed && `agree: ${p.agreed}`,
      p.objected && `object: ${p.objected}`,
      p.silent && `no answer: ${p.silent}`,
    ]
      .filter(Boolean)
      .join('; '),
  'issue_life.consultation.asked': 'under way',
  'issue_life.consultation.agreed': 'agreed',
  'issue_life.consultation.objected': 'not agreed',
  'issue_life.consultation.settled': 'agreed and settled',
  'issue_life.consultation.dropped': 'dropped',
  'issue_life.objection': (p) => `${p.unit}${p.remark ? ` (${p.remark})` : ''}`,
  'issue_life.scheduled': (p) => `item ${p.position} of joint meeting ${p.meetingNo} (${fullDay(p.day)})`,
  'issue_life.outcome.decided': (p) => `decided ${where(p)}${said(p)}`,
  'issue_life.outcome.deferred': (p) =>
    `deferred ${where(p)}, carried over ${p.carried} ×${p.escalated ? ', before the leading group' : ''}${said(p)}`,
  'issue_life.outcome.escalated': (p) => `escalated to the leading group ${where(p)}${said(p)}`,
  'issue_life.outcome.withdrawn': (p) => `withdrawn ${where(p)}${said(p)}`,
  'issue_life.action': (p) =>
    `action ${p.no}: ${p.text} (${p.owner}${p.helpers ? ` with ${p.helpers}` : ''}, due ${fullDay(p.dueOn)})`,
  'issue_life.trail.reported': (p) => `action ${p.no} reported done${said(p)}`,
  'issue_life.trail.asked': (p) => `action ${p.no}: ${fullDay(p.dueOn ?? '')} asked for${said(p)}`,
  'issue_life.trail.verified': (p) => `action ${p.no} verified`,
  'issue_life.trail.returned': (p) => `action ${p.no} returned${said(p)}`,
  'issue_life.trail.extended': (p) =>
    `action ${p.no} put off${p.wasDueOn ? ` from ${fullDay(p.wasDueOn)}` : ''} to ${fullDay(p.dueOn ?? '')}${said(p)}`,
  'issue_life.trail.declined': (p) => `action ${p.no} not put off${said(p)}`,
  'issue_life.trail.cancelled': (p) => `action ${p.no} cancelled${said(p)}`,
  'issue_life.closed': 'closed',
  'issue_life.reopened': 'every action cancelled and none verified: open again',
  'issue_life.withdrawn': 'withdrawn',
}

const where = ({ meetingNo }: { meetingNo: number | null }) =>
  meetingNo === null ? 'without a meeting' : `at joint meeting ${meetingNo}`
const said = ({ text }: { text: string }) => (text === '' ? '' : `: “${text}”`)

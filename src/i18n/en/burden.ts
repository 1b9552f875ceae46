import type { AskKind, MessageGroup } from '../../domain/burden.ts'
import type { burden as chinese } from '../zh-cn/burden.ts'
import { counted } from './counted.ts'

const kinds: Record<AskKind, string> = {
  report: 'Reports',
  action: 'Actions',
  meeting: 'Meetings',
  consultation: 'Consulted',
  milestone: 'Milestones',
  visit: 'Visits',
}
const nouns: Record<AskKind, string> = {
  report: 'report',
  action: 'action',
  meeting: 'meeting',
  consultation: 'consultation',
  milestone: 'milestone',
  visit: 'visit',
}
const groups: Record<MessageGroup, string> = {
  brief: 'daily briefs',
  meeting: 'meetings',
  consultation: 'consultations',
  digest: 'digests',
  other: 'others',
}
const names: Record<AskKind, (no: number, title: string) => string> = {
  report: (no, title) => `task ${no} ${title}`,
  action: (no, title) => `action ${no} ${title}`,
  meeting: (no) => `joint meeting ${no}`,
  consultation: (no, title) => `#${no} ${title}`,
  milestone: (no, title) => `milestone ${no} ${title}`,
  visit: (_, title) => title,
}

/** The burden ledger */
export const burden: typeof chinese = {
  'burden.title': (p) =>
    `Burden in the ${p.period}: ${counted(p.asked, 'ask')} of the units, ${counted(p.sent, 'message')}, ${counted(p.minutes, 'minute')} in meetings (and ${p.waiting} waiting)`,
  'burden.about': (p) => `${p.plan} · ${p.from} to ${p.until}`,
  'burden.basis':
    'Asks: tasks to report in the period (paused ones left out), actions given, invitations to meetings, consultations, milestones and visits due. Meeting time is by the published agenda, for one delegate a unit. Messages: direct ones the bot sent; a liaison of several units counts for each, and once in the total. Counted only: no scores, no ranking.',
  'burden.column.unit': 'Unit',
  'burden.column.asked': 'Asks',
  'burden.kind': (p) => kinds[p.kind],
  'burden.column.sent': 'Messages',
  'burden.column.minutes': 'Meeting min',
  'burden.column.waiting': 'Waiting min',
  'burden.group': (p) => groups[p.group],
  'burden.page': (p) => `Page ${p.page} of ${p.pages}`,
  'burden.next': 'Next page',
  'burden.first': 'First page',
  'burden.choose': 'What was counted for a unit',
  'burden.by_person': 'Messages by person',
  'burden.by_unit': 'By unit',
  'burden.none': 'The plan has no responsible units yet.',
  'burden.detail': (p) =>
    `${p.unit} · ${p.period}: ${counted(p.asked, 'ask')}, ${counted(p.sent, 'message')}, ${counted(p.minutes, 'minute')} in meetings (and ${p.waiting} waiting)`,
  'burden.detail_kind': (p) => counted(p.count, nouns[p.kind]),
  'burden.detail_line': (p) => `${names[p.kind](p.no, p.title)} · ${p.kind === 'report' ? 'due ' : ''}${p.day}`,
  'burden.detail_times': 'Time in meetings',
  'burden.detail_time': (p) =>
    `joint meeting ${p.no} · ${p.day} · ${counted(p.minutes, 'minute')}, ${p.waiting} waiting`,
  'burden.detail_messages': (p) => `${counted(p.sent, 'message')} to its liaisons${p.groups ? `: ${p.groups}` : ''}`,
  'burden.group_count': (p) => `${groups[p.group]} ${p.count}`,
  'burden.people_title': (p) =>
    `${p.period}: ${p.people} ${p.people === 1 ? 'person' : 'people'} got ${counted(p.sent, 'message')} (in the order of their units)`,
  'burden.person': (p) => `${p.units ? ` (${p.units})` : ''}: ${p.sent}${p.groups ? ` — ${p.groups}` : ''}`,
  'burden.own': (p) =>
    `Asked of your unit in the ${p.period}: ${p.asked || 'nothing yet'}${p.minutes > 0 ? `; ${counted(p.minutes, 'minute')} in meetings (and ${p.waiting} waiting)` : ''}`,
  'burden.own_kind': (p) => counted(p.count, nouns[p.kind]),
  'error.burden.future': (p) =>
    `Nothing to show: ${p.period} has not begun. Name another period, for example /plan burden 2024H1.`,
  'error.burden.unit_gone': 'Not opened: this unit is not in the plan any more. Type /plan burden to look again.',
}

import type { decision as chinese } from '../zh-cn/decision.ts'
import { counted } from './counted.ts'
import { fullDay } from './dates.ts'

/** Decisions: the form of an outcome */
export const decision: typeof chinese = {
  'decision.title': 'Record the outcome',
  'decision.issue': (p) => `#${p.no} ${p.title}`,
  'decision.units': (p) => `Units: ${p.units}`,
  'decision.field_outcome': 'Outcome',
  'outcome.decided': 'decided',
  'outcome.deferred': 'deferred',
  'outcome.escalated': 'escalated to the leading group',
  'outcome.withdrawn': 'withdrawn',
  'decision.field_text': 'Text',
  'decision.text_hint': 'What was decided; for other outcomes the reason, if you like. 2,000 characters at most.',
  'decision.action': (p) => `Action ${p.number}`,
  'decision.field_what': (p) => `What (${p.number})`,
  'decision.field_owner': (p) => `Owner unit (${p.number})`,
  'decision.field_co_units': (p) => `Co-units (${p.number})`,
  'decision.field_due': (p) => `Due (${p.number})`,
  'decision.due_hint': 'For example: 10 working days, two weeks, 31 July, end of month',
  'decision.field_measure': (p) => `Measure of done (${p.number})`,
  'decision.add_action': 'Add an action',
  'decision.actions_note': 'Only what was decided has actions; a group left empty is not recorded.',
  'decision.recorded': (p) => `${p.replaced ? 'Changed' : 'Recorded'}: #${p.no} ${p.outcome}`,
  'decision.recorded_actions': (p) =>
    `${counted(p.count, 'action')}, no. ${p.numbers}. Once they are done and verified, the issue closes by itself.`,
  'decision.recorded_closed': 'No actions; the issue is closed.',
  'decision.recorded_deferred': (p) =>
    `Carried over to the next meeting, ${counted(p.carried, 'time')} now${p.escalated ? ', and before the leading group' : ''}.`,
  'decision.recorded_escalated': 'Before the leading group; the next meeting must take it.',
  'decision.recorded_withdrawn': 'No longer up for an agenda; its record stays.',
  'decision.calendar_unknown': (p) =>
    `The holidays of ${p.years} are not published yet; working days are counted Monday to Friday.`,
  'error.decision.text_missing': 'Not saved: please write down what was decided.',
  'error.decision.text_too_long': (p) => `Not saved: the text has ${p.length} characters, ${p.max} at most.`,
  'error.decision.no_actions_here':
    'Not saved: only what was decided has actions. Choose “decided”, or empty the actions.',
  'error.decision.too_many_actions': (p) => `Not saved: an issue gets ${p.max} actions at most.`,
  'error.decision.outcome_missing': 'Not saved: please choose an outcome.',
  'error.decision.outcome_unknown': (p) =>
    `Not saved: ${p.given ? `“${p.given}” is no outcome` : 'please say the outcome'}. Write decided, deferred, escalated or withdrawn, for example: decided one standard for all`,
  'error.decision.moved_on': (p) =>
    `Not saved: #${p.no} changed since its outcome was recorded (it is on another meeting, was changed, or its actions have begun). See it with /issue show ${p.no}.`,
  'error.action.text_missing': 'Not saved: please say what is to be done.',
  'error.action.text_too_long': (p) => `Not saved: the action has ${p.length} characters, ${p.max} at most.`,
  'error.action.measure_too_long': (p) =>
    `Not saved: the measure of done has ${p.length} characters, ${p.max} at most.`,
  'error.action.owner_missing': 'Not saved: please name the owner unit; each action has one.',
  'error.action.too_many_units': (p) => `Not saved: an action has ${p.max} co-units at most.`,
  'error.action.due_missing': 'Not saved: please say when it is due, such as 10 working days, two weeks, 31 July.',
  'error.action.due_unknown': (p) =>
    `Not saved: “${p.given}” is no due day. Write for example 10 working days, two weeks, 31 July, 2024-07-31.`,
  'error.action.due_passed': (p) => `Not saved: ${fullDay(p.dueOn)} is past; please give a day to come.`,
  'error.action.due_too_far': (p) => `Not saved: ${fullDay(p.dueOn)} is more than ${p.years} years away.`,
}

import type { KnownBlock, StaticSelect } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { SeenIssue, ShownIssue } from '../../usecases/issue/list-issues.ts'
import type { Raised } from '../../usecases/issue/raise-issue.ts'
import {
  button,
  buttons,
  clip,
  confirm,
  link,
  type Message,
  message,
  note,
  option,
  paragraph,
  paragraphs,
} from '../blocks.ts'
import { consultationBlocks } from '../consultation/issue-part.ts'
import { enterpriseOnIssueLines } from '../enterprise/lines.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { fillMessages, lifeLine, raisedBy, targetLines } from './life.ts'

type SimilarFound = Extract<Raised, { kind: 'similar' }>

const linesShown = 40
// Slack refuses a message of more than about 13,200 characters, options included.
const optionTitle = 24

/** The receipt of an issue, to the person alone. */
export function raisedMessage(locale: Locale, raised: Extract<Raised, { kind: 'raised' }>): Message {
  return message(t(locale, 'issue.raised', raised), [
    ...paragraphs([
      t(locale, 'issue.raised_more', {
        task: raised.taskNo,
        by: raised.raisedUnit,
        units: raised.units.join(t(locale, 'list.separator')),
        minutes: raised.minutes,
        severity: t(locale, severityKey(raised.severity)),
      }),
    ]),
    ...(raised.enterprise ? [paragraph(t(locale, 'enterprise.raise_for', raised.enterprise))] : []),
    note(t(locale, 'issue.raised_next')),
    buttons(showButton(locale, raised), withdrawButton(locale, raised)),
  ])
}

/** Similar open issues, before anything is stored; `words` raise it all the same. */
export function similarMessage(locale: Locale, found: SimilarFound, words: string): Message {
  const { planId, similar } = found
  const [first] = similar
  return message(t(locale, 'issue.similar', { count: similar.length }), [
    paragraph(similar.map((one) => t(locale, 'issue.similar_line', one)).join('\n')),
    buttons(
      ...(first ? [showButton(locale, { planId, no: first.no })] : []),
      button(ids.issue.raiseAnyway, t(locale, 'issue.raise_anyway'), words),
    ),
  ])
}

/** The unsettled issues, a line each. */
export function issueListMessage(locale: Locale, planId: number, issues: readonly SeenIssue[]): Message {
  if (issues.length === 0) return message(t(locale, 'issue.list_none'))
  const lines = issues.slice(0, linesShown).map((issue) =>
    t(locale, 'issue.list_line', {
      ...issue,
      state: t(locale, `issue_state.${issue.state}`),
      severity: t(locale, severityKey(issue.severity)),
    }),
  )
  const rest = issues.length - lines.length
  return message(t(locale, 'issue.list_title', { count: issues.length }), [
    ...paragraphs(lines),
    { type: 'actions', elements: [issueSelect(locale, planId, issues.slice(0, linesShown))] },
    ...(rest > 0 ? [note(t(locale, 'issue.list_more', { count: rest }))] : []),
  ])
}

function issueSelect(locale: Locale, planId: number, issues: readonly SeenIssue[]): StaticSelect {
  return {
    type: 'static_select',
    action_id: ids.issue.show,
    placeholder: { type: 'plain_text', text: t(locale, 'issue.choose') },
    options: issues.map(({ no, title }) =>
      option(inPlan(planId, String(no)), t(locale, 'issue.show_title', { no, title: clip(title, optionTitle) })),
    ),
  }
}

/** One issue: what it is and what can be done about it, then its whole life, in as many messages as that takes. */
export function issueMessages(locale: Locale, issue: ShownIssue): Message[] {
  const lines = issue.life.map((event) => lifeLine(locale, event, issue.zone))
  return fillMessages(locale, issueMessage(locale, issue), lines, (part) =>
    t(locale, 'issue_life.more', { no: issue.no, part }),
  )
}

/** One issue without its life. */
export function issueMessage(locale: Locale, issue: ShownIssue): Message {
  const facts = t(locale, 'issue.show_facts', {
    state: t(locale, `issue_state.${issue.state}`),
    severity: t(locale, severityKey(issue.severity)),
    minutes: issue.minutes,
    mandatory: issue.mandatory,
    escalated: issue.escalatedAt !== null,
    carried: issue.carried,
    day: t(locale, 'day.short', { day: issue.raisedOn }),
    unit: issue.raisedUnit,
  })
  const task =
    issue.taskNo === null ? [] : [t(locale, 'issue.task_option', { no: issue.taskNo, title: issue.taskTitle ?? '' })]
  const from = issue.milestone ? [t(locale, 'milestone.of_issue', issue.milestone)] : []
  const units = t(locale, 'issue.show_units', {
    units: issue.units.map((unit) => unit.name).join(t(locale, 'list.separator')),
  })
  const named = { planId: issue.consultation.planId, no: issue.no }
  const actions = [
    ...(issue.mayRequire ? [button(ids.issue.require, t(locale, 'issue.require'), namedValue(named))] : []),
    ...(issue.mayWithdraw ? [withdrawButton(locale, named)] : []),
  ]
  return message(t(locale, 'issue.show_title', issue), [
    ...paragraphs([facts, ...task, ...from, ...targetLines(locale, issue), units]),
    ...paragraphs(enterpriseOnIssueLines(locale, issue.enterprise)),
    ...(issue.raisedUnit === null ? [raisedBy(locale, issue.raisedBy)] : []),
    ...paragraphs(issue.details.split('\n')),
    ...(issue.sourceLink ? [source(locale, issue.sourceLink)] : []),
    ...consultationBlocks(locale, issue.no, issue.consultation),
    ...(actions.length > 0 ? [buttons(...actions)] : []),
  ])
}

function severityKey(severity: number): `severity.${1 | 2 | 3 | 4}` {
  return `severity.${severity as 1 | 2 | 3 | 4}`
}

/** An issue as a button names it: its plan too, as the person may turn to another before they click. */
type NamedIssue = { planId: number; no: number }

const namedValue = ({ planId, no }: NamedIssue) => inPlan(planId, String(no))

function showButton(locale: Locale, issue: NamedIssue) {
  return button(ids.issue.show, `${t(locale, 'issue.show')} #${issue.no}`, namedValue(issue))
}

function withdrawButton(locale: Locale, issue: NamedIssue) {
  const question = t(locale, 'issue.withdraw_confirm', { no: issue.no })
  return button(ids.issue.withdraw, t(locale, 'issue.withdraw'), namedValue(issue), {
    confirm: confirm(t(locale, 'issue.withdraw'), question, t(locale, 'button.yes'), t(locale, 'button.no')),
  })
}

function source(locale: Locale, address: string): KnownBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [link(address, t(locale, 'issue.source'))] }],
  }
}

import type { KnownBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { ExtendedAction } from '../../usecases/action/extend-action.ts'
import type { ShownAction, TodoEntry, TodoList } from '../../usecases/action/list-actions.ts'
import type { ReturnedAction } from '../../usecases/action/return-action.ts'
import type { SettledAction } from '../../usecases/action/settle-action.ts'
import { button, buttons, type Message, message, note, paragraph, paragraphs, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { fillMessages, lifeLine } from '../issue/life.ts'
import { pageOf } from '../page-of.ts'
import { inPlan } from '../plan-value.ts'
import { aboutLines, actionButtons, actionLine, dayOf, entryBlocks } from './lines.ts'

/** Slack takes 50 blocks and about 13,200 characters a message; an action is two blocks and 1,300 characters at most. */
const entriesAPage = 8

/** The list of a person, a page (from 1) of it; what is on other pages is counted, and one click away. */
export function todoMessage(locale: Locale, list: TodoList, page: number): Message {
  const { entries, planId, scope, zone } = list
  if (entries.length === 0) {
    return message(t(locale, `todo.none.${scope}`), scope === 'all' ? [] : [note(t(locale, 'todo.none_note'))])
  }
  const { shown, at: current, pages, rest, next } = pageOf(entries, page, entriesAPage)
  const turn = t(locale, rest > 0 ? 'todo.next' : 'todo.first')
  return message(titleOf(locale, list), [
    ...shown.flatMap(({ group, action }, index): KnownBlock[] => [
      ...(index === 0 || shown[index - 1]?.group !== group ? [strong(t(locale, `todo.group.${group}`))] : []),
      ...entryBlocks(locale, planId, action, zone),
    ]),
    ...(pages > 1
      ? [
          note(t(locale, 'todo.page', { page: current, pages, rest })),
          buttons(button(ids.todo.page, turn, inPlan(planId, `${scope}/${next}`))),
        ]
      : []),
  ])
}

function titleOf(locale: Locale, { entries, scope }: TodoList): string {
  if (scope !== 'mine') return t(locale, `todo.title.${scope}`, { count: entries.length })
  const count = (wanted: (entry: TodoEntry) => boolean) => entries.filter(wanted).length
  const verify = count(({ group }) => group === 'verify')
  const wish = count(({ group }) => group === 'wish')
  const overdue = count(({ group, action }) => action.daysLate !== null && group !== 'wish')
  return t(locale, 'todo.title.mine', { verify, wish, overdue, rest: entries.length - verify - wish - overdue })
}

/** One action in full, what the person can do, and what happened to it, in as many messages as that takes. */
export function actionMessages(locale: Locale, { planId, zone, action, trail }: ShownAction): Message[] {
  const { no, issueNo } = action
  const lines = trail.map(({ kind, ...event }) => lifeLine(locale, { kind: 'trail', what: kind, ...event }, zone))
  const first = message(actionLine(locale, action), [
    ...paragraphs(aboutLines(locale, action, zone, true)),
    buttons(...actionButtons(locale, planId, action), issueButton(locale, planId, issueNo)),
  ])
  return fillMessages(locale, first, lines, (part) => t(locale, 'todo.more', { no, part }))
}

/** What the office did to an action, and what became of its issue. */
export function settledMessage(locale: Locale, what: 'verified' | 'cancelled', settled: SettledAction): Message {
  const { action, issue } = settled
  const about = { issueNo: action.issueNo, title: action.issueTitle }
  return message(t(locale, `todo.${what}`, action), [
    paragraph(t(locale, 'todo.name', action)),
    ...(issue === 'unchanged' ? [] : [paragraph(t(locale, `todo.issue_${issue}`, about))]),
    buttons(issueButton(locale, settled.planId, action.issueNo)),
  ])
}

/** The receipt of a return, or of a wish that was declined. */
export function returnedMessage(locale: Locale, { action, returned }: ReturnedAction): Message {
  const { no, owner, dueOn, remark } = action
  const title =
    returned === 'report'
      ? t(locale, 'todo.returned', { no, owner: owner.name })
      : t(locale, 'todo.declined', { no, due: dayOf(locale, dueOn) })
  return message(title, [
    ...paragraphs([t(locale, 'todo.name', action), t(locale, 'todo.remark', { text: remark })]),
    note(t(locale, 'todo.told_next')),
  ])
}

/** The receipt of a later day. */
export function extendedMessage(locale: Locale, { action, before }: ExtendedAction): Message {
  const [from, to] = [dayOf(locale, before), dayOf(locale, action.dueOn)]
  return message(t(locale, 'todo.extended', { no: action.no, from, to }), [
    ...paragraphs([t(locale, 'todo.name', action), t(locale, 'todo.remark', { text: action.remark })]),
  ])
}

function issueButton(locale: Locale, planId: number, no: number) {
  return button(ids.issue.show, `${t(locale, 'issue.show')} #${no}`, inPlan(planId, String(no)))
}

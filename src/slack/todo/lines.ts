import type { Button, KnownBlock } from '@slack/types'
import { DateTime } from 'luxon'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { SeenAction } from '../../usecases/action/see-actions.ts'
import { button, buttons, clip, confirm, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'

/** In a list a long text is cut, and the whole is one click away. */
const listedLength = 160
const helpersNamed = 3

/** Its number, what is to be done, its day and how it stands: "交办3 … · 7月12日（周五）到期 · 🟡 已逾期 3 个工作日". */
export function actionLine(locale: Locale, action: SeenAction): string {
  const { no, text, dueOn } = action
  return t(locale, 'todo.line', { no, text, due: dayOf(locale, dueOn), standing: standingWords(locale, action) })
}

/** How an action stands, each light with its word. */
function standingWords(locale: Locale, { state, returned, daysLate, daysLeft }: SeenAction): string {
  if (state !== 'open') return t(locale, `todo.standing.${state}`)
  const words = [
    ...(returned ? [t(locale, 'todo.standing.returned')] : []),
    ...(daysLate === null ? [] : [t(locale, 'todo.standing.late', { days: daysLate })]),
    ...(daysLeft === null ? [] : [t(locale, 'todo.standing.soon', { days: daysLeft })]),
  ]
  return words.length > 0 ? words.join(' · ') : t(locale, 'todo.standing.open')
}

/** Whose it is, of which issue and meeting, what was reported, returned or asked; `whole` cuts nothing. */
export function aboutLines(locale: Locale, action: SeenAction, zone: string, whole: boolean): string[] {
  const { owner, coUnits, issueNo, issueTitle, meetingNo, measure, evidence, reportedAt, remark, wish } = action
  const cut = (text: string) => (whole ? text : clip(text.replace(/\s+/g, ' '), listedLength))
  const named = whole ? coUnits : coUnits.slice(0, helpersNamed)
  const reportedOn = reportedAt && DateTime.fromJSDate(reportedAt, { zone }).toFormat('yyyy-MM-dd')
  return [
    t(locale, 'todo.about', {
      owner: owner.name,
      helpers: named.map((unit) => unit.name).join(t(locale, 'list.separator')),
      more: named.length < coUnits.length ? coUnits.length : 0,
      issueNo,
      issueTitle,
      meetingNo,
      measure: cut(measure),
    }),
    ...(reportedOn ? [t(locale, 'todo.evidence', { day: dayOf(locale, reportedOn), text: cut(evidence) })] : []),
    ...(remark === '' ? [] : [t(locale, 'todo.remark', { text: cut(remark) })]),
    ...(wish ? [t(locale, 'todo.wish', { day: dayOf(locale, wish.dueOn), text: cut(wish.reason) })] : []),
  ]
}

/** An action in a list: two or more lines, and what the person can do about it. */
export function entryBlocks(locale: Locale, planId: number, action: SeenAction, zone: string): KnownBlock[] {
  return [
    ...paragraphs([actionLine(locale, action), ...aboutLines(locale, action, zone, false)]),
    buttons(...actionButtons(locale, planId, action), showButton(locale, planId, action.no)),
  ]
}

/** What the person can do about an action, the likeliest first; each button names its plan. */
export function actionButtons(locale: Locale, planId: number, action: SeenAction): Button[] {
  const { no, wish, mayReport, mayAsk, mayVerify, mayReturn, mayExtend, mayCancel } = action
  const value = inPlan(planId, String(no))
  const declines = action.state === 'open'
  return [
    ...(mayVerify ? [verifyButton(locale, planId, no)] : []),
    ...(wish && mayExtend
      ? [button(ids.todo.agree, t(locale, 'todo.agree'), inPlan(planId, `${no}/${wish.dueOn}`), { style: 'primary' })]
      : []),
    ...(mayReturn ? [button(ids.todo.return, t(locale, declines ? 'todo.decline' : 'todo.return'), value)] : []),
    ...(mayReport ? [reportButton(locale, planId, action)] : []),
    ...(mayAsk ? [button(ids.todo.ask, t(locale, 'todo.ask'), value)] : []),
    ...(mayExtend ? [button(ids.todo.extend, t(locale, 'todo.extend'), value)] : []),
    ...(mayCancel ? [button(ids.todo.cancel, t(locale, 'todo.cancel'), value)] : []),
  ]
}

/** The button that reports an action done: it opens the form. */
export function reportButton(locale: Locale, planId: number, { no, state }: Pick<SeenAction, 'no' | 'state'>): Button {
  const text = t(locale, state === 'reported' ? 'todo.done_again' : 'todo.done')
  return button(ids.todo.done, text, inPlan(planId, String(no)), state === 'reported' ? {} : { style: 'primary' })
}

/** The button that shows an action in full. */
export function showButton(locale: Locale, planId: number, no: number): Button {
  return button(ids.todo.show, t(locale, 'todo.show'), inPlan(planId, String(no)))
}

function verifyButton(locale: Locale, planId: number, no: number): Button {
  const question = t(locale, 'todo.verify_confirm', { no })
  const yes = t(locale, 'todo.verify')
  return button(ids.todo.verify, yes, inPlan(planId, String(no)), {
    style: 'primary',
    confirm: confirm(yes, question, yes, t(locale, 'button.no')),
  })
}

/** A day, short, in the person's language. */
export function dayOf(locale: Locale, day: string): string {
  return t(locale, 'day.short', { day })
}

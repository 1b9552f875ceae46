import type { Button, KnownBlock } from '@slack/types'
import { numberRanges } from '../../domain/number-ranges.ts'
import type { SlipState } from '../../domain/supervision/slip.ts'
import type { Matter, SlipLine } from '../../domain/supervision/slip-notice.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { button, buttons, clip, confirm, paragraph } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { openValue } from '../progress/choice.ts'
import { reportButton } from '../todo/lines.ts'

const titleShown = 60

/** What is owed: "任务5 2024年上半年进展", "交办12 进口贴息细则". */
export function matterText(locale: Locale, { kind, subject, nos, title }: Matter): string {
  if (kind === 'report') {
    const period = t(locale, 'period.name', { key: subject.slice('report/'.length) })
    const tasks = numberRanges(nos).join(t(locale, 'list.separator'))
    return t(locale, 'owed.report', { tasks: clip(tasks, 200), count: nos.length, period })
  }
  return t(locale, `owed.${kind}`, { no: nos[0] ?? 0, title: clip(title, titleShown) })
}

/** A slip's level and number: "督办提醒（蓝）第 2024-031 号". */
export function slipName(locale: Locale, { level, slip }: Pick<SlipLine, 'level' | 'slip'>): string {
  return t(locale, 'slip.name', { level: t(locale, `slip.level.${level}`), slip })
}

/** When it was due and by how much it is late, in two words of a sentence. */
export function lateness(locale: Locale, line: Matter & { daysLate: number }): { due: string; late: string } {
  return {
    due: t(locale, `owed.due.${line.kind}`, { day: t(locale, 'day.short', { day: line.dueOn }) }),
    late: t(locale, 'owed.late', { days: line.daysLate }),
  }
}

/** A slip in a line: its number, the unit, what was owed and since when. */
export function slipText(locale: Locale, line: SlipLine): string {
  return t(locale, 'slip.line', {
    name: slipName(locale, line),
    unit: line.unit,
    matter: matterText(locale, line),
    ...lateness(locale, line),
  })
}

/** What the slip turns into, where it is not done; empty after the last level. */
export function nextText(locale: Locale, { next, level }: SlipLine): string {
  if (level === 'red') return ''
  if (next === null || next.level === 'blue') return t(locale, 'slip.next.none')
  return t(locale, `slip.next.${next.level}`, { day: t(locale, 'day.short', { day: next.on }) })
}

/** How a slip stands, its light with its word. */
export function stateText(locale: Locale, state: SlipState | 'done'): string {
  return t(locale, `slip.state.${state}`)
}

/** A slip that waits for the person's unit: the line, what comes next, and its buttons. */
export function askedSlip(locale: Locale, planId: number, line: SlipLine): KnownBlock[] {
  return [
    paragraph([slipText(locale, line), nextText(locale, line)].filter(Boolean).join(' — ')),
    buttons(actButton(locale, planId, line), signButton(locale, planId, line.slip)),
  ]
}

/** The button that does what a slip asks for. */
export function actButton(locale: Locale, planId: number, { kind, nos: [no = 0] }: SlipLine): Button {
  const value = inPlan(planId, String(no))
  switch (kind) {
    case 'report':
      return reportNow(locale, planId)
    case 'action':
      return reportButton(locale, planId, { no, state: 'open' })
    case 'milestone':
      return button(ids.milestone.done, t(locale, 'milestone.done'), value)
    case 'visit':
      return button(ids.enterprise.visit, t(locale, 'enterprise.visit'), value)
  }
}

/** A red slip that waits for a leader, with the buttons that decide on it. */
export function redSlip(locale: Locale, planId: number, line: SlipLine & { id: number }): KnownBlock[] {
  return [paragraph(slipText(locale, line)), buttons(...decideButtons(locale, planId, line))]
}

/** The buttons that approve a red slip or keep it from being sent. */
export function decideButtons(locale: Locale, planId: number, { id, unit }: SlipLine & { id: number }): Button[] {
  const yes = t(locale, 'slip.approve')
  const question = t(locale, 'slip.approve_confirm', { unit: clip(unit, 60) })
  return [
    button(ids.supervision.approve, yes, inPlan(planId, String(id)), {
      style: 'primary',
      confirm: confirm(yes, question, yes, t(locale, 'button.no')),
    }),
    button(ids.supervision.decline, t(locale, 'slip.decline'), inPlan(planId, String(id))),
  ]
}

/** The button that opens the form a slip is signed with. */
export function signButton(locale: Locale, planId: number, slip: string): Button {
  return button(ids.supervision.sign, t(locale, 'slip.sign'), inPlan(planId, slip))
}

/** The button that shows a slip's page. */
export function showButton(locale: Locale, planId: number, slip: string): Button {
  return button(ids.supervision.show, t(locale, 'slip.show'), inPlan(planId, slip))
}

/** The button that opens the report form. */
export function reportNow(locale: Locale, planId: number): Button {
  return button(ids.progress.open, t(locale, 'slip.report_now'), openValue(planId, 'all'), { style: 'primary' })
}

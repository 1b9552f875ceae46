import type { KnownBlock } from '@slack/types'
import { type Brief, countOf } from '../../domain/brief.ts'
import { numberRanges } from '../../domain/number-ranges.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { button, buttons, clip, note, paragraph, paragraphs, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { openValue } from '../progress/choice.ts'
import { askedSlip, matterText, nextText, redSlip, slipText } from '../supervision/lines.ts'

const tasksShown = 120
const reasonShown = 200

/** The slips that wait for the person: first those of their units, then red ones for a leader to decide on. */
export function slipParts(locale: Locale, brief: Brief, acts: boolean): KnownBlock[] {
  const { slips, red, planId } = brief
  return [
    ...(slips.length === 0
      ? []
      : [
          strong(t(locale, 'brief.slips', { count: countOf(brief, 'slips') })),
          ...(acts
            ? slips.flatMap((slip) => askedSlip(locale, planId, slip))
            : paragraphs(
                slips.map((slip) => [slipText(locale, slip), nextText(locale, slip)].filter(Boolean).join(' — ')),
              )),
          note(t(locale, 'brief.slips_note')),
        ]),
    ...(red.length === 0
      ? []
      : [
          strong(t(locale, 'brief.red', { count: countOf(brief, 'red') })),
          ...(acts
            ? red.flatMap((slip) => redSlip(locale, planId, slip))
            : paragraphs(red.map((slip) => slipText(locale, slip)))),
          note(t(locale, 'brief.red_note')),
        ]),
  ]
}

/** What the person's units owe by a day, reports that came back, and joint reports that can be filed now. */
export function owedParts(locale: Locale, brief: Brief, acts: boolean): KnownBlock[] {
  const { owed, returned, joint, planId } = brief
  const reports = owed.some(({ kind }) => kind === 'report') || returned.length > 0 || joint.length > 0
  const row = [
    button(ids.progress.open, t(locale, 'brief.report_each'), openValue(planId, 'all'), { style: 'primary' }),
    button(ids.progress.unchanged, t(locale, 'brief.unchanged'), inPlan(planId, 'all')),
  ]
  const lines = [
    ...owed.map((one) => owedLine(locale, one)),
    ...joint.map(({ unit, periodKey, nos }) =>
      t(locale, 'brief.joint', {
        unit,
        count: nos.length,
        tasks: tasks(locale, nos),
        period: period(locale, periodKey),
      }),
    ),
  ]
  if (lines.length + returned.length === 0) return []
  return [
    ...(lines.length === 0
      ? []
      : [strong(t(locale, 'brief.owed', { count: countOf(brief, 'owed') + countOf(brief, 'joint') }))]),
    ...(acts ? owed.map((one) => owedBlock(locale, planId, one)) : paragraphs(lines.slice(0, owed.length))),
    ...paragraphs(lines.slice(owed.length)),
    ...(returned.length === 0
      ? []
      : [
          strong(t(locale, 'brief.returned', { count: countOf(brief, 'returned') })),
          ...paragraphs(returned.map((one) => returnedLine(locale, one))),
        ]),
    ...(reports && acts ? [buttons(...row)] : []),
    note(t(locale, 'brief.owed_note')),
  ]
}

/** What is owed, with the button that does it; the reports' stand below them all. */
function owedBlock(locale: Locale, planId: number, one: Brief['owed'][number]): KnownBlock {
  const block = paragraph(owedLine(locale, one))
  const value = inPlan(planId, String(one.nos[0] ?? 0))
  if (one.kind === 'milestone')
    return { ...block, accessory: button(ids.milestone.done, t(locale, 'milestone.done'), value) }
  if (one.kind === 'visit')
    return { ...block, accessory: button(ids.enterprise.visit, t(locale, 'enterprise.visit'), value) }
  return block
}

function owedLine(locale: Locale, one: Brief['owed'][number]): string {
  const { concern, days, kind, unit, nos, total, subject } = one
  const due = t(locale, 'day.short', { day: one.dueOn })
  const how = concern === 'today' ? t(locale, 'brief.owed.today') : t(locale, `brief.owed.${concern}`, { days })
  if (kind !== 'report')
    return t(locale, 'brief.owed_other', { matter: matterText(locale, one), unit, due, concern: how })
  const named = { period: period(locale, subject.slice('report/'.length)), tasks: tasks(locale, nos) }
  return t(locale, 'brief.owed_report', { ...named, total, owed: nos.length, due, concern: how, unit })
}

function returnedLine(locale: Locale, { taskNo, periodKey, unit, day, reason }: Brief['returned'][number]): string {
  return t(locale, 'brief.returned_line', {
    ...{ no: taskNo, unit, period: period(locale, periodKey), day: t(locale, 'day.short', { day }) },
    reason: clip(reason.replace(/\s+/g, ' '), reasonShown),
  })
}

const tasks = (locale: Locale, nos: readonly number[]) =>
  clip(numberRanges(nos).join(t(locale, 'list.separator')), tasksShown)
const period = (locale: Locale, key: string) => t(locale, 'period.name', { key })

import { DateTime } from 'luxon'
import type { targetCard as chinese } from '../zh-cn/target-card.ts'
import { fullDay } from './dates.ts'

const origin = (p: { unit: string | null; source: string }) =>
  `${p.unit ?? 'the office'}${p.source === '' ? '' : ` (${p.source})`}`

/** A target's card, history, yearly values, undoing */
export const targetCard: typeof chinese = {
  'target_card.title': (p) => `${p.metric}: ${p.current ?? 'no data'}${p.due ? `, due ${p.due}` : ''}, ${p.status}`,
  'target_card.goal': (p) => `Goal: ${p.goal}`,
  'target_card.yearly': (p) => `By year: ${p.years}`,
  'target_card.year': (p) => `${p.year}: ${p.amount}`,
  'target_card.baseline': (p) => `Baseline: ${p.amount} (${fullDay(p.day)})`,
  'target_card.sum': (p) => `Current: ${p.amount} in all (as of ${fullDay(p.day)})`,
  'target_card.current': (p) => `Current: ${p.amount} (as of ${fullDay(p.day)}), source: ${origin(p)}`,
  'target_card.latest': (p) => `Latest value: ${p.amount} (${fullDay(p.day)}), source: ${origin(p)}`,
  'target_card.due': (p) => `Due: ${p.amount} (${fullDay(p.day)}), gap ${p.gap}`,
  'target_card.due_only': (p) => `Due: ${p.amount} (${fullDay(p.day)})`,
  'target_card.pace': (p) => `Pace needed from now on: ${p.amount} every 30 days, to get there by ${fullDay(p.day)}`,
  'target_card.projection': (p) =>
    `By the trend: ${p.amount} on ${fullDay(p.day)}. Basis: ${p.points} values from ${fullDay(p.from)} to ${fullDay(p.to)}; the median of the slopes between all pairs of them (Theil–Sen, a robust trend), from the latest value on.`,
  'target_card.few_points': 'By the trend: not told, there are values of fewer than 3 days.',
  'target_card.computed': (p) => `By the numbers: ${p.status}`,
  'target_card.claim': (p) =>
    `${p.unit} reports: ${p.status} (${p.period})${p.differs === 'better' ? ', better than the numbers' : p.differs === 'worse' ? ', worse than the numbers' : ''}`,
  'target_card.disagrees': 'What the units report and the numbers disagree; please check.',
  'target_card.conflict': (p) =>
    `Sources disagree for ${fullDay(p.day)}: ${p.values.join('; ')}${p.more ? `; ${p.more} more` : ''}`,
  'target_card.conflict_value': (p) => `${origin(p)} ${p.amount}${p.counts ? ', which counts' : ''}`,
  'target_card.more_conflicts': (p) =>
    `Sources disagree for ${p.count} more ${p.count === 1 ? 'day' : 'days'}; see the history.`,
  'target_card.recorders': (p) =>
    `May record: liaisons of ${p.units}${p.more ? ` and ${p.more} more` : ''}, conveners, admins. A value for the same day again is a correction; the former is kept.`,
  'target_card.no_chart': 'This workspace shows no charts; see the values under History.',
  'target_card.record': 'Record',
  'target_card.history': 'History',
  'target_card.show': 'See a target',
  'target_card.choose': (p) => `“${p.given}” may be any of ${p.count} targets; choose one`,
  'target_chart.actual': 'Actual',
  'target_chart.due': 'Due',
  'target_chart.title': (p) => `${p.metric}: actual and due`,
  'target_chart.day': (p) => DateTime.fromISO(p.day).setLocale('en').toFormat('d LLL yy'),
  'target.claimed': (p) => `${p.status}; ${p.unit}${p.more ? ` and ${p.more} more` : ''} reported “${p.claim}”`,
  'target_history.title': (p) =>
    `${p.metric}: ${p.count} ${p.count === 1 ? 'value' : 'values'}, ${p.superseded} of them superseded`,
  'target_history.none': (p) => `${p.metric}: no data yet.`,
  'target_history.entry': (p) =>
    `${p.superseded ? '(superseded) ' : ''}${p.amount} · as of ${fullDay(p.day)} · source: ${origin(p)}`,
  'target_history.by': (p) => `recorded ${fullDay(p.day)} ${p.time} by `,
  'target_history.page': (p) => `${p.from}–${p.to} of ${p.total}, the last recorded first.`,
  'target_history.older': 'Older',
  'target_history.first': 'Back to the latest',
  'target.undo': 'Undo the correction',
  'target.undone': (p) =>
    `Correction undone: ${p.metric} is ${p.amount} again on ${fullDay(p.day)} (${p.undone} is kept on record)`,
  'target.correct_hint': 'Wrong? Record the same day again to correct it; the former value is kept.',
  'target.source_from': (p) => `Source: ${origin(p)}.`,
  'target.field.source': 'Where the figure is from',
  'target.field.source_hint': 'Such as the customs’ monthly statistics. May be left empty.',
  'target.yearly_set': (p) => `Yearly values set: ${p.metric} ${p.years}`,
  'target.yearly_before': (p) => `Before: ${p.years}.`,
  'target.yearly_first': 'There were none before.',
  'error.target.no_history_page': (p) => `There is no such page; there are ${p.pages}.`,
  'error.target.source_too_long': (p) =>
    `Not saved: a source has at most ${p.max} characters, this one ${p.length}. Please shorten it.`,
  'error.target.undo_not_yours':
    'Not undone: only who recorded it, a convener or an admin can. Ask them, or record that day again.',
  'error.target.undo_superseded': (p) =>
    `Not undone: the value of ${fullDay(p.day)} has changed since. Please check it in /target history.`,
  'error.target.undo_first': (p) =>
    `Not undone: there was no value of ${fullDay(p.day)} before. Record the right value for the same day instead.`,
  'error.target.yearly_words':
    'Not saved: give a metric and its values by year, such as /target yearly imports 2024:850 2025:1000.',
  'error.target.yearly_twice': (p) => `Not saved: ${p.year} is given twice; please keep one.`,
  'error.target.yearly_late': (p) =>
    `Not saved: ${p.year} is after the target’s deadline (${fullDay(p.by)}). Give years up to it only.`,
  'error.target.yearly_early': (p) =>
    `Not saved: ${p.year} is not after the baseline (${fullDay(p.day)}). Give years after it only.`,
  'error.target.yearly_end': (p) =>
    `Not saved: ${p.year} is the deadline’s year, whose value is the target’s own, ${p.value} ${p.unit}. Give that, or leave the year out.`,
  'error.target.yearly_many_digits': (p) =>
    `Not saved: “${p.given}” has too many digits; yearly values have at most 15. Please use a larger unit.`,
}

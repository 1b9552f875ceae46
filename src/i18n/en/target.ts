import type { target as chinese } from '../zh-cn/target.ts'
import { englishAmount } from './amounts.ts'
import { fullDay } from './dates.ts'

/** Targets */
export const target: typeof chinese = {
  'target.help': [
    '/target — every target: current value, due, gap, status',
    '/target imports — the card of one target: chart, pace needed, trend, what the units report (by part of its name or its task’s number)',
    '/target imports 620亿 2024-06 — record a value (the date as 2024-06-30, 2024-06, 2024H1, today; today where left out); say where it is from with source: monthly statistics',
    'A value for the same day again is a correction; the former is kept.',
    '/target record — open the form',
    '/target history imports — every value and its source',
    '/target import — many values at once (.xlsx, .csv or a pasted table), shown before they are saved',
    '/target baseline imports 350亿 2022-12-31 — set where a target started (convener, admin)',
    '/target yearly imports 2024:850 2025:1000 — set the values of single years (convener, admin)',
    '/target list 2 — the second page',
    'Where values add up (5 firms each year), give what is new; for a year’s total, give the total of the year so far.',
    '/target help — this text',
  ].join('\n'),
  'target.list_title': (p) =>
    `${p.total} targets: ${p.good} on pace or ahead, ${p.behind} behind${p.unknown ? `, ${p.unknown} cannot be told` : ''} (as of ${fullDay(p.day)})`,
  'target.none': 'The plan has no numeric targets. An admin can import one that has with /plan import.',
  'target.page': (p) =>
    `${p.from}–${p.to} of ${p.total}.${p.next ? ` Type /target list ${p.next} for the next page.` : ''}`,
  'error.target.no_page': (p) => `There is no such page; there are ${p.pages}. Type /target list 1 for the first.`,
  'target.column.metric': 'Target',
  'target.column.goal': 'Goal',
  'target.column.current': 'Current',
  'target.column.due': 'Due',
  'target.column.gap': 'Gap',
  'target.column.status': 'Status',
  'target.column.source': 'Source',
  'target.metric': (p) => (p.taskNo === null ? p.metric : `${p.metric} (task ${p.taskNo})`),
  'target.amount': (p) => englishAmount(p.value, p.unit),
  'target.goal': (p) => `${p.amount}${p.yearly ? ' a year' : ''}${p.by ? ` by ${fullDay(p.by)}` : ''}`,
  'target.current': (p) => `${p.amount} (${fullDay(p.asOf)})`,
  'target.source': (p) => p.unit ?? 'the office',
  'target.unknown.no_measurement': '⚪ no data',
  'target.unknown.no_baseline': '⚪ no baseline, cannot tell',
  'target.unknown.no_deadline': '⚪ no deadline, cannot tell',
  'target.record': 'Record a value',
  'target.title': 'Record a value',
  'target.field.target': 'Target',
  'target.field.value': 'Value',
  'target.field.value_hint':
    'Exact, such as 620亿, 620亿元, 17家; without a unit it is in the target’s. Where values add up, what is new; for a year’s total, the year so far.',
  'target.field.day': 'As of',
  'target.field.unit': 'Source unit',
  'target.more': (p) => `${p.count} more are not listed; type /target with the metric, the value and the date.`,
  'target.nothing':
    'There is no target you may record: your units are responsible for none of their tasks. Type /target list to see them all.',
  'target.which': (p) => `Not saved yet: “${p.given}” may be any of ${p.count} targets; choose one`,
  'target.which_unit': (p) => `Not saved yet: you speak for several units; choose the source of “${p.metric}”`,
  'target.which_more': (p) => `${p.count} more are not listed; please write more of the metric’s name.`,
  'target.recorded': (p) => `Recorded: ${p.metric} ${p.amount} (as of ${fullDay(p.day)})`,
  'target.recorded_early': (p) =>
    `That period ends only on ${fullDay(p.periodEnd)}, so this counts as of today (${fullDay(p.day)}).`,
  'target.previous': (p) => `Before: ${p.amount} (${fullDay(p.asOf)}).`,
  'target.superseded': (p) => `It supersedes ${p.amount} of the same day; both are kept.`,
  'target.superseded_from': (p) => `That one was recorded by ${p.who} on ${p.at}.`,
  'target.first': 'This is the target’s first value.',
  'target.standing': (p) => `${p.sum ? `In all ${p.current}; due` : 'Due'} ${p.due}, gap ${p.gap}: ${p.status}`,
  'target.baseline_hint': (p) =>
    `A convener or admin can set where it started: /target baseline ${p.metric} with a value and a date`,
  'target.baseline_set': (p) => `Baseline set: ${p.metric} ${p.amount} (${fullDay(p.day)})`,
  'target.baseline_first': 'There was none before.',
  'error.target.words_missing':
    'Not saved: give a metric and a value, such as /target imports 620亿 2024-06. Type /target help for more.',
  'error.target.two_values': (p) =>
    `Not saved: the value may be “${p.first}” or “${p.second}”. Write metric, value, date: /target imports 620亿 2024-06.`,
  'error.target.unknown': (p) =>
    `Not saved: no target is like “${p.given}”. The plan’s targets: ${p.targets || 'none'}${p.more ? ` and ${p.more} more` : ''}.`,
  'error.target.ambiguous': (p) =>
    `Not saved: “${p.given}” may mean ${p.targets}${p.more ? ` and ${p.more} more` : ''}. Please write the metric’s whole name.`,
  'error.target.gone': 'Not saved: the plan does not have this target any more. Type /target list to see them.',
  'error.target.not_responsible': (p) =>
    p.task === ''
      ? `Not saved: values of “${p.metric}” are recorded by units’ liaisons, conveners and admins.`
      : `Not saved: “${p.metric}” belongs to task ${p.task}, for which ${p.units || 'your unit'} is not responsible. A responsible unit or the convener can record it.`,
  'error.target.which_unit': (p) =>
    `Not saved: you speak for several units (${p.units}); say which gives the value of “${p.metric}”.`,
  'error.target.day_not_understood': (p) =>
    `Not saved: “${p.given}” is no date I understand. Write 2024-06-30, 2024-06, 2024H1 or today.`,
  'error.target.day_in_future': (p) =>
    `Not saved: “${p.given}” is after today (${fullDay(p.today)}). Give today or an earlier day, such as ${p.today}.`,
  'error.target.implausible': (p) =>
    `Not saved: ${p.given} ${p.unit} is over ${p.times} times what “${p.metric}” asks for; check the unit (it is counted in ${p.unit}).`,
  'error.target.baseline_day_needed':
    'Not saved: say which day the baseline is of, such as /target baseline imports 350亿 2022-12-31.',
  'error.target.baseline_too_late': (p) =>
    `Not saved: the baseline’s day ${fullDay(p.day)} is not before the target’s deadline ${fullDay(p.by)}. Give an earlier day.`,
  'error.quantity.missing': 'Not saved: there is no value. Write an exact number, such as 620亿, 17家, 3.5.',
  'error.quantity.not_a_number': (p) =>
    `Not saved: “${p.given}” is no number I can read. Write an exact number, such as 620亿, 17家, 3.5.`,
  'error.quantity.negative': (p) =>
    `Not saved: “${p.given}” is below zero, which this target cannot be. Write zero or more.`,
  'error.quantity.exponent': (p) =>
    `Not saved: “${p.given}” is in scientific notation. Write the number in full, or with 万 or 亿, such as 620亿.`,
  'error.quantity.not_exact': (p) =>
    `Not saved: “${p.given}” is not exact. Write the exact value, such as 1000亿, without “about” or “over”.`,
  'error.quantity.unit_mismatch': (p) =>
    `Not saved: “${p.given}” is in another unit; this target is counted in ${p.expected}. Write 17${p.expected}, for example.`,
  'error.quantity.too_large': (p) =>
    `Not saved: “${p.given}” is too large, there are at most ${p.digits} digits before the point. Check the digits and the unit.`,
  'error.quantity.too_precise': (p) =>
    `Not saved: “${p.given}” is too fine: counted in ${p.unit} there are at most ${p.places} decimals. Please round it.`,
}

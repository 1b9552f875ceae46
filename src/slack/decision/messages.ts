import { DateTime } from 'luxon'
import { calendarIsPublished } from '../../domain/calendar.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { RecordedDecision } from '../../usecases/decision/record-decision.ts'
import { type Message, message, note, paragraph } from '../blocks.ts'

/** The receipt of an outcome, and what follows from it. `dueOn`: the days its actions are due. */
export function outcomeReceipt(
  locale: Locale,
  recorded: RecordedDecision & { replaced?: boolean },
  dueOn: readonly string[],
): Message {
  const { issue, outcome, replaced = false } = recorded
  const title = t(locale, 'decision.recorded', { no: issue.no, outcome: t(locale, `outcome.${outcome}`), replaced })
  return message(title, [paragraph(consequence(locale, recorded)), ...calendarNotes(locale, dueOn)])
}

function consequence(locale: Locale, { issue, outcome, actions }: RecordedDecision): string {
  if (outcome === 'deferred') {
    return t(locale, 'decision.recorded_deferred', { carried: issue.carried, escalated: issue.escalatedAt !== null })
  }
  if (outcome !== 'decided') return t(locale, `decision.recorded_${outcome}`)
  if (actions.length === 0) return t(locale, 'decision.recorded_closed')
  const numbers = actions.join(t(locale, 'list.separator'))
  return t(locale, 'decision.recorded_actions', { count: actions.length, numbers })
}

/** Where working days were counted in a year whose holidays are not known yet, that is said. */
function calendarNotes(locale: Locale, dueOn: readonly string[]) {
  const years = [...new Set(dueOn.map((day) => DateTime.fromISO(day).year))].filter(
    (year) => !calendarIsPublished(year),
  )
  if (years.length === 0) return []
  return [note(t(locale, 'decision.calendar_unknown', { years: years.join(t(locale, 'list.separator')) }))]
}

import { DateTime } from 'luxon'
import type { words as chinese } from '../zh-cn/words.ts'

/** Every name can follow “the”. */
function periodName(year: string, part: string): string {
  const no = Number(part.slice(1))
  if (part.startsWith('H')) return `${no === 1 ? 'first' : 'second'} half of ${year}`
  if (part.startsWith('Q')) return `${['first', 'second', 'third', 'fourth'][no - 1]} quarter of ${year}`
  return part.startsWith('M')
    ? `month of ${DateTime.utc(Number(year), no).setLocale('en').toFormat('LLLL yyyy')}`
    : `year ${year}`
}

/** Words that many messages share: dates, statuses, roles, buttons. */
export const words: typeof chinese = {
  'app.name': 'Liaison',
  'day.short': (p) => DateTime.fromISO(p.day).setLocale('en').toFormat('ccc d LLL'),
  'period.name': (p) => periodName(p.key.slice(0, 4), p.key.slice(4)),
  'list.separator': ', ',
  'status.ahead': '🔵 ahead',
  'status.on_track': '🟢 on track',
  'status.behind': '🟡 behind',
  'status.done': '✅ done',
  'status.missing': '⚪ not reported',
  'role.liaison': 'liaison',
  'role.convener': 'convener',
  'role.leader': 'leader',
  'role.admin': 'admin',
  'role.lead': 'lead',
  'role.participant': 'participant',
  'typed.words': 'What you typed, to copy and change:',
  'typed.form': 'What you filled in, to copy:',
  'typed.field': (p) => `${p.label}: ${p.value}`,
  'button.submit': 'Submit',
  'button.cancel': 'Cancel',
  'button.close': 'Close',
  'button.yes': 'Confirm',
  'button.no': 'Back',
}

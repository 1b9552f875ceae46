import type { FileChild } from 'docx'
import type { MinutesContent } from '../../domain/minutes/minutes-content.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { labelled, paragraph } from '../official/paragraphs.ts'

type Attendee = MinutesContent['attendees'][number]

/**
 * Who came and who did not, a unit a line: after the body and an empty line, as GB/T 9704-2012, 10.3 has it. A deputy
 * counts as present and is marked.
 */
export function attendance(locale: Locale, attendees: readonly Attendee[]): FileChild[] {
  if (attendees.length === 0) return []
  const came = attendees.filter(({ attended }) => attended !== 'absent')
  const missing = attendees.filter(({ attended }) => attended === 'absent')
  const line = (attendee: Attendee) => attendeeLine(locale, attendee)
  return [
    paragraph(locale, 'Body', ''),
    ...labelled(locale, t(locale, 'document.present'), came.map(line)),
    ...labelled(locale, t(locale, 'document.absent'), missing.map(line)),
  ]
}

function attendeeLine(locale: Locale, { unit, people, attended }: Attendee): string {
  return t(locale, 'document.attendee', {
    unit,
    people: people.join(t(locale, 'list.separator')),
    deputy: attended === 'deputy',
  })
}

import type { FileChild } from 'docx'
import type { MinutesContent } from '../../domain/minutes/minutes-content.ts'
import { type Locale, localeOf } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { imprint } from '../official/imprint.ts'
import { masthead } from '../official/masthead.ts'
import { spanIn } from '../official/moments.ts'
import { labelled, paragraph } from '../official/paragraphs.ts'
import { writeDocument } from '../official/write-document.ts'
import { attendance } from './attendance.ts'
import { followUpSection } from './follow-up-section.ts'
import { actionsSection, itemsSection } from './items-section.ts'

/** The parts of the body in their order; one that has nothing to say is left out, and the others number on. */
const sections = [followUpSection, itemsSection, actionsSection]

/**
 * The minutes of a meeting (会议纪要) as a .docx in the layout of GB/T 9704-2012, 10.3, in the language of their content.
 * Without a signature they are marked as a draft on every page. The same content gives the same bytes.
 */
export function buildMinutes(content: MinutesContent): Promise<Buffer> {
  const locale = localeOf(content.language)
  const { planTitle: plan, meetingNo: no, office, signed } = content
  const title = t(locale, 'document.minutes_title', { plan, no })
  const { year } = spanIn(content.zone, content.startsAt, content.endedAt)
  return writeDocument({ locale, title, creator: office, draft: signed === null }, [
    ...masthead(locale, {
      mark: t(locale, 'document.minutes_masthead'),
      number: t(locale, 'document.number', { year, no }),
      office,
      signedBy: signed?.by ?? null,
      title,
    }),
    ...opening(locale, content),
    ...numbered(locale, content),
    ...attendance(locale, content.attendees),
    ...imprint(locale, { ...content, issuedOn: signed?.on ?? null }),
  ])
}

function opening(locale: Locale, content: MinutesContent): FileChild[] {
  const { items } = content
  const place = content.place.trim()
  const count = (outcome: string) => items.filter((item) => item.outcome === outcome).length
  const summary = t(locale, 'document.summary', {
    items: items.length,
    decided: count('decided'),
    deferred: count('deferred'),
    escalated: count('escalated'),
    withdrawn: count('withdrawn'),
    actions: items.flatMap((item) => item.actions).length,
  })
  const time = t(locale, 'document.span', spanIn(content.zone, content.startsAt, content.endedAt))
  return [
    ...labelled(locale, t(locale, 'document.time'), [time]),
    ...labelled(locale, t(locale, 'document.place'), place === '' ? [] : [place]),
    ...labelled(locale, t(locale, 'document.chair'), [content.chair]),
    paragraph(locale, 'Body', summary),
  ]
}

function numbered(locale: Locale, content: MinutesContent): FileChild[] {
  return sections
    .map((section) => section(locale, content))
    .filter((section) => section !== null)
    .flatMap(({ title, children }, index) => [
      paragraph(locale, 'Level1', t(locale, 'document.heading1', { n: index + 1, title })),
      ...children,
    ])
}

import type { MinutesContent } from '../../domain/minutes/minutes-content.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { leadIn, paragraph } from '../official/paragraphs.ts'
import { overdueTable } from './action-table.ts'
import type { Section } from './section.ts'

/** What the meeting heard of earlier actions; null where there were none. */
export function followUpSection(locale: Locale, { followUp }: MinutesContent): Section | null {
  const { verified, running, overdue } = followUp
  if (verified + running + overdue.length === 0) return null
  const counts = t(locale, 'document.follow_up_counts', { verified, running, overdue: overdue.length })
  const table = [leadIn(locale, t(locale, 'document.overdue_intro')), overdueTable(locale, overdue)]
  return {
    title: t(locale, 'document.follow_up'),
    children: [paragraph(locale, 'Body', counts), ...(overdue.length === 0 ? [] : table)],
  }
}

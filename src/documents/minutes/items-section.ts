import type { Paragraph } from 'docx'
import type { MinutesContent } from '../../domain/minutes/minutes-content.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { ledParagraph, paragraph } from '../official/paragraphs.ts'
import { plainLines } from '../package/plain-text.ts'
import { actionTable } from './action-table.ts'
import type { Section } from './section.ts'

type Item = MinutesContent['items'][number]

/** Every item with its outcome; null where the meeting took none. */
export function itemsSection(locale: Locale, { items }: MinutesContent): Section | null {
  if (items.length === 0) return null
  return {
    title: t(locale, 'document.items'),
    children: items.flatMap((item, index) => itemParagraphs(locale, item, index + 1)),
  }
}

/** The actions that the meeting set, in the order of its items; null where it set none. */
export function actionsSection(locale: Locale, { items }: MinutesContent): Section | null {
  const actions = items.flatMap((item) => item.actions)
  return actions.length === 0
    ? null
    : { title: t(locale, 'document.actions'), children: [actionTable(locale, actions)] }
}

function itemParagraphs(locale: Locale, item: Item, n: number): Paragraph[] {
  const lead = (word: string) => `${word}${t(locale, 'document.colon')}`
  const lines = plainLines(item.text)
  const [first = t(locale, `document.no_text.${item.outcome}`), ...others] = lines
  const nos = item.actions.map(({ no }) => no)
  return [
    paragraph(locale, 'Level2', t(locale, 'document.heading2', { n, title: item.title })),
    paragraph(locale, 'Body', t(locale, 'document.item_facts', item)),
    ledParagraph(locale, lead(t(locale, `document.outcome.${item.outcome}`)), first),
    ...others.map((text) => paragraph(locale, 'Body', text)),
    ...(nos.length === 0
      ? []
      : [
          ledParagraph(
            locale,
            lead(t(locale, 'document.item_actions')),
            t(locale, 'document.item_action_nos', { nos }),
          ),
        ]),
  ]
}

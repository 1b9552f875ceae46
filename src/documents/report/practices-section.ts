import { t } from '../../i18n/translate.ts'
import { ledParagraph, paragraph } from '../official/paragraphs.ts'
import { plainLines } from '../package/plain-text.ts'
import type { MakeSection } from './section.ts'

/** 经验做法 of accepted reports; null where no unit marked any. */
export const practicesSection: MakeSection = (locale, { practices }) => {
  if (practices.length === 0) return null
  return {
    title: t(locale, 'compilation.practices'),
    children: practices.flatMap(({ unit, taskNo: no, taskTitle: title, text }) => {
      const [first = '', ...others] = plainLines(text)
      return [
        ledParagraph(locale, t(locale, 'compilation.practice_lead', { unit, no, title }), first),
        ...others.map((line) => paragraph(locale, 'Body', line)),
      ]
    }),
  }
}

import type { AmendmentContent } from '../../domain/minutes/minutes-content.ts'
import { localeOf } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { imprint } from '../official/imprint.ts'
import { masthead } from '../official/masthead.ts'
import { spanIn } from '../official/moments.ts'
import { paragraph } from '../official/paragraphs.ts'
import { writeDocument } from '../official/write-document.ts'
import { plainLines } from '../package/plain-text.ts'

/**
 * A numbered amendment (更正) of signed minutes as a .docx, in their layout (see build-minutes.ts). The minutes stay
 * as they were signed.
 */
export function buildAmendment(content: AmendmentContent): Promise<Buffer> {
  const locale = localeOf(content.language)
  const { planTitle: plan, meetingNo: no, amendmentNo: amendment, office, signed } = content
  const { day, year } = spanIn(content.zone, content.startsAt, content.startsAt)
  const title = t(locale, 'document.amendment_title', { plan, no, amendment })
  return writeDocument({ locale, title, creator: office, draft: signed === null }, [
    ...masthead(locale, {
      mark: t(locale, 'document.minutes_masthead'),
      number: t(locale, 'document.amendment_number', { year, no, amendment }),
      office,
      signedBy: signed?.by ?? null,
      title,
    }),
    paragraph(
      locale,
      'Body',
      t(locale, 'document.amendment_intro', { day, no, number: t(locale, 'document.number', { year, no }) }),
    ),
    ...plainLines(content.text).map((line) => paragraph(locale, 'Body', line)),
    paragraph(locale, 'Body', t(locale, 'document.amendment_rest')),
    ...imprint(locale, { ...content, issuedOn: signed?.on ?? null }),
  ])
}

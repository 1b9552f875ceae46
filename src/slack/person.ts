import type { RichTextElement } from '@slack/types'
import { isPseudonym } from '../domain/pseudonym.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/translate.ts'

/** A person in rich text, because only Slack can show a name for an id; one who was erased has none. */
export function person(locale: Locale, userId: string): RichTextElement {
  if (isPseudonym(userId)) return { type: 'text', text: t(locale, 'person.erased_name') }
  return { type: 'user', user_id: userId }
}

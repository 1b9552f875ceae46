import type { ViewOutput } from '@slack/bolt'
import type { SectionBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { clip, paragraphs } from '../blocks.ts'

/** A refusal and what was typed stay below Slack's 13,200 characters a message together. */
const keptAtMost = 9000
/** Shorter words are typed again sooner than they are copied. */
const worthKeeping = 12

/** What a person typed after a command that was refused, so that they can copy it; nothing for a word or two. */
export function typedWords(locale: Locale, command: string, words: string): SectionBlock[] {
  if (words.length <= worthKeeping) return []
  return paragraphs([t(locale, 'typed.words'), ...clip(`${command} ${words}`, keptAtMost).split('\n')])
}

/** What a person put into a modal that was refused after it closed, a field a line with its label. */
export function typedForm(locale: Locale, view: Pick<ViewOutput, 'blocks' | 'state'>): SectionBlock[] {
  const lines = view.blocks.flatMap((block) => {
    if (!('label' in block)) return []
    const values = Object.values(view.state.values[block.block_id ?? ''] ?? {})
    const shown = values.map((value) => shownValue(locale, value)).filter((text) => text !== '')
    return shown.length > 0 ? [t(locale, 'typed.field', { label: block.label.text, value: shown.join(' ') })] : []
  })
  if (lines.length === 0) return []
  return paragraphs([t(locale, 'typed.form'), ...clip(lines.join('\n'), keptAtMost).split('\n')])
}

type FieldValue = ViewOutput['state']['values'][string][string]

function shownValue(locale: Locale, field: FieldValue): string {
  const chosen = [...(field.selected_option ? [field.selected_option] : []), ...(field.selected_options ?? [])]
  if (chosen.length > 0) return chosen.map((option) => option.text.text).join(t(locale, 'list.separator'))
  return field.value ?? field.selected_date ?? field.selected_time ?? ''
}

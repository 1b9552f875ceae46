import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  RichTextLink,
  SectionBlock,
} from '@slack/types'

const optionsAtMost = 100
// Slack takes 3,000 characters a section.
const sectionLength = 2900

/** A message as the bot builds it: `text` alone is enough in a notification, `blocks` are the whole. */
export type Message = { text: string; blocks: KnownBlock[] }

/** Escapes a person's text where Slack would read mentions, links or entities in it. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A text as it was typed, where Slack hands it on escaped. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Cuts a text to a limit of characters with an ellipsis; never inside a surrogate pair. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1)
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** A message whose first line is the point and whose further lines, if any, follow it as sections. */
export function message(title: string, blocks: KnownBlock[] = []): Message {
  return { text: escapeText(title), blocks: [strong(title), ...blocks] }
}

/** A line in bold. Rich text, because Slack's `*…*` is not bold between Chinese characters. */
export function strong(text: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, style: { bold: true } }] }],
  }
}

/** A paragraph. Plain text, so nothing in it can mention or link. */
export function paragraph(text: string): SectionBlock {
  return { type: 'section', text: { type: 'plain_text', text: clip(text, 3000), emoji: false } }
}

/**
 * Lines gathered into as few sections as Slack allows; a line that is longer than a section goes on in the next, so
 * nothing is cut.
 */
export function paragraphs(lines: readonly string[]): SectionBlock[] {
  const texts: string[] = []
  for (const line of lines.flatMap((one) => pieces(one, sectionLength))) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + line.length < sectionLength) texts[texts.length - 1] = `${last}\n${line}`
    else if (line !== '') texts.push(line)
  }
  return texts.map(paragraph)
}

/** A text in pieces of at most `length` UTF-16 units, none of which ends inside a character. */
export function pieces(text: string, length: number): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > length) {
    const part = rest.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
    parts.push(part)
    rest = rest.slice(part.length)
  }
  return [...parts, rest]
}

/** A link in rich text. A label that looks like an address stands for no other: then the address itself is shown. */
export function link(url: string, label: string): RichTextLink {
  const looksLikeAddress = /:\/\/|^\s*[\w-]+(?:\.[\w-]+)+(?:[/:?#]\S*)?\s*$|\bwww\./i.test(label)
  return { type: 'link', url, text: looksLikeAddress ? clip(url, 80) : label }
}

/** Small print. */
export function note(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text: clip(text, 2000), emoji: false }] }
}

/** A title of a modal's or home's part. */
export function header(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: clip(text, 150), emoji: false } }
}

/** A row of buttons. */
export function buttons(...elements: Button[]): ActionsBlock {
  return { type: 'actions', elements }
}

/** A button; `value` comes back when it is clicked. */
export function button(actionId: string, text: string, value: string, look: Partial<Button> = {}): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text: clip(text, 75), emoji: false },
    value,
    ...look,
  }
}

/** The question a button asks before it acts. */
export function confirm(title: string, text: string, yes: string, no: string): NonNullable<Button['confirm']> {
  return {
    title: { type: 'plain_text', text: clip(title, 100) },
    text: { type: 'plain_text', text: clip(text, 300) },
    confirm: { type: 'plain_text', text: clip(yes, 30) },
    deny: { type: 'plain_text', text: clip(no, 30) },
  }
}

/** An option of a select. */
export function option(value: string, text: string): PlainTextOption {
  return { value, text: { type: 'plain_text', text: clip(text, 75), emoji: false } }
}

/**
 * The options of a select: Slack takes 100 in a list, so more of them go into groups of 100, each named by its first and
 * last number.
 */
export function choices<T>(
  options: T[],
): { options: T[] } | { option_groups: { label: PlainTextElement; options: T[] }[] } {
  if (options.length <= optionsAtMost) return { options }
  const groups = Array.from({ length: Math.ceil(options.length / optionsAtMost) }, (_, group) => {
    const from = group * optionsAtMost
    const to = Math.min(from + optionsAtMost, options.length)
    return { label: { type: 'plain_text' as const, text: `${from + 1}–${to}` }, options: options.slice(from, to) }
  })
  return { option_groups: groups }
}

/** A labelled field of a modal. */
export function input(
  blockId: string,
  label: string,
  element: InputBlock['element'],
  more: { hint?: string; optional?: boolean; dispatch?: boolean } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: { type: 'plain_text', text: label },
    element,
    ...(more.hint ? { hint: { type: 'plain_text', text: more.hint } } : {}),
    optional: more.optional ?? false,
    dispatch_action: more.dispatch ?? false,
  }
}

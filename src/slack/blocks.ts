import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  PlainTextOption,
  RichTextBlock,
  SectionBlock,
} from '@slack/types'

/** A message as the bot builds it: `text` alone is enough in a notification, `blocks` are the whole. */
export type Message = { text: string; blocks: KnownBlock[] }

/** Escapes a person's text where Slack would read mentions, links or entities in it. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
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

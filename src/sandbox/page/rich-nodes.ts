/** Formatted text as data, whichever of mrkdwn, rich_text and markdown it came from. */
export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'bold' | 'italic' | 'strike' | 'underline'; children: Inline[] }
  | { kind: 'link'; url: string; children: Inline[] }
  | { kind: 'user' | 'channel' | 'group'; id: string; label?: string }
  | { kind: 'broadcast'; range: string }
  | { kind: 'date'; at: number; format: string; url?: string; fallback: string }
  | { kind: 'emoji'; name: string; glyph: string }

/** A run of lines: plain, quoted or preformatted. */
export type Passage =
  | { kind: 'lines'; children: Inline[] }
  | { kind: 'quote'; children: Inline[] }
  | { kind: 'preformatted'; text: string }

/** True for an address the page lets people follow. Anything else (javascript:, data:, …) is shown as text. */
export function isSafeUrl(url: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)/i.test(url)
}

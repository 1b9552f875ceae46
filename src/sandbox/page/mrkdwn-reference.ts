import { type Inline, isSafeUrl } from './rich-nodes.ts'

/**
 * Reads what stands between `<` and `>` in mrkdwn: a mention, a date or a link. `decode` undoes entities in what people
 * read. Returns null where it is none of them, so that the text is shown as it stands.
 */
export function readReference(content: string, decode: (text: string) => string): Inline | null {
  const bar = content.indexOf('|')
  const target = bar < 0 ? content : content.slice(0, bar)
  const label = bar < 0 ? undefined : decode(content.slice(bar + 1))
  const named = label ? { label } : {}
  if (/^@[UWB][A-Z0-9]+$/.test(target)) return { kind: 'user', id: target.slice(1), ...named }
  if (/^#[CDG][A-Z0-9]+$/.test(target)) return { kind: 'channel', id: target.slice(1), ...named }
  if (/^!subteam\^S[A-Z0-9]+$/.test(target)) return { kind: 'group', id: target.slice(9), ...named }
  if (/^!(here|channel|everyone)$/.test(target)) return { kind: 'broadcast', range: target.slice(1) }
  if (target.startsWith('!date^')) return readDate(target, label ?? '')
  const url = decode(target)
  return isSafeUrl(url) ? { kind: 'link', url, children: [{ kind: 'text', text: label || linkText(url) }] } : null
}

function readDate(target: string, fallback: string): Inline | null {
  const [, seconds = '', format = '', url] = target.split('^')
  if (!/^\d{1,12}$/.test(seconds) || !format) return null
  return { kind: 'date', at: Number(seconds) * 1000, format, fallback, ...(url ? { url } : {}) }
}

function linkText(url: string): string {
  return url.replace(/^(mailto|tel):/i, '')
}

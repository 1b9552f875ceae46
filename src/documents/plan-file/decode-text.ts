import { DomainError } from '../../domain/errors.ts'

/**
 * Text from bytes: by its byte order mark, else UTF-8, else GB18030 (which holds GBK and GB 2312, as older Chinese
 * systems save).
 * @throws DomainError `plan.file_not_text`
 */
export function decodeText(name: string, bytes: Uint8Array): string {
  for (const encoding of encodingsOf(bytes)) {
    const text = tryDecode(encoding, bytes)
    if (text !== null && !holdsControls(text)) return text
  }
  throw new DomainError('plan.file_not_text', { name })
}

function encodingsOf(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

function tryDecode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // fatal decoding throws where the bytes are of another encoding: that is the answer
    return null
  }
}

/** Whether a text holds characters that only binary data has; tab, line ends and form feed are text. */
function holdsControls(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 9 || (code > 13 && code < 32 && code !== 27) || code === 0xfffe || code === 0xffff) return true
  }
  return false
}

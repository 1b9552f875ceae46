/**
 * A person's text as a document may hold it: without the characters that XML 1.0 forbids (section 2.2: control
 * characters, halves of surrogate pairs, U+FFFE and U+FFFF) or discourages (U+007F to U+009F), and with one kind of line
 * end.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .toWellFormed()
    .replace(/[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}

/** The same on one line: for titles, names and cells that must not break. The ideographic space is a space of its own. */
export function plainLine(text: string): string {
  return unbroken(plainText(text)).trim()
}

/** White space as single spaces. */
export function unbroken(text: string): string {
  return text.replace(/[^\S\u3000]+/g, ' ')
}

/** The lines of a text, without the empty ones. */
export function plainLines(text: string): string[] {
  return plainText(text)
    .split('\n')
    .map((line) => unbroken(line).trim())
    .filter((line) => line !== '')
}

import type { Locale } from '../../i18n/locale.ts'

const namespaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * The part docProps/core.xml. It names no time of writing, which all of its elements may leave out (ECMA-376 Part 2,
 * 11.1): the library would write the present one, and the same content would give other bytes.
 */
export function coreProperties(title: string, creator: string, locale: Locale): string {
  const escaped = (text: string) => text.replace(/[&<>]/g, (char) => entities[char] ?? char)
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${namespaces}>` +
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator>` +
    `<dc:language>${locale}</dc:language></cp:coreProperties>`
  )
}

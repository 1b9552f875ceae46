/**
 * Full-width forms of ASCII (0–9, %, #, ,, the ideographic space) as ASCII. One character stays one character, so
 * that a place in the result is the same place in `text`.
 */
export function foldFullWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
}

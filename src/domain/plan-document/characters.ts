const folded = new Map<string, string>([
  ...[...'(〔【〖﹝[{「'].map((c) => [c, '('] as const),
  ...[...')〕】〗﹞]}」'].map((c) => [c, ')'] as const),
  ['∶', ':'],
  ['︰', ':'],
  ['﹕', ':'],
  ['﹔', ';'],
  ['﹐', ','],
  ['﹑', '、'],
  ['､', '、'],
  ['｡', '。'],
])

/**
 * The text for matching: full-width forms become ASCII and every kind of bracket a round one. One code unit stays one
 * code unit, so offsets hold in the original.
 */
export function fold(text: string): string {
  return text.replace(/[\uFF01-\uFF5E〔〕【】〖〗﹝﹞[\]{}「」∶︰﹕﹔﹐﹑､｡]/g, (c) => {
    const code = c.charCodeAt(0)
    const plain = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : c
    return folded.get(plain) ?? plain
  })
}

/** Whether a character is a Chinese ideograph. */
function isIdeograph(char: string): boolean {
  return /^[\u3400-\u9FFF\u3007]/.test(char)
}

/**
 * One line of input made plain: compatibility forms that PDF text holds (⼯, ㈠, ⒈) and full-width letters and digits
 * become ordinary ones, invisible characters go, spaces are squeezed. Spaces beside Chinese are typesetting and go too
 * (`5 亿元` is `5亿元`), except between two ideographs, where they may separate names.
 */
export function cleanLine(raw: string): string {
  return raw
    .replace(/[\u2F00-\u2FDF\u2E80-\u2EFF\uF900-\uFAFF\u3220-\u3229\u2488-\u249B０-９Ａ-Ｚａ-ｚ％]/g, (c) =>
      c.normalize('NFKC'),
    )
    .replace(/[\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF\u00AD]/g, '')
    .replace(/[\s\p{Cc}\u3000\u00A0]+/gu, ' ')
    .trim()
    .replace(/(?<=\d)．(?=\d)/g, '.')
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '')
    .replace(/(.) (?=(.))/gu, (_, before: string, after: string) => {
      if (isIdeograph(before) && isIdeograph(after)) return `${before} `
      return isWide(before) || isWide(after) ? before : `${before} `
    })
}

/** Text as it is given out: no line breaks and no spaces between ideographs. */
export function plainText(text: string): string {
  return text
    .replaceAll('\n', '')
    .replace(/(?<=\d)．(?=\d)/g, '.')
    .replace(/(?<=[\u3400-\u9FFF]) (?=[\u3400-\u9FFF])/g, '')
}

function isWide(char: string): boolean {
  const code = char.codePointAt(0) ?? 0
  return code >= 0x2e80 || (code >= 0x2010 && code <= 0x2027)
}

/** Columns a text takes where Chinese takes two and Latin one. */
export function visualWidth(text: string): number {
  let width = 0
  for (const char of text) width += isWide(char) ? 2 : 1
  return width
}

/** Whether a text ends as a sentence or a bracket does. */
export function endsSentence(text: string): boolean {
  return /[。.!?;:…)”’"》]$/.test(fold(text.slice(-1)))
}

import { isUnitName } from './unit-words.ts'

/**
 * Splits a list at 、,; and 。 outside brackets, and at a space or 和 where both sides are surely names. What one 各 holds
 * together stays together: 各市、州人民政府.
 */
export function splitNames(text: string): string[] {
  const pieces: string[] = []
  let depth = 0
  let start = 0
  for (let index = 0; index <= text.length; index++) {
    const char = text[index] ?? '。'
    if (char === '(') depth++
    else if (char === ')') depth = Math.max(0, depth - 1)
    else if (index === text.length || (depth === 0 && '、,;。/'.includes(char) && !joinsCollective(text, index))) {
      pieces.push(...splitPair(text.slice(start, index).trim()))
      start = index + 1
    }
  }
  return pieces.filter((piece) => piece !== '')
}

function splitPair(piece: string): string[] {
  const spaced = piece.split(' ')
  if (spaced.length > 1 && spaced.every(isUnitName)) return spaced
  for (const match of piece.matchAll(/[和与及]/g)) {
    const [left, right] = [piece.slice(0, match.index), piece.slice(match.index + 1)]
    if (isUnitName(left) && isUnitName(right) && left.length >= 3 && right.length >= 3)
      return [left, ...splitPair(right)]
  }
  return [piece]
}

/** Whether a 、 stands inside one name for many bodies: 各市、州人民政府, 各县、市、区政府. */
function joinsCollective(text: string, index: number): boolean {
  return (
    text[index] === '、' &&
    /各(?:[市县区州旗盟乡](?:\([^()]{1,4}\))?、)*[市县区州旗盟乡](?:\([^()]{1,4}\))?$/.test(
      text.slice(Math.max(0, index - 16), index),
    ) &&
    /^(?:(?:[市县区州旗盟镇乡]|街道|乡镇)[、和])*(?:[市县区州旗盟镇]|街道|乡镇|开发区)(?:\([^()]{1,6}\))?(?:(?:人民)?政府|管委会|党委|办事处)/.test(
      text.slice(index + 1, index + 24),
    )
  )
}

import { endsSentence, fold } from './characters.ts'
import { startsWithLabel } from './unit-lists.ts'

/** Whether the text so far may be followed by a heading: it ends a sentence, or is itself a short heading. */
export function isComplete(text: string): boolean {
  if (text === '' || endsSentence(text)) return true
  const sentence = text.slice(text.lastIndexOf('。') + 1)
  if (!mayEnd(sentence)) return false
  return (
    startsWithLabel(sentence.replace(/^[^\u3400-\u9FFF]/, '')) ||
    /(?:负责|配合|落实|参与)$/.test(sentence) ||
    isShortHeading(text)
  )
}

function isShortHeading(text: string): boolean {
  return text.length <= 60 && !/[。;；]/.test(text)
}

/** Whether a text may end here for all its punctuation says: no comma at its end, no bracket or quotation left open. */
export function mayEnd(text: string): boolean {
  const tail = fold(text)
  if (/[,、(“《]$/.test(tail)) return false
  return hasBalancedBrackets(tail) || startsWithLabel(tail.slice(tail.lastIndexOf('(') + 1))
}

function hasBalancedBrackets(text: string): boolean {
  let depth = 0
  for (const char of text) depth += '(“《'.includes(char) ? 1 : ')”》'.includes(char) ? -1 : 0
  return depth <= 0
}

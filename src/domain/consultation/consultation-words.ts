import { foldFullWidth } from '../full-width.ts'

/** What was typed after `/issue` about a consultation; `no` null: the number is missing. */
export type ConsultationWords = { verb: 'consult' | 'agree' | 'object'; no: number | null; text: string }

const verbs: readonly [ConsultationWords['verb'], string][] = [
  ['consult', '会商|consult'],
  ['agree', '同意|agree'],
  ['object', '有异议|异议|object'],
]

/**
 * Reads `会商 12 处理意见…`, `同意 12 一句话`, `有异议 #12 …` and their English; null where it is none of these. The word
 * must stand alone or before a number: 「会商机制不健全」 is the title of an issue.
 */
export function parseConsultationWords(words: string): ConsultationWords | null {
  const folded = foldFullWidth(words)
  for (const [verb, names] of verbs) {
    const pattern = new RegExp(`^(?:${names})(?:\\s*#?\\s*(\\d{1,6})(?:$|[\\s,:;、。]+))?`, 'i')
    const match = pattern.exec(folded)
    if (!match) continue
    const [all, no] = match
    if (no !== undefined) return { verb, no: Number(no), text: words.slice(all.length).trim() }
    if (folded.slice(all.length).trim() === '') return { verb, no: null, text: '' }
  }
  return null
}

import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import { looksLikeDay } from '../../domain/measurement-day.ts'
import { isSameMetric, matchTargets, splitMeasurementWords } from '../../domain/target-words.ts'
import type { ListedTarget, TargetList } from '../../usecases/target/list-targets.ts'

const targetsNamed = 10

/** The targets that the words may mean, at least one. @throws DomainError `target.unknown` {given, targets, more} */
export function findTargets({ targets }: TargetList, given: string): ListedTarget[] {
  const candidates = matchTargets(given, targets)
  if (candidates.length === 0) throw new DomainError('target.unknown', { given, ...named(targets) })
  return candidates
}

/** The one target of them. @throws DomainError `target.unknown` {given, targets, more}, `target.ambiguous` as that */
export function oneTarget({ targets }: TargetList, candidates: readonly ListedTarget[], given: string): ListedTarget {
  const [target, other] = candidates
  if (!target) throw new DomainError('target.unknown', { given: given.slice(0, 100), ...named(targets) })
  if (other) throw new DomainError('target.ambiguous', { given: given.slice(0, 100), ...named(candidates) })
  return target
}

/**
 * The targets that a text names without giving a value: by the whole of their metric, whatever numbers are in it, or where
 * nothing in it can be a value or a day. Null where it does more than name.
 */
export function namesOnly(text: string, targets: readonly ListedTarget[]): ListedTarget[] | null {
  const same = targets.filter(({ metric }) => isSameMetric(text, metric))
  if (same.length > 0) return same
  const words = foldFullWidth(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0 || words.some(looksLikeDay)) return null
  try {
    splitMeasurementWords(text)
    return null
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'target.words_missing') throw error
  }
  const found = matchTargets(text, targets)
  return found.length > 0 ? found : null
}

function named(targets: readonly ListedTarget[]) {
  const names = targets.slice(0, targetsNamed).map(({ metric }) => metric)
  return { targets: names, more: Math.max(0, targets.length - names.length) }
}

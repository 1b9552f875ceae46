/** After this many failures, some four days of them, a message is given up. */
export const attemptsAtMost = 100

/** Seconds to wait after the n-th failure (n from 1): 2, 4, 8 … at most an hour. */
export function backoffSeconds(attempts: number): number {
  return Math.min(3600, 2 ** Math.min(attempts, 12))
}

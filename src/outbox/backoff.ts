/** After this many failures, some four days of them, a message is given up. */
export const attemptsAtMost = 100

const longestSeconds = 3600

/** What Slack gave no answer to it may still be doing: it is looked for no sooner than after so many seconds. */
const unansweredSeconds = 10

/** Seconds to wait after the n-th failure (n from 1): 2, 4, 8 … at most an hour; a little longer where there was no answer. */
export function backoffSeconds(attempts: number, answered = true): number {
  return Math.max(answered ? 0 : unansweredSeconds, Math.min(longestSeconds, 2 ** Math.min(attempts, 12)))
}

/** Seconds to leave alone what is out of reach since an instant: as long again as it has been, from 2 to an hour. */
export function troubledSeconds(since: Date, now: Date): number {
  return Math.min(longestSeconds, Math.max(2, Math.round((now.getTime() - since.getTime()) / 1000)))
}

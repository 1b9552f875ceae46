/**
 * A meeting as an entry of a calendar (RFC 5545). Every change of a meeting raises `sequence` under the same `uid`, so
 * that a calendar keeps one entry; `cancelled` takes it away.
 */
export type CalendarEntry = {
  uid: string
  sequence: number
  cancelled: boolean
  /** When this version was made, an ISO instant. */
  changedAt: string
  /** ISO instant with offset. */
  startsAt: string
  minutes: number
  zone: string
  summary: string
  /** Plain lines: the receiver's items and times. */
  description: string
  place: string
}

import { DateTime } from 'luxon'

/** An enterprise with its visits, as far as they say when the next one is due. Days are ISO dates of the plan's zone. */
export type VisitedEnterprise = {
  everyMonths: number
  createdOn: string
  /** From this day on nobody keeps in touch any more; null: somebody does. */
  endedOn: string | null
  visitedOn: readonly string[]
}

/**
 * The days of the visits asked for between two days, both included. A visit is due so many months after the last one, or
 * after the enterprise was entered; it counts on its due day, or on the day it was made where that was earlier.
 */
export function visitsAsked(enterprise: VisitedEnterprise, from: string, until: string): string[] {
  const { everyMonths, createdOn, endedOn, visitedOn } = enterprise
  const visits = visitedOn.toSorted()
  const bases = [createdOn, ...visits]
  return bases.flatMap((base, index) => {
    const due = DateTime.fromISO(base).plus({ months: everyMonths }).toISODate() ?? base
    const made = visits[index]
    const day = made !== undefined && made < due ? made : due
    return day >= from && day <= until && (endedOn === null || day < endedOn) ? [day] : []
  })
}

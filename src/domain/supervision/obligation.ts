/** What can be owed and reminded of. */
export type ObligationKind = 'report' | 'action' | 'milestone' | 'visit'

/**
 * Something a unit owes by a day, as supervision sees it: reminders before the day and slips after it are the same for
 * reports, actions, milestones and visits. It is listed while it is owed, and gone once it is done. Days are ISO dates.
 */
export type Obligation = {
  kind: ObligationKind
  /** Names it for ever, beside its unit: report/2024H1, action/12, milestone/5, visit/3 (the enterprise's number). */
  subject: string
  unitId: number
  unit: string
  /** Who is asked: all liaisons of the unit, or only these people. */
  people: readonly string[] | 'liaisons'
  dueOn: string
  /** Lateness counts from this day: `dueOn`, or the day its last pause ended where that is later. */
  countFrom: string
  /** What is owed, a line each, by the number people see: for a report its tasks, otherwise the one thing itself. */
  items: readonly ObligationItem[]
}

/** One line of an obligation; `no` is the task's number for a report, else its own. */
export type ObligationItem = { no: number; title: string }

/** A report that a unit is responsible for in a period: what stands of it, and whether it is owed again. */
export type BoardReport = {
  unitId: number
  unit: string
  /** Is it asked for? What is paused is not, unless it was filed. */
  asked: boolean
  filed: boolean
  late: boolean
  returned: boolean
}

/** How a unit stands with its reports of a period; what was returned is owed again and not filed. */
export type BoardLine = {
  unitId: number
  unit: string
  owed: number
  filed: number
  late: number
  returned: number
}

/** A line a unit, the one that owes most first, then who was returned or late more; else in the plan's order. */
export function composeBoard(reports: readonly BoardReport[]): BoardLine[] {
  const lines = [...Map.groupBy(reports, ({ unitId }) => unitId)].map(([unitId, own]): BoardLine => {
    const count = (wanted: (report: BoardReport) => boolean) => own.filter(wanted).length
    return {
      unitId,
      unit: own[0]?.unit ?? '',
      owed: count(({ asked }) => asked),
      filed: count(({ filed }) => filed),
      late: count(({ filed, late }) => filed && late),
      returned: count(({ asked, filed, returned }) => asked && !filed && returned),
    }
  })
  const missing = ({ owed, filed }: BoardLine) => owed - filed
  return lines.toSorted(
    (one, other) => missing(other) - missing(one) || other.returned - one.returned || other.late - one.late,
  )
}

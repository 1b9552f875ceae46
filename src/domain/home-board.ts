/** What a board is made of: tasks with their units in the plan's order, and the newest version of what was filed. */
export type BoardFacts = {
  tasks: readonly { id: number; units: readonly { id: number; name: string }[] }[]
  reports: readonly { taskId: number; unitId: number; state: string; late: boolean }[]
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
export function composeBoard({ tasks, reports }: BoardFacts): BoardLine[] {
  const newest = new Map(reports.map((report) => [`${report.taskId}/${report.unitId}`, report]))
  const lines = new Map<number, BoardLine>()
  for (const task of tasks) {
    for (const { id, name } of task.units) {
      const line = lines.get(id) ?? { unitId: id, unit: name, owed: 0, filed: 0, late: 0, returned: 0 }
      const report = newest.get(`${task.id}/${id}`)
      const returned = report?.state === 'returned'
      const filed = report !== undefined && !returned
      lines.set(id, {
        ...line,
        owed: line.owed + 1,
        filed: line.filed + Number(filed),
        late: line.late + Number(filed && report.late),
        returned: line.returned + Number(returned),
      })
    }
  }
  const missing = ({ owed, filed }: BoardLine) => owed - filed
  return [...lines.values()].toSorted(
    (one, other) => missing(other) - missing(one) || other.returned - one.returned || other.late - one.late,
  )
}

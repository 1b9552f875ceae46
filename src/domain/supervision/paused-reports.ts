/** A pause of a task or of a whole reporting period; it stands until `endedAt`. */
type Pause = { taskId: number | null; periodId: number | null; startedAt: Date; endedAt: Date | null }

/**
 * Of which tasks the reports of a period were not asked for at an instant, as they or the whole period were paused. A
 * period that nobody spoke of yet (no id) cannot be paused itself.
 */
export function pausedReports(
  pauses: readonly Pause[],
  periodId: number | null | undefined,
  at: Date,
): (taskId: number) => boolean {
  const standing = pauses.filter(({ startedAt, endedAt }) => startedAt <= at && (endedAt === null || endedAt > at))
  if (standing.some((pause) => pause.periodId !== null && pause.periodId === periodId)) return () => true
  const tasks = new Set(standing.map(({ taskId }) => taskId))
  return (taskId) => tasks.has(taskId)
}

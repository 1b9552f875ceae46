/**
 * Closes what was opened, the last first, each after the other and whatever becomes of another.
 * @throws the first failure, when all were closed
 */
export async function closeAll(closers: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const close of closers.toReversed()) await close().catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

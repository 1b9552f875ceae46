import type { Log } from './log.ts'

/**
 * Stops what runs, and says whether that went well. A stop that has not ended after `seconds` is given up, with a line in
 * the log: what was not finished is owed still, and whoever comes next goes on with it.
 */
export async function stopWithin(seconds: number, stop: () => Promise<void>, log: Log): Promise<boolean> {
  const late = Promise.withResolvers<false>()
  const timer = setTimeout(() => {
    log.error({ seconds }, 'the stop took too long and was cut short')
    late.resolve(false)
  }, seconds * 1000)
  const stopped = stop().then(
    () => true,
    (err: unknown) => {
      log.error({ err }, 'the stop failed')
      return false
    },
  )
  const clean = await Promise.race([stopped, late.promise])
  clearTimeout(timer)
  return clean
}

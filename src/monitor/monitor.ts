import type { DateTime } from 'luxon'
import type { Database } from '../db/database.ts'
import type { Log } from '../log.ts'
import type { Courier } from '../outbox/courier.ts'
import { countErrors } from './count-errors.ts'
import { createHealth } from './health.ts'
import { createMetrics } from './metrics.ts'
import { readGauges } from './read-gauges.ts'
import { type ServedMonitor, serveMonitor } from './serve-monitor.ts'
import { watchCourier } from './watch-courier.ts'

/** What is watched of a bot. */
type Bot = { database: Database; now: () => DateTime; disconnectedFor: () => number }

/** Watches one bot from before it is wired: counts what it does, and knows how it is. */
export type Monitor = {
  /** The same log, that counts its errors. */
  counting(log: Log): Log
  /** Where the times of requests go. */
  times: { acked(kind: string, seconds: number): void; handled(kind: string, seconds: number): void }
  /** Watches the bot as it was wired. */
  watch(bot: Bot): Watch
}

/** Watches a wired bot. */
export type Watch = {
  /** Told whenever what is due, or a part of it, was worked off. */
  beat(): void
  /** The same courier, that counts its messages. */
  courier(courier: Courier): Courier
  /** Serves what is known; null where the port cannot be had. */
  serve(at: { host: string; port: number }, log: Log): Promise<ServedMonitor | null>
}

/** A monitor for one bot of this version. */
export function createMonitor(version: string): Monitor {
  const metrics = createMetrics({ version, node: process.versions.node })
  return {
    counting: (log) => countErrors(log, (kind) => metrics.errors.inc({ kind })),
    times: {
      acked: (kind, seconds) => metrics.ackSeconds.observe({ kind }, seconds),
      handled: (kind, seconds) => metrics.requestSeconds.observe({ kind }, seconds),
    },
    watch({ database, now, disconnectedFor }) {
      const { beat, ready } = createHealth(database, disconnectedFor)
      const scrape = async () => {
        await readGauges(metrics, await ready(), database, now())
        return { contentType: metrics.registry.contentType, text: await metrics.registry.metrics() }
      }
      return {
        beat,
        courier: (courier) => watchCourier(courier, metrics, beat),
        serve(at, log) {
          metrics.countProcess()
          return serveMonitor(at, { version, ready, scrape }, log)
        },
      }
    },
  }
}

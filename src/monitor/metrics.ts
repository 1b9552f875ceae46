import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Slack waits three seconds for an acknowledgement; people feel much less. */
const ackBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3]
const requestBuckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** What a process counts of itself. Labels come from fixed lists: no texts, no names, no ids. */
export type Metrics = ReturnType<typeof createMetrics>

/** The metrics of one process, all at zero; none is shared with another bot of the same process. */
export function createMetrics(build: { version: string; node: string }) {
  const registers = [new Registry()]
  const [registry = new Registry()] = registers
  const gauge = <T extends string>(name: string, help: string, ...labelNames: T[]) =>
    new Gauge({ name: `liaison_${name}`, help, labelNames, registers })
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `liaison_${name}`, help, buckets, labelNames: ['kind'], registers })
  const counter = <T extends string>(name: string, help: string, ...labelNames: T[]) =>
    new Counter({ name: `liaison_${name}`, help, labelNames, registers })

  gauge('build_info', 'Version of Liaison and of Node; always 1', 'version', 'node').set(build, 1)
  return {
    registry,
    ackSeconds: histogram('ack_seconds', 'From the arrival of a request to its acknowledgement', ackBuckets),
    requestSeconds: histogram(
      'request_seconds',
      'From the arrival of a request to the end of its work',
      requestBuckets,
    ),
    errors: counter('errors_total', 'Errors that were logged, by what was logged', 'kind'),
    deliveries: counter('deliveries_total', 'Attempts to reach Slack with a message that was owed', 'kind', 'outcome'),
    outboxMessages: gauge('outbox_messages', 'Messages that are owed and not sent, or given up (dead)', 'state'),
    outboxOldest: gauge('outbox_oldest_seconds', 'Age of the oldest of them', 'state'),
    slotsLate: gauge('slots_late', 'Jobs and digests that are overdue by more than two minutes', 'ledger'),
    slotsLateSeconds: gauge('slots_late_seconds', 'How long the longest of them is overdue', 'ledger'),
    databaseUp: gauge('database_up', '1 where the database answers'),
    databaseSeconds: gauge('database_seconds', 'Round trip of an empty statement'),
    slackConnected: gauge('slack_connected', '1 where requests can come in from Slack'),
    workedOffSeconds: gauge('worked_off_seconds', 'Since what is due was worked off last'),
    /** Counts the process itself too: memory, processor, event loop. */
    countProcess() {
      if (!registry.getSingleMetric('process_start_time_seconds')) collectDefaultMetrics({ register: registry })
    },
  }
}

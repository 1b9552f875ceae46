import { z } from 'zod'

const times = z.number().int().min(1).max(1000).default(1)
const method = z.string().min(1).max(80).default('*')

/** What `POST /sandbox/faults` takes. `method` is a Web API method, `*` (the default) any of them. */
export const faultsSchema = z.strictObject({
  /** The next calls do their work, then the connection breaks before the answer. */
  drop_answers: z.strictObject({ method, times }).optional(),
  /** The next calls answer HTTP 500 without doing anything. */
  server_errors: z.strictObject({ method, times }).optional(),
  /** The next calls answer HTTP 429 without doing anything. */
  rate_limits: z.strictObject({ method, times, retry_after: z.number().int().min(1).max(3600).default(1) }).optional(),
  /** The next envelopes are delivered twice. */
  deliver_twice: z.number().int().min(1).max(1000).optional(),
  /** Messages with a `data_visualization` block are refused, as by a workspace that does not have it, until `clear`. */
  refuse_charts: z.boolean().optional(),
  /** Every Socket Mode connection is cut, now. */
  cut_socket: z.literal(true).optional(),
  /** Forgets all faults that have not yet struck. */
  clear: z.literal(true).optional(),
})

/** The settings of {@link faultsSchema} once read. */
type FaultSettings = z.infer<typeof faultsSchema>

/** The faults waiting to strike. */
export type Faults = {
  set(settings: FaultSettings): void
  /** Takes the fault that strikes this call before its work, if any. */
  beforeCall(method: string): { kind: 'server_error' } | { kind: 'rate_limit'; retryAfter: number } | null
  /** Whether the answer of this call is dropped. */
  dropsAnswer(method: string): boolean
  /** Whether this envelope is delivered twice. */
  deliversTwice(): boolean
  /** Whether charts are refused. */
  refusesCharts(): boolean
}

/** No faults yet. */
export function createFaults(): Faults {
  let settings: FaultSettings = {}
  const strike = (fault: { method: string; times: number } | undefined, called: string): boolean => {
    if (!fault || fault.times === 0 || (fault.method !== '*' && fault.method !== called)) return false
    fault.times -= 1
    return true
  }
  return {
    set(next) {
      settings = next.clear ? {} : { ...settings, ...structuredClone(next) }
    },
    beforeCall(called) {
      if (strike(settings.server_errors, called)) return { kind: 'server_error' }
      const { rate_limits } = settings
      if (rate_limits && strike(rate_limits, called)) return { kind: 'rate_limit', retryAfter: rate_limits.retry_after }
      return null
    },
    refusesCharts: () => settings.refuse_charts ?? false,
    dropsAnswer: (called) => strike(settings.drop_answers, called),
    deliversTwice() {
      const left = settings.deliver_twice ?? 0
      if (left === 0) return false
      settings.deliver_twice = left - 1
      return true
    },
  }
}

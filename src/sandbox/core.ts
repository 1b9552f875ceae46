import type { Background } from './background.ts'
import type { Clock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { AppManifest } from './manifest.ts'
import type { Persistence } from './persistence.ts'
import type { RateLimits } from './rate-limits.ts'
import type { SocketHub } from './socket.ts'
import type { Store } from './store.ts'

/** The parts of a running sandbox that its handlers work with. */
export type Core = {
  store: Store
  clock: Clock
  manifest: AppManifest
  persistence: Persistence
  socket: SocketHub
  faults: Faults
  limits: RateLimits
  background: Background
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  baseUrl(): string
}

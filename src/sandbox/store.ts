import type { Clock } from './clock.ts'
import type { State } from './entities.ts'

/** The workspace in memory. Whoever changes `state` calls `changed` afterwards. */
export type Store = {
  state: State
  /** Tells the listeners that the state has changed. */
  changed(): void
  /** Adds a listener of changes; the answer removes it. */
  onChange(listener: () => void): () => void
  /** A message timestamp, `seconds.microseconds` of the sandbox clock: unique and increasing. */
  nextTs(): string
}

/** A store around a state. */
export function createStore(state: State, clock: Clock): Store {
  const listeners = new Set<() => void>()
  return {
    state,
    changed() {
      for (const listener of listeners) listener()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    nextTs() {
      state.last_ts = Math.max(clock.now().getTime() * 1000, state.last_ts + 1)
      return `${Math.floor(state.last_ts / 1_000_000)}.${String(state.last_ts % 1_000_000).padStart(6, '0')}`
    },
  }
}

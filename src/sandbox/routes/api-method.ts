import type { Core } from '../core.ts'
import type { JsonObject } from '../entities.ts'
import type { Tier } from '../rate-limits.ts'
import type { Scope } from '../scopes.ts'

/** One method of the Web API. */
export type ApiMethod = {
  handle(core: Core, given: JsonObject): JsonObject | Promise<JsonObject>
  /** Any one of these admits the call; none means that the token alone does. */
  scopes: readonly Scope[]
  tier: Tier
  token: 'bot' | 'app' | 'none'
  /** What the tier is counted by, beside the method; chat.postMessage counts by channel. */
  limitKey?(given: JsonObject): string
}

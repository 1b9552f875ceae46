import { ApiError } from './api-error.ts'
import type { Core } from './core.ts'
import type { Scope } from './scopes.ts'

/** Refuses a call for want of a scope, as Slack does: `missing_scope` with what is needed and what the app has. */
export function missingScope(core: Core, needed: readonly Scope[]): never {
  throw new ApiError('missing_scope', [], { needed: needed.join(','), provided: core.manifest.scopes.join(',') })
}

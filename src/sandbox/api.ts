import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { ApiError, refusalBody } from './api-error.ts'
import { readArguments } from './arguments.ts'
import type { Core } from './core.ts'
import type { JsonObject } from './entities.ts'
import { limitBody } from './limits.ts'
import type { ApiMethod } from './routes/api-method.ts'
import { apiMethods } from './routes/table.ts'
import { missingScope } from './scope-check.ts'

const requestBytes = 2 * 1024 * 1024

/** The Web API under `/api/METHOD`. */
export function webApi(core: Core): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(limitBody(requestBytes, (c) => c.json({ ok: false, error: 'request_too_large' }, 413)))
  app.on(['GET', 'POST'], '/:method', async (c) => {
    const name = c.req.param('method')
    const fault = core.faults.beforeCall(name)
    if (fault?.kind === 'server_error') return c.json({ ok: false, error: 'internal_error' }, 500)
    if (fault) return rateLimited(fault.retryAfter)
    const { body, retryAfter, method } = await call(core, name, c.req.raw)
    if (core.faults.dropsAnswer(name)) {
      c.env.outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    }
    if (retryAfter > 0) return rateLimited(retryAfter)
    c.header('x-oauth-scopes', core.manifest.scopes.join(','))
    if (method) c.header('x-accepted-oauth-scopes', method.scopes.join(','))
    return c.json(body)
  })
  return app
}

type Outcome = { body: JsonObject; retryAfter: number; method?: ApiMethod }

async function call(core: Core, name: string, request: Request): Promise<Outcome> {
  try {
    const given = await readArguments(request)
    const method = apiMethods[name]
    if (!method) throw new ApiError('unknown_method', [], { req_method: name })
    authorize(core, method, request.headers.get('authorization'), given)
    const key = method.limitKey ? `${name}:${method.limitKey(given)}` : name
    const retryAfter = core.limits.take(key, method.tier)
    if (retryAfter > 0) return { body: {}, retryAfter }
    const result = await method.handle(core, given)
    // Slack has what it has accepted: an app that stores the answer may rely on it after any crash.
    await core.persistence.flush()
    return { body: { ok: true, ...result }, retryAfter: 0, method }
  } catch (error) {
    if (error instanceof ApiError) return { body: refusalBody(error), retryAfter: 0 }
    throw error
  }
}

function authorize(core: Core, method: ApiMethod, header: string | null, given: JsonObject): void {
  if (method.token === 'none') return
  const { app } = core.store.state
  const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1] ?? given.token
  if (typeof token !== 'string' || token === '') throw new ApiError('not_authed')
  if (token !== app.bot_token && token !== app.app_token) throw new ApiError('invalid_auth')
  if ((method.token === 'app') !== (token === app.app_token)) throw new ApiError('not_allowed_token_type')
  if (method.token === 'app' || method.scopes.length === 0) return
  if (!method.scopes.some((scope) => core.manifest.scopes.includes(scope))) missingScope(core, method.scopes)
}

function rateLimited(retryAfter: number): Response {
  return Response.json(
    { ok: false, error: 'ratelimited' },
    { status: 429, headers: { 'Retry-After': String(retryAfter) } },
  )
}

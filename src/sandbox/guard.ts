import type { MiddlewareHandler } from 'hono'

const localHosts = new Set(['127.0.0.1', 'localhost'])

/** Whether a Host header names this machine; any other may be a foreign name rebound to it. */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && localHosts.has(host.replace(/:\d+$/, ''))
}

/** Refuses requests that came under a foreign name. */
export const onlyLocalHost: MiddlewareHandler = async (c, next) => {
  if (!isLocalHost(c.req.header('host')))
    return c.json({ ok: false, error: 'Only 127.0.0.1 and localhost are served.' }, 403)
  await next()
}

/** Refuses requests that a page of another origin makes. */
export const onlySameOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin')
  const foreign = origin !== undefined && origin !== `http://${c.req.header('host')}`
  const site = c.req.header('sec-fetch-site')
  if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    return c.json({ ok: false, error: 'Only the page of this sandbox may ask this.' }, 403)
  }
  await next()
}

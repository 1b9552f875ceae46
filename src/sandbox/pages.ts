import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { vendorFile } from './vendor.ts'

const folder = fileURLToPath(new URL('./page/', import.meta.url))

const types: Record<string, string> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** The page: `/` and `/page/…` from the folder beside this file, `/vendor/…` from the packages it uses. */
export function pages(): Hono {
  const app = new Hono()
  const stripped = new Map<string, { changed: number; code: string }>()

  const serve = async (path: string): Promise<Response> => {
    const type = types[extname(path)]
    const changed = type ? await stat(path).catch(() => null) : null
    if (!type || !changed?.isFile()) return new Response('Not found', { status: 404, headers: headers('text/plain') })
    if (extname(path) !== '.ts') return respond(await readFile(path), type, path)
    const cached = stripped.get(path)
    if (cached?.changed === changed.mtimeMs) return respond(cached.code, type, path)
    const code = stripTypeScriptTypes(await readFile(path, 'utf8'))
    stripped.set(path, { changed: changed.mtimeMs, code })
    return respond(code, type, path)
  }

  // The page's own files are named relative to it, so it lives in its folder.
  app.get('/', (c) => c.redirect('/page/'))
  app.get('/page/', () => serve(join(folder, 'index.html')))
  app.get('/page/*', (c) => {
    const path = normalize(join(folder, decodeURIComponent(c.req.path.slice('/page/'.length))))
    return path.startsWith(folder) ? serve(path) : c.notFound()
  })
  app.get('/vendor/*', (c) => {
    const path = vendorFile(c.req.path.slice('/vendor/'.length))
    return path ? serve(path) : c.notFound()
  })
  return app
}

function respond(body: string | Uint8Array, type: string, path: string): Response {
  const inline = extname(path) === '.html' ? inlineScripts(String(body)) : []
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers: headers(type, inline) })
}

/** Everything comes from this origin; the inline scripts of the page itself (an import map) are admitted by their hash. */
function headers(type: string, inlineHashes: readonly string[] = []): Record<string, string> {
  const scripts = ["'self'", ...inlineHashes.map((hash) => `'sha256-${hash}'`)].join(' ')
  return {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy':
      `default-src 'none'; script-src ${scripts}; style-src 'self'; img-src 'self' data: blob:; ` +
      "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  }
}

function inlineScripts(html: string): string[] {
  const bodies = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)
  return Array.from(bodies, ([, body]) =>
    createHash('sha256')
      .update(body ?? '')
      .digest('base64'),
  )
}

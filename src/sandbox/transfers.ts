import { Hono } from 'hono'
import type { Core } from './core.ts'
import type { StoredFile } from './entities.ts'
import { largestFile, storeContent } from './file-store.ts'
import { limitBody } from './limits.ts'

const multipartOverhead = 1024 * 1024

/** The upload of a file's bytes, and the download of `url_private` with the bot's token. */
export function fileTransfers(core: Core): Hono {
  const app = new Hono()
  const limit = limitBody(largestFile + multipartOverhead, (c) => c.text('File too large', 413))
  app.post('/upload/v1/:key', limit, async (c) => {
    const key = c.req.param('key')
    const file = core.store.state.files.find((candidate) => candidate.upload_key === key && !candidate.uploaded)
    if (!file) return c.text('Not found', 404)
    const bytes = await readUpload(c.req.raw)
    if (bytes.byteLength > largestFile) return c.text('File too large', 413)
    if (bytes.byteLength !== file.size) return c.text('The length differs from the announced one', 400)
    await storeContent(core, file, bytes)
    return c.text(`OK - ${bytes.byteLength}`)
  })
  app.get('/files-pri/:reference/*', async (c) => {
    const { app: installed, team, files } = core.store.state
    const authorized = c.req.header('authorization') === `Bearer ${installed.bot_token}`
    if (!authorized || !core.manifest.scopes.includes('files:read')) return c.text('Not authorized', 403)
    const file = files.find((candidate) => `${team.id}-${candidate.id}` === c.req.param('reference'))
    return file?.uploaded ? sendFile(core, file) : c.text('Not found', 404)
  })
  // Slack's permalink opens the file for whoever is signed in; here the page says who that is.
  app.get('/files/:owner/:id/*', (c) => c.redirect(`/sandbox/files/${c.req.param('id')}${new URL(c.req.url).search}`))
  return app
}

/** A file's bytes as a download, never to be shown as a page of this origin. */
export async function sendFile(core: Core, file: StoredFile): Promise<Response> {
  const bytes = await core.persistence.readContent(file.id)
  if (!bytes) return new Response('Not found', { status: 404 })
  const inline = file.mimetype.startsWith('image/') && file.mimetype !== 'image/svg+xml'
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': file.mimetype,
      'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

/** An upload is the bytes themselves, or a form with one file. */
async function readUpload(request: Request): Promise<Uint8Array> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data'))
    return new Uint8Array(await request.arrayBuffer())
  const form = await request.formData()
  for (const value of form.values()) if (typeof value !== 'string') return new Uint8Array(await value.arrayBuffer())
  return new Uint8Array()
}

import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { readInstant } from '../clock.ts'
import type { Core } from '../core.ts'
import { faultsSchema } from '../faults.ts'
import { fileReader } from '../file-shares.ts'
import { largestFile, mimetypeOf, newFile, storeContent } from '../file-store.ts'
import { changeLocale, openHome, sayAs } from '../interactions/events.ts'
import { limitBody } from '../limits.ts'
import { sendFile } from '../transfers.ts'
import type { ChangeStream } from './change-stream.ts'
import { ControlError } from './control-error.ts'
import { actions, closes, commands, shortcuts, submissions } from './interact.ts'
import { actingChannel, actingUser, stateFilter } from './lookups.ts'
import { controlSchemas } from './schemas.ts'
import { workspaceState } from './workspace-state.ts'

const bodyBytes = 1024 * 1024
/** Base64 takes four bytes for three. */
const fileBodyBytes = Math.ceil(largestFile / 3) * 4 + 4096

/** The control API under `/sandbox`. `settle` waits until the app has done everything due and in flight. */
export function controlApi(core: Core, changes: ChangeStream, settle: () => Promise<void>): Hono {
  const app = new Hono()
  const tooLarge = (c: Context) => c.json({ ok: false, error: 'The request is too large.' }, 413)
  const small = limitBody(bodyBytes, tooLarge)
  const large = limitBody(fileBodyBytes, tooLarge)

  const on = <Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    act: (body: z.infer<Schema>) => Promise<object> | object,
  ) => {
    app.post(path, path === '/files' ? large : small, async (c) => {
      const outcome = await act(await readBody(c, schema))
      await settle()
      return c.json({ ok: true, ...outcome })
    })
  }

  on('/commands', controlSchemas.commands, (body) => commands(core, body))
  on('/actions', controlSchemas.actions, (body) => actions(core, body))
  on('/submissions', controlSchemas.submissions, (body) => submissions(core, body))
  on('/closes', controlSchemas.closes, (body) => closes(core, body))
  on('/shortcuts', controlSchemas.shortcuts, (body) => shortcuts(core, body))
  on('/messages', controlSchemas.messages, async ({ user: id, channel, text, thread_ts }) => {
    const user = actingUser(core, id)
    const { ts } = await sayAs(core, user, actingChannel(core, user, channel), text, thread_ts)
    return { ts }
  })
  on('/home', controlSchemas.home, async ({ user }) => {
    await openHome(core, actingUser(core, user))
    return {}
  })
  on('/files', controlSchemas.files, async ({ user: id, name, mimetype, content_base64 }) => {
    const user = actingUser(core, id)
    const bytes = Buffer.from(content_base64, 'base64')
    if (bytes.byteLength > largestFile) throw new ControlError('The file is larger than 60 MB.', 413)
    const file = newFile(core, { name, size: bytes.byteLength, user: user.id, mimetype: mimetype ?? mimetypeOf(name) })
    await storeContent(core, file, bytes)
    Object.assign(file, { completed: true, ready: true })
    return { id: file.id }
  })
  on('/users', controlSchemas.users, async ({ user, locale }) => {
    await changeLocale(core, actingUser(core, user), locale)
    return {}
  })
  app.post('/clock', small, async (c) => {
    const { now } = await readBody(c, controlSchemas.clock)
    const to = readInstant(now, core.clock.now())
    if (!to)
      throw new ControlError('Give an instant with its zone such as 2024-07-12T09:00:00+08:00, or a step such as +1d.')
    if (to.getTime() < core.clock.now().getTime()) {
      throw new ControlError(`The clock goes only forward; it is ${core.clock.now().toISOString()} now.`)
    }
    core.clock.travel(to)
    core.store.changed()
    await settle()
    return c.json({ ok: true, now: core.clock.now().toISOString() })
  })
  app.post('/faults', small, async (c) => {
    const faults = await readBody(c, faultsSchema)
    core.faults.set(faults)
    if (faults.cut_socket) core.socket.cut()
    return c.json({ ok: true })
  })
  app.get('/state', (c) => c.json({ ok: true, ...workspaceState(core, stateFilter(core, c.req.query())) }))
  app.get('/events', (c) => changes.respond(c))
  app.get('/files/:id', (c) => {
    const file = core.store.state.files.find((candidate) => candidate.id === c.req.param('id') && candidate.uploaded)
    if (!file) throw new ControlError('There is no such file.', 404)
    const user = c.req.query('user')
    if (user !== undefined && !fileReader(core, actingUser(core, user).id)(file)) {
      throw new ControlError(`${user} is in no place where ${file.id} is shared.`, 403)
    }
    return sendFile(core, file)
  })
  app.notFound((c) => c.json({ ok: false, error: `The control API has no ${c.req.method} ${c.req.path}.` }, 404))
  app.onError((error, c) => {
    if (error instanceof ControlError) return c.json({ ok: false, error: error.message }, error.status)
    return c.json({ ok: false, error: `The sandbox failed: ${error.message}` }, 500)
  })
  return app
}

async function readBody<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.infer<Schema>> {
  const body: unknown = await c.req.json().catch(() => {
    throw new ControlError('The body is not JSON.')
  })
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new ControlError(`The body does not fit: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

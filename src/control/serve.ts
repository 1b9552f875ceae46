import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { DomainError } from '../domain/errors.ts'
import type { Log } from '../log.ts'
import { addressFile, type ControlRequest, controlRequest, messageAtMost } from './requests.ts'

const idleMs = 10_000
/** The address of a socket is a path of at most 104 bytes on macOS and 108 on Linux. */
const pathAtMost = 100
const copies = 'copy-'

/** Where the bot puts a copy of its data folder. */
export function newCopyFolder(dataFolder: string): string {
  return join(dataFolder, `${copies}${randomUUID()}`)
}

/**
 * Lets the shell reach the bot that holds the data folder: over a socket (on Windows a named pipe) for this user alone, which
 * a file in the folder names. A line asks, a line answers. Where no socket can be had the bot goes on without, and says so
 * in the log. The answer stops it, when what was asked is done.
 */
export async function serveControl(
  dataFolder: string,
  answer: (request: ControlRequest) => Promise<object>,
  log: Log,
): Promise<() => Promise<void>> {
  for (const name of readdirSync(dataFolder))
    if (name.startsWith(copies)) rmSync(join(dataFolder, name), { recursive: true, force: true })
  const key = randomBytes(32).toString('hex')
  const address = newAddress(dataFolder)
  const server = createServer({ allowHalfOpen: true }, (socket) => converse(socket, key, answer, log))
  const named = join(dataFolder, addressFile)
  try {
    await listen(server, address)
    writeFileSync(named, JSON.stringify({ address, key }), { mode: 0o600 })
  } catch (err) {
    log.warn({ err }, 'the shell cannot reach this process')
  }
  return async () => {
    await new Promise((done) => server.close(done))
    rmSync(named, { force: true })
    if (!address.startsWith(dataFolder) && process.platform !== 'win32')
      rmSync(dirname(address), { recursive: true, force: true })
  }
}

function newAddress(dataFolder: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\liaison-${randomUUID()}`
  const near = join(dataFolder, 'control.sock')
  if (Buffer.byteLength(near) <= pathAtMost) {
    rmSync(near, { force: true })
    return near
  }
  return join(mkdtempSync(join(tmpdir(), 'liaison-')), 'control.sock')
}

async function listen(server: Server, address: string): Promise<void> {
  // The listener stays: what keeps it from taking a connection later on, a lack of handles for one, must not end the bot.
  await new Promise<void>((done, failed) => server.on('error', failed).listen(address, done))
  if (process.platform !== 'win32') chmodSync(address, 0o600)
}

async function converse(
  socket: Socket,
  key: string,
  answer: (request: ControlRequest) => Promise<object>,
  log: Log,
): Promise<void> {
  socket.on('error', () => socket.destroy())
  socket.setTimeout(idleMs, () => socket.destroy())
  const line = await readLine(socket)
  socket.setTimeout(0)
  if (line === null) return void socket.destroy()
  socket.end(JSON.stringify(await reply(line, key, answer, log)))
}

/** The first line; null where the asker went or said too much. The socket stays open for the answer. */
async function readLine(socket: Socket): Promise<string | null> {
  return new Promise((settle) => {
    let text = ''
    socket.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
      if (text.length > messageAtMost) settle(null)
      else if (text.endsWith('\n')) settle(text)
    })
    socket.once('end', () => settle(null)).once('close', () => settle(null))
  })
}

async function reply(line: string, key: string, answer: (request: ControlRequest) => Promise<object>, log: Log) {
  try {
    const asked = z.object({ key: z.string().length(key.length), request: controlRequest }).parse(JSON.parse(line))
    if (!timingSafeEqual(Buffer.from(asked.key), Buffer.from(key))) throw new Error('the key is wrong')
    log.info({ verb: asked.request.verb }, 'asked from the shell')
    return { result: await answer(asked.request) }
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, params: error.params }
    log.error({ err: error }, 'what the shell asked failed')
    return { code: 'unexpected', params: {} }
  }
}

import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, globSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../support/free-port.ts'

const run = promisify(execFile)

/** A PostgreSQL server of our own, which may be killed. */
export type Cluster = {
  url: string
  /** Every backend is cut off at once and the server recovers from its log, as after a power cut. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/** Where the newest installed server's programs are; null where none is. */
export function findServerPrograms(): string | null {
  const folders = globSync('/usr/lib/postgresql/*/bin').sort()
  return [...folders.reverse(), '/usr/local/bin'].find((folder) => existsSync(join(folder, 'initdb'))) ?? null
}

/** Makes and starts a cluster in `folder`, durable as in earnest, reachable from this machine alone. */
export async function startCluster(programs: string, folder: string): Promise<Cluster> {
  const owner = ownerOfServer()
  mkdirSync(folder)
  if (owner) {
    chownSync(folder, owner.uid, owner.gid)
    // The way to it must be open to its owner, though not for looking around.
    chmodSync(dirname(folder), 0o711)
  }
  const port = await freePort()
  const data = join(folder, 'data')
  const call = (program: string, ...options: string[]) =>
    run(join(programs, program), options, { ...owner, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } })
  await call('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync')
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c shared_buffers=32MB -k ${folder}`
  const control = (...options: string[]) =>
    call('pg_ctl', '-D', data, '-l', join(folder, 'server.log'), '-w', ...options)
  await control('start', '-o', settings)
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    crash: async () => void (await control('restart', '-m', 'immediate', '-o', settings)),
    stop: async () => void (await control('stop', '-m', 'fast')),
  }
}

/** The server refuses to run as root: then it runs as the user that its package made. */
function ownerOfServer(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

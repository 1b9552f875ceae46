import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { zstdDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp, type LiaisonApp } from '../../src/app.ts'
import { deleteAll, erase } from '../../src/cli/erasure.ts'
import { backUp, restore } from '../../src/cli/transfer.ts'
import { readConfig } from '../../src/config.ts'
import { askBot } from '../../src/control/ask.ts'
import { serveControl } from '../../src/control/serve.ts'
import { DomainError } from '../../src/domain/errors.ts'
import { createLog } from '../../src/log.ts'

let parent: string
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'liaison-shell-'))
})
afterAll(() => rmSync(parent, { recursive: true }))

const log = createLog('silent')

describe('the shell and a bot that runs on the embedded database', () => {
  let app: LiaisonApp
  let env: Record<string, string>
  let database: string
  beforeAll(async () => {
    // Too long for the address of a socket.
    const dataDir = join(parent, 'd'.repeat(120))
    env = { LIAISON_DATA: dataDir, LIAISON_SANDBOX_PORT: '0', LIAISON_LOG: 'silent' }
    database = join(dataDir, 'database')
    app = await createApp(readConfig(env), log, { timers: false })
  })
  afterAll(() => app.stop())

  it('backs up, erases a person and deletes a workspace, one after the other, while it runs', async () => {
    const file = join(parent, 'running.backup')
    expect(await backUp('en', env, file)).toMatch(/^\d+ records backed up to running\.backup$/)
    expect(readdirSync(database).filter((name) => name.startsWith('copy-'))).toEqual([])
    await expect(restore('en', env, file)).rejects.toThrow(`pid ${process.pid}`)

    expect(await erase('en', env, 'T00LIAISON', 'U0UNIT03')).toMatch(/erased-[0-9a-f]{12} stands in the place/)
    const later = join(parent, 'later.backup')
    await backUp('zh-CN', env, later)
    const wrong = deleteAll('en', env, 'T00LIAISON', 'no such name')
    await expect(wrong).rejects.toMatchObject({ code: 'workspace.not_its_name' })
    expect(await deleteAll('en', env, 'T00LIAISON', '武汉进口贸易示范区')).toContain('All data of workspace T00LIAISON')

    const rowsIn = (path: string) => zstdDecompressSync(readFileSync(path)).toString()
    expect(rowsIn(file)).toContain('"U0UNIT03"')
    expect(rowsIn(later)).not.toContain('U0UNIT03')
    expect(rowsIn(later)).toContain('"U0UNIT04"')
    // It starts the embedded database four times: seconds, but many where the machine is busy.
  }, 120_000)
})

describe('the shell', () => {
  it('says where there is no database', async () => {
    const env = { LIAISON_DATA: join(parent, 'none') }
    await expect(backUp('en', env, join(parent, 'none.backup'))).rejects.toMatchObject({ code: 'transfer.no_database' })
    expect(existsSync(env.LIAISON_DATA)).toBe(false)
  })

  it('is answered by whoever holds the key, with a result or a refusal, and removes what was left behind', async () => {
    const folder = join(parent, 'control')
    mkdirSync(join(folder, 'copy-left'), { recursive: true })
    const close = await serveControl(
      folder,
      async (request) => {
        if (request.verb === 'copy') throw new DomainError('transfer.no_database', { folder: '甲' })
        return request
      },
      log,
    )
    const change = { verb: 'workspace.delete', workspaceId: 'T1', name: '武汉 ' } as const
    expect(readdirSync(folder).sort()).toEqual(['control.json', 'control.sock'])
    expect(await askBot(folder, change)).toEqual(change)
    await expect(askBot(folder, { verb: 'copy' })).rejects.toMatchObject({ params: { folder: '甲' } })
    const say = (words: string) => {
      const socket = connect(join(folder, 'control.sock'))
      socket.on('error', () => undefined).write(words)
      return text(socket).catch(() => '')
    }
    const refused = '{"code":"unexpected","params":{}}'
    expect(await say(`${JSON.stringify({ key: '0'.repeat(64), request: change })}\n`)).toBe(refused)
    expect(await say('{"key":1}\n')).toBe(refused)
    expect(await say('x'.repeat(100_000))).toBe('')
    await close()
    expect(await askBot(folder, change)).toBeNull()
    // One that is killed before it answers.
    const address = join(folder, 'killed')
    const killed = createServer((socket) => socket.once('data', () => socket.destroy())).listen(address)
    await once(killed, 'listening')
    writeFileSync(join(folder, 'control.json'), JSON.stringify({ address, key: '0'.repeat(64) }))
    await expect(askBot(folder, change)).rejects.toMatchObject({ code: 'transfer.no_answer' })
    killed.close()
    writeFileSync(join(folder, 'control.json'), JSON.stringify({ address: join(folder, 'none'), key: '0'.repeat(64) }))
    expect(await askBot(folder, change)).toBeNull()
  })
})

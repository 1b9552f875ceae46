import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/db/engine.ts'
import { exportInstallation } from '../../../src/usecases/transfer/export-installation.ts'
import { nounOf } from '../../../src/usecases/transfer/export-layout.ts'
import { importInstallation } from '../../../src/usecases/transfer/import-installation.ts'
import { emptyEmbedded, emptyPostgres } from '../../support/empty-engine.ts'
import { dumpTables, fillEveryTable, hostileText } from '../../support/every-table.ts'

const now = new Date('2024-06-24T01:00:00Z')
let parent: string
let folder: string
let expected: Record<string, string[]>

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'liaison-export-'))
  folder = join(parent, 'all')
  const source = await emptyEmbedded()
  await source.withConnection(async (connection) => {
    await fillEveryTable(connection, ['T1', 'T2'], () => hostileText)
    // What a plan file can hold: settings as the domain has them, and a number that JavaScript has too.
    await connection.run(
      `UPDATE "Plan" SET "settings" = NULL; UPDATE "Target" SET "value" = 5.000001, "baselineValue" = 1, "yearly" = NULL`,
    )
    expected = await dumpTables(connection)
  })
  await exportInstallation(source, folder, now)
})

afterAll(() => rmSync(parent, { recursive: true }))

const files = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())

/** What an import cannot bring back: what is not exported, and that a message waited. */
function withoutOmitted(dump: Record<string, string[]>) {
  return Object.fromEntries(
    Object.entries(dump).map(([table, lines]) => [
      table,
      table === 'InboundReceipt'
        ? []
        : lines.map((line) => line.replace(/"(leasedUntil|token)":"[^"]*"/g, '"$1":null')),
    ]),
  )
}

describe('an export', () => {
  it('is equal after a round trip, but for what is not exported', async () => {
    const target = (await emptyPostgres()) ?? (await emptyEmbedded())
    try {
      await importInstallation(target, folder)
      expect(await target.withConnection(dumpTables)).toEqual(withoutOmitted(expected))
      await expect(importInstallation(target, folder)).rejects.toMatchObject({ code: 'transfer.not_empty' })
    } finally {
      await target.close()
    }
  })

  it('is for its owner alone, holds no token, and explains every noun', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8')
    for (const table of Object.keys(expected).filter((name) => name !== 'InboundReceipt')) {
      expect(readme).toContain(`## ${nounOf(table)}.jsonl (2)`)
      expect(files()).toContain(join('T1', `${nounOf(table)}.jsonl`))
    }
    expect(readme).toContain('- `carried`: Int')
    expect(readFileSync(join(folder, 'T1', 'installation.jsonl'), 'utf8')).not.toContain('00ff27')
    expect(files()).toContain(join('T2', 'plans', '2.yaml'))
    for (const name of files()) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
    expect(readdirSync(parent)).toEqual(['all'])
    const [document = ''] = readdirSync(join(folder, 'T1', 'files'))
    expect(document).toMatch(/^1-[\p{L}\p{N}._-]+$/u)
    expect([...readFileSync(join(folder, 'T1', 'files', document))]).toEqual([0x00, 0xff, 0x27, 0x5c, 0x0a, 0x00])
  })
})

describe('an import saves nothing', () => {
  let target: Engine
  beforeAll(async () => {
    target = await emptyEmbedded()
  })
  afterAll(() => target.close())

  it('and an export does not mix with what is in a folder', async () => {
    await expect(exportInstallation(target, folder, now)).rejects.toMatchObject({ code: 'transfer.folder_exists' })
  })

  it.each<[string, string, (text: string) => string, string]>([
    ['of no export', 'contents.json', () => '{}', 'transfer.not_one'],
    ['of a later format', 'contents.json', (text) => text.replace('"format": 1', '"format": 2'), 'transfer.newer'],
    ['of a changed file', 'T2/plan.jsonl', (text) => text.replaceAll('武汉', '汉武'), 'transfer.broken_file'],
    [
      'of a missing file',
      'contents.json',
      (text) => text.replace('T1/plan.jsonl', 'T1/plain.jsonl'),
      'transfer.broken',
    ],
    [
      'of files that lie elsewhere',
      'contents.json',
      (text) => text.replaceAll('T1/plan.jsonl', '../../plan.jsonl'),
      'transfer.not_one',
    ],
    ['of a changed document', documentOf(), () => 'x', 'transfer.broken_file'],
    [
      'of a document elsewhere',
      'T1/document.jsonl',
      (text) => text.replace(/"file":"[^"]*"/, '"file":"../../../etc/passwd"'),
      'transfer.broken_file',
    ],
  ])('%s', async (_, name, change, code) => {
    const path = join(folder, name === documentOf() ? `T1/files/${readdirSync(join(folder, 'T1', 'files'))[0]}` : name)
    const before = readFileSync(path)
    writeFileSync(path, change(before.toString()))
    try {
      await expect(importInstallation(target, folder)).rejects.toMatchObject({ name: 'DomainError', code })
      expect(Object.values(await target.withConnection(dumpTables)).flat()).toEqual([])
    } finally {
      writeFileSync(path, before)
    }
  })
})

/** Stands for the document, whose name is not known before the export. */
function documentOf(): string {
  return 'document'
}

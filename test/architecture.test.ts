import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What each room of src/ may import: other rooms, and packages (by prefix) beyond node's own. */
const rooms: Record<string, { rooms: string[]; packages: string[] }> = {
  domain: { rooms: [], packages: ['luxon', 'zod', 'chinese-days'] },
  i18n: { rooms: ['domain'], packages: ['luxon'] },
  db: {
    rooms: ['domain'],
    packages: ['@prisma/', '@electric-sql/pglite', 'pg', 'pglite-prisma-adapter', 'luxon', 'zod'],
  },
  documents: {
    rooms: ['domain', 'i18n'],
    packages: [
      'mammoth',
      'yaml',
      'fflate',
      'luxon',
      'zod',
      'docx',
      'write-excel-file',
      'read-excel-file',
      'csv-parse',
      'ical-generator',
      'timezones-ical-library',
      'echarts',
      '@resvg/resvg-js',
      '@expo-google-fonts/noto-sans-sc',
    ],
  },
  outbox: { rooms: ['db', 'domain'], packages: ['luxon', 'zod'] },
  usecases: { rooms: ['db', 'domain', 'documents', 'outbox/enqueue'], packages: ['luxon', 'zod'] },
  schedule: { rooms: ['usecases', 'db', 'domain', 'log'], packages: ['luxon', 'node-cron'] },
  slack: {
    rooms: ['usecases', 'domain', 'documents', 'i18n', 'outbox', 'log'],
    packages: ['@slack/', 'luxon', 'zod'],
  },
  sandbox: {
    rooms: [],
    packages: ['hono', '@hono/', 'ws', 'zod', 'luxon', 'preact', 'htm', 'chinese-days'],
  },
  monitor: {
    rooms: ['db', 'outbox', 'log'],
    packages: ['prom-client', 'hono', '@hono/node-server', 'luxon'],
  },
  seed: { rooms: ['usecases', 'domain', 'documents', 'db'], packages: ['luxon'] },
  cli: {
    rooms: ['usecases', 'domain', 'documents', 'i18n', 'config', 'db', 'control'],
    packages: ['commander', 'luxon', 'yaml'],
  },
  control: { rooms: ['usecases', 'domain', 'log'], packages: ['zod'] },
}

/** Types of rows may be named where they are shown, and those of settings; nothing of db/ may be called there. */
const typesOnly: Record<string, string[]> = { slack: ['db', 'config'], i18n: ['db', 'usecases'] }

const softCap = 150
const hardCap = 300

type Import = { specifier: string; typeOnly: boolean }

const files = globSync('src/**/*.ts').filter((file) => !file.startsWith('src/db/generated'))

describe('architecture', () => {
  it('finds the sources', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  it.each(Object.keys(rooms))('%s imports only what it may', (room) => {
    const inRoom = files.filter((file) => file.startsWith(`src/${room}/`))
    expect(inRoom.length).toBeGreaterThan(0)
    expect(inRoom.flatMap((file) => violations(file, room))).toEqual([])
  })

  it('has no import cycles, of types neither', () => {
    expect(cycles()).toEqual([])
  })

  it('reads the environment in one place', () => {
    const readers = files.filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')))
    expect(readers.sort()).toEqual(['src/cli/main.ts', 'src/main.ts'])
  })

  it('keeps files short', () => {
    const lengths = files.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
    expect(lengths.filter(({ lines }) => lines > hardCap)).toEqual([])
    const long = lengths.filter(({ lines }) => lines > softCap)
    expect(long.length / files.length).toBeLessThan(0.1)
  })

  it('has no drawers', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.ts$)/.test(file))).toEqual([])
  })
})

function violations(file: string, room: string): string[] {
  const allowed = rooms[room]
  if (!allowed) return [`${file}: unknown room`]
  return importsOf(file).flatMap(({ specifier, typeOnly }) => {
    if (specifier.startsWith('node:')) return []
    if (!specifier.startsWith('.')) {
      const ok = allowed.packages.some(
        (one) => specifier === one || specifier.startsWith(one.endsWith('/') ? one : `${one}/`),
      )
      return ok ? [] : [`${file} imports the package ${specifier}`]
    }
    const target = resolve(file, specifier).replace(/^src\//, '')
    if (target.startsWith('../') || target.startsWith('prisma/') || target.startsWith('package.json')) return []
    const may = [room, ...allowed.rooms, ...(typeOnly ? (typesOnly[room] ?? []) : [])]
    return may.some((one) => target.startsWith(`${one}/`) || target === `${one}.ts`)
      ? []
      : [`${file} imports ${target}`]
  })
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const pattern = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gms
  return [...text.matchAll(pattern)].map(([, type, specifier = '']) => ({ specifier, typeOnly: type !== undefined }))
}

function resolve(file: string, specifier: string): string {
  return normalize(join(dirname(file), specifier))
}

function cycles(): string[] {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => resolve(file, specifier)),
    ]),
  )
  const found: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (file: string, path: string[]) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    state.set(file, 'open')
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    state.set(file, 'done')
  }
  for (const file of files) visit(file, [])
  return found
}

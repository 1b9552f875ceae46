import { globSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench, Finding } from './measure.ts'

const NAMED_OVER = 5
const root = join(import.meta.dirname, '..', '..')

/** What each of the large dependencies is for. */
const purposes: Record<string, string> = {
  '@electric-sql/pglite': 'the embedded database',
  '@expo-google-fonts/noto-sans-sc': 'Chinese in charts',
  '@fontsource/noto-sans-sc': 'Chinese on the page of the sandbox',
  '@prisma/client': 'access to the database, with the compilers of all dialects',
  '@prisma/dev': "Prisma's CLI, which generates the client",
  '@prisma/query-plan-executor': "Prisma's CLI",
  '@prisma/studio-core': "Prisma's CLI",
  '@resvg/resvg-js': 'charts as pictures',
  '@slack/web-api': "Slack's methods",
  '@typescript': "a peer of Prisma's CLI",
  '@types/node': 'a dependency of docx',
  docx: 'documents in Word',
  echarts: 'charts in documents',
  effect: "Prisma's CLI",
  elkjs: "Prisma's CLI",
  lodash: "Prisma's CLI",
  luxon: 'dates',
  prisma: "Prisma's CLI, which generates the client",
  'react-dom': "Prisma's CLI",
  remeda: "Prisma's CLI",
  zod: 'checking what comes in',
  zrender: 'charts in documents',
}

/** What the dependencies of the product weigh, as they are installed; each of the large ones with what it is for. */
export const size: Bench = {
  name: 'size',
  limit: 'PGlite, the fonts and Prisma are whole packages from the registry: npm installs no part of one.',
  async run() {
    const weights = installed()
    const large = [...weights].filter(([, mb]) => mb > NAMED_OVER).sort(([, a], [, b]) => b - a)
    const nameless = large.filter(([name]) => purposes[name] === undefined)
    const sum = (parts: Iterable<[string, number]>) => [...parts].reduce((total, [, mb]) => total + mb, 0)
    return [
      ...large.map(([name, value]): Finding => ({ what: `${name}: ${purposes[name] ?? '?'}`, value, unit: 'MB' })),
      { what: 'all that the product depends on', value: sum(weights), unit: 'MB' },
      { what: 'large and nobody says what for', value: sum(nameless), unit: 'MB', atMost: 0 },
    ]
  },
}

/** MB of each package of the lockfile that is installed and not for development alone; all copies of a name together. */
function installed(): Map<string, number> {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>
  }
  const weights = new Map<string, number>()
  for (const [path, { dev, devOptional }] of Object.entries(lock.packages)) {
    if (path === '' || dev || devOptional) continue
    const name =
      path
        .split('node_modules/')
        .at(-1)
        ?.replace(/^@typescript\/.*/, '@typescript') ?? path
    weights.set(name, (weights.get(name) ?? 0) + weightOf(join(root, path)))
  }
  return weights
}

/** MB of a package's own files, as long as they are. */
function weightOf(folder: string): number {
  const files = globSync('**', { cwd: folder, exclude: (name) => name === 'node_modules' })
  const bytes = files.map((file) => lstatSync(join(folder, file))).map((found) => (found.isFile() ? found.size : 0))
  return bytes.reduce((sum, one) => sum + one, 0) / 1e6
}

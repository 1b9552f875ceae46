import { fileURLToPath } from 'node:url'

/** The modules that the page's import map may name: package and file. */
const modules: ReadonlySet<string> = new Set([
  'preact/dist/preact.mjs',
  'preact/hooks/dist/hooks.mjs',
  'htm/dist/htm.module.js',
  'htm/dist/htm.mjs',
  'htm/preact/index.module.js',
  'htm/preact/index.mjs',
  'chinese-days/dist/index.es.js',
])

const fontFile = /^@fontsource\/noto-sans-sc\/([\w-]+\.css|files\/[\w-]+\.woff2?)$/

const packages = new URL('../../node_modules/', import.meta.url)

/** The file behind `/vendor/<name>`, or null where the name is not on the list. */
export function vendorFile(name: string): string | null {
  return modules.has(name) || fontFile.test(name) ? fileURLToPath(new URL(name, packages)) : null
}

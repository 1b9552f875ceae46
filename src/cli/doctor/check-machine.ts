import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import product from '../../../package.json' with { type: 'json' }
import { chartPicture } from '../../documents/charts/chart-picture.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { type Finding, findings } from './finding.ts'

const little = 500_000_000
const tooLittle = 50_000_000

/** Node: is it new enough? */
export function checkNode(locale: Locale, version = process.versions.node): Finding {
  const { ok, fail } = findings('node')
  const wanted = product.engines.node.replace(/^\D+/, '')
  const about = { version, wanted }
  return isOlder(version, wanted) ? fail(t(locale, 'doctor.node_old', about)) : ok(t(locale, 'doctor.node', about))
}

/** Fonts: can a chart be drawn, with Chinese in it? */
export async function checkFonts(locale: Locale): Promise<Finding> {
  const { ok, fail } = findings('fonts')
  try {
    const series = [{ name: '现值', values: [1] }]
    const picture = await chartPicture({ kind: 'bar', title: '指标', unit: '家', categories: ['一季度'], series })
    return picture.length > 0 ? ok(t(locale, 'doctor.fonts')) : fail(t(locale, 'doctor.fonts_missing', { reason: '0' }))
  } catch (error) {
    return fail(t(locale, 'doctor.fonts_missing', { reason: reasonOf(error) }))
  }
}

/** The data folder: is it this user's alone, and is there room? Only where the database is embedded, or the sandbox is used. */
export async function checkFolder(locale: Locale, folder: string): Promise<Finding> {
  const { ok, warn, fail } = findings('folder')
  try {
    const { mode } = await stat(folder)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    const { bavail, bsize } = await statfs(folder)
    const free = bavail * bsize
    const about = { folder, free: megabytes(free) }
    if (free < tooLittle) return fail(t(locale, 'doctor.folder_full', about))
    if (free < little) return warn(t(locale, 'doctor.folder_full', about))
    if (process.platform !== 'win32' && (mode & 0o007) !== 0) return warn(t(locale, 'doctor.folder_open', about))
    return ok(t(locale, 'doctor.folder', about))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(t(locale, 'doctor.folder_new', { folder }))
    return fail(t(locale, 'doctor.folder_closed', { folder, reason: reasonOf(error) }))
  }
}

/** A size as people read it. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`
}

/** Why something failed, in a line. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}

function isOlder(version: string, wanted: string): boolean {
  const [have, need] = [version, wanted].map((one) => one.split('.').map(Number))
  for (const [index, part] of (need ?? []).entries()) {
    const own = have?.[index] ?? 0
    if (own !== part) return own < part
  }
  return false
}

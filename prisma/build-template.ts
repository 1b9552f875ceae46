/** Builds the data folder template of the installed PGlite: `node prisma/build-template.ts` (it needs the command tar). */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, zstdCompressSync } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { pgliteVersion, templatePath } from '../src/db/template.ts'

const folder = mkdtempSync(join(tmpdir(), 'liaison-template-'))
try {
  // initdb only, no migrations: so the template never falls behind the schema. Closed in order: else every first start
  // would begin with crash recovery, which syncs two thousand files.
  const database = await PGlite.create(folder)
  await database.exec('VACUUM (FREEZE, ANALYZE)')
  await database.close()
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  const tar = execFileSync(
    'tar',
    ['--format=ustar', '--owner=0', '--group=0', '--sort=name', '-cf', '-', '-C', folder, '.'],
    {
      maxBuffer: 2 ** 27,
    },
  )
  // The folder holds three nearly equal databases; only a window wider than one of them can see that.
  const packed = zstdCompressSync(tar, {
    params: {
      [constants.ZSTD_c_compressionLevel]: 19,
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
      [constants.ZSTD_c_windowLog]: 27,
    },
  })
  for (const name of readdirSync(import.meta.dirname))
    if (name.startsWith('pglite-')) rmSync(join(import.meta.dirname, name))
  writeFileSync(templatePath(pgliteVersion()), packed)
  process.stdout.write(`${templatePath(pgliteVersion())}: ${tar.length} bytes packed into ${packed.length}\n`)
} finally {
  rmSync(folder, { recursive: true })
}

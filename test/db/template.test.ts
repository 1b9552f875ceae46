import { existsSync, statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pgliteVersion, readTemplate, templatePath } from '../../src/db/template.ts'

const MEGABYTE = 2 ** 20

it('is shipped for the PGlite that is installed; else run: node prisma/build-template.ts', () => {
  expect(existsSync(templatePath(pgliteVersion()))).toBe(true)
  expect(statSync(templatePath(pgliteVersion())).size).toBeLessThan(5 * MEGABYTE)
  expect(readTemplate().length).toBeLessThan(64 * MEGABYTE)
})

it('is found by the version alone, so that another PGlite does not start on it', () => {
  expect(existsSync(templatePath('0.0.1'))).toBe(false)
})

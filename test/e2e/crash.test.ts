import { rmSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runCrash } from '../crash/run.ts'

/** The harness itself is `npm run crash`; this is a short run of it, so that neither it nor the promise it checks decays. */
it('loses nothing and does nothing twice, though the bot is killed', async () => {
  const { folder, ...found } = await runCrash({ rounds: 3, seed: 5, replicas: 0, database: null }, () => undefined)
  rmSync(folder, { recursive: true })
  expect(found).toMatchObject({ rounds: 3, lost: [], duplicated: [], fell: [] })
  expect(found.kills).toBeGreaterThan(0)
  expect(found.tried).toBeGreaterThan(0)
}, 240_000)

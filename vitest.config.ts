import { configDefaults, defineConfig } from 'vitest/config'

/** Long ways of proving what shorter tests hold too: `npm run test:all` goes them as well. */
const lengthy = [
  'test/cli/transfer.test.ts',
  'test/db/transfer/**',
  'test/domain/zones.test.ts',
  'test/e2e/crash.test.ts',
  'test/e2e/golden-year.test.ts',
  'test/fuzz/**',
  'test/outbox/simulation.test.ts',
  'test/schedule/downtime.test.ts',
  'test/security/inert.test.ts',
  'test/security/role-table.test.ts',
  'test/slack/two-workspaces.test.ts',
  'test/usecases/transfer/**',
]

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(process.env.TEST_ALL ? [] : lengthy)],
    globalSetup: ['test/support/global-setup.ts'],
    // Of two cores vitest would use one; half of the time goes to databases that work elsewhere.
    maxWorkers: 2,
    // Files of a worker share its modules and its databases: a third of the time went to loading and opening them anew.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

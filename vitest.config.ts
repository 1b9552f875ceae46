import { configDefaults, defineConfig } from 'vitest/config'

/** A whole year lived day by day takes minutes: `npm run test:all` lives it too. */
const lengthy = ['test/e2e/golden-year.test.ts']

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

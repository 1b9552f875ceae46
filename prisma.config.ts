import { defineConfig } from 'prisma/config'

// `generate` needs no schema engine, but Prisma looks for its binary all the same, and a closed network has none.
// Any existing file will do for `generate`; for migrate commands it would make them do nothing and exit 0.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})

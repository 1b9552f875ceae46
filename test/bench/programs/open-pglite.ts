import { PGlite } from '@electric-sql/pglite'

// PGlite alone, on a folder that is there already.
const pglite = await PGlite.create(String(process.env.LIAISON_DATA))
await pglite.query('SELECT 1')
process.stdout.write('ready\n')

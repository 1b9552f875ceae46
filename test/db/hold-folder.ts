/** A process for tests: takes the folder it is given, says `held` or `refused`, and keeps it until it is killed. */
import { createServer } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { lockFolder } from '../../src/db/folder-lock.ts'
import { StorageError } from '../../src/db/storage-error.ts'

const [folder = ''] = process.argv.slice(2)
try {
  lockFolder(folder)
  // The lock must outlive a caller that forgets it: with --expose-gc, its garbage is collected here.
  for (let pass = 0; pass < 3; pass++) {
    globalThis.gc?.()
    await setImmediate()
  }
  process.stdout.write('held\n')
  createServer().listen(0, '127.0.0.1')
} catch (error) {
  if (!(error instanceof StorageError)) throw error
  process.stdout.write('refused\n')
}

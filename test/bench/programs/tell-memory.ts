import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// Loaded before a program: tells whoever started it how much memory it has, in bytes, with its garbage collected or as it is.
process.on('message', (asked) => {
  if (asked === 'collected') collect()
  process.send?.(process.memoryUsage.rss())
})

function collect(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

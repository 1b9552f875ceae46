import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Loaded before everything else by `npm start` and `npm run cli`: to read a thousand files and strip their types is most of a
// start, and the next one finds them ready. Where the folder cannot be written, a start is only slower.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/liaison', import.meta.url)))

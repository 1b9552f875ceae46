/**
 * Preloaded into the bot (`node --import`): its clock runs ahead of the machine's by the milliseconds in the file that
 * CRASH_CLOCK names, as the sandbox's does, so that whole months are lived through. src/main.ts runs as it is.
 */
import { readFileSync } from 'node:fs'
import { Settings } from 'luxon'

const rereadMs = 20
const file = process.env.CRASH_CLOCK ?? ''
let ahead = 0
let readAt = Number.NEGATIVE_INFINITY

Settings.now = () => {
  if (performance.now() - readAt > rereadMs) {
    ahead = Number(readFileSync(file, 'utf8'))
    readAt = performance.now()
  }
  return Date.now() + ahead
}

import { availableParallelism } from 'node:os'
import { ack } from './ack.ts'
import { agenda } from './agenda.ts'
import { agendaRead } from './agenda-read.ts'
import { deadline } from './deadline.ts'
import { digest } from './digest.ts'
import { home } from './home.ts'
import { type Bench, type Finding, isMet } from './measure.ts'
import { memory } from './memory.ts'
import { messages } from './messages.ts'
import { parse } from './parse.ts'
import { report } from './report.ts'
import { size } from './size.ts'
import { start } from './start.ts'
import { transfer } from './transfer.ts'

/** Every bench there is; a new one is a file and a line here. */
const benches: readonly Bench[] = [
  ack,
  agenda,
  agendaRead,
  deadline,
  digest,
  home,
  memory,
  messages,
  parse,
  report,
  size,
  start,
  transfer,
]

// `npm run bench -- agenda --json`: the benches named, or all; as text or as JSON. Fails where a promise is not met.
const words = process.argv.slice(2)
const asJson = words.includes('--json')
const names = words.filter((word) => word !== '--json')
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name))
if (unknown.length > 0) {
  process.stderr.write(`no bench ${unknown.join(', ')}; there are: ${benches.map(({ name }) => name).join(', ')}\n`)
  process.exit(2)
}

const results = []
for (const bench of benches.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const findings = await bench.run()
  results.push({ name: bench.name, limit: bench.limit, findings })
  if (!asJson) process.stdout.write(tell(bench, findings))
  if (!findings.every(isMet)) process.exitCode = 1
}
if (asJson) {
  const machine = { node: process.version, cores: availableParallelism() }
  process.stdout.write(`${JSON.stringify({ machine, results }, null, 2)}\n`)
}

function tell({ name, limit }: Bench, findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ what }) => what.length))
  const lines = findings.map((finding) => {
    const { what, value, unit, atLeast, atMost } = finding
    const shown = value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3)
    const promise = atLeast !== undefined ? `at least ${atLeast}` : atMost !== undefined ? `at most ${atMost}` : ''
    const mark = promise && `(${promise} ${unit}: ${isMet(finding) ? 'met' : 'MISSED'})`
    return `  ${what.padEnd(width)}  ${shown.padStart(8)} ${unit}  ${mark}`.trimEnd()
  })
  return `${[name, ...lines, `  Limit: ${limit}`].join('\n')}\n\n`
}

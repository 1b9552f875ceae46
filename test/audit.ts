import { spawnSync } from 'node:child_process'

// Asks npm's advisories about what the product is installed with. Where they cannot be reached it says so and passes: a
// closed network is no reason for a red build.
const audit = spawnSync(
  'npm',
  ['audit', '--omit=dev', '--json', '--package-lock-only', '--fetch-retries=0', '--fetch-timeout=5000'],
  { encoding: 'utf8', timeout: 15_000 },
)
const answer = read(audit.stdout)
const found = answer?.metadata?.vulnerabilities

if (!found) {
  process.stdout.write(
    `audit: no source of advisories answers here (${answer?.message ?? audit.error?.message ?? 'no answer'})\n`,
  )
} else {
  const counts = Object.entries(found).map(([severity, count]) => `${severity} ${count}`)
  process.stdout.write(`audit: ${counts.join(', ')}\n`)
  for (const [name, { severity, range }] of Object.entries(answer.vulnerabilities ?? {}))
    process.stdout.write(`audit: ${name} ${range} (${severity})\n`)
  if ((found.high ?? 0) + (found.critical ?? 0) > 0) process.exitCode = 1
}

type Answer = {
  message?: string
  metadata?: { vulnerabilities: Record<string, number> }
  vulnerabilities?: Record<string, { severity: string; range: string }>
}

function read(text: string | null): Answer | null {
  try {
    return JSON.parse(text ?? '') as Answer
  } catch {
    // Not even an error of npm's.
    return null
  }
}

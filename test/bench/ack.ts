import { reportCommand } from './filing.ts'
import { type BenchSlack, openSlack, openStages, receiptsOf, startReceiving } from './filing-stage.ts'
import { type Bench, type Finding, median } from './measure.ts'
import { percentile, type Receiving, sendAtPace } from './open-loop.ts'
import type { Program } from './program.ts'

const PER_SECOND = 50
const ROUND = 150
const ROUNDS = 3

type Contestant = { name: string; program: Program; receiving: Receiving; answers: boolean }
type Times = { p50: number; p99: number }

/** How soon `/progress` in one line is acknowledged while 50 reports come in a second, beside a listener that does nothing else. */
export const ack: Bench = {
  name: 'ack',
  limit:
    `a Bolt listener that only acknowledges, as a process of its own behind the same receiver, at the same ${PER_SECOND} a ` +
    'second: 1 ×. Whatever else the bot does in its process, an embedded database above all, comes on top of the slowest.',
  async run() {
    const slack = await openSlack()
    const stages = await openStages()
    const contestants: Contestant[] = []
    try {
      const alone = await startReceiving('test/bench/programs/bolt-hello.ts', slack, {})
      contestants.push({ name: 'alone', ...alone, answers: false })
      for (const { name, env } of stages)
        contestants.push({ name, ...(await startReceiving('src/main.ts', slack, env)), answers: true })
      return await measure(slack, contestants)
    } finally {
      for (const { program } of contestants) await program.stop()
      for (const stage of stages) await stage.remove()
      await slack.stop()
    }
  },
}

async function measure(slack: BenchSlack, contestants: readonly Contestant[]): Promise<Finding[]> {
  const times = contestants.map((): Times[] => [])
  // The first round lets everything warm up; they take turns, so that what else the machine does meets them all.
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [index, contestant] of contestants.entries()) {
      const measured = await timesOf(slack, contestant, round * ROUND)
      if (round > 0) times[index]?.push(measured)
    }
  const middle = (index: number, part: keyof Times) => median((times[index] ?? []).map((one) => one[part]))
  return contestants.flatMap(({ name, answers }, index): Finding[] => {
    const parts = [
      { part: 'p50', atMost: 1.3 },
      { part: 'p99', atMost: 2 },
    ] as const
    return parts.flatMap(({ part, atMost }): Finding[] => {
      const value = middle(index, part)
      const own: Finding = { what: `${part} of an ack, ${name}`, value, unit: 'ms' }
      if (!answers) return [own]
      return [own, { what: `${part}, ${name}, times alone`, value: value / middle(0, part), unit: '×', atMost }]
    })
  })
}

async function timesOf(slack: BenchSlack, { receiving, answers }: Contestant, from: number): Promise<Times> {
  slack.heard.splice(0)
  const forms = Array.from({ length: ROUND }, (_, index) => reportCommand(from + index, slack.answerUrl))
  const times = await sendAtPace(receiving, PER_SECOND, forms)
  if (answers && (await receiptsOf(slack, from, ROUND)).length < ROUND)
    throw new Error('not every report has its receipt')
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

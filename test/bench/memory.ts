import { reportCommand } from './filing.ts'
import { openSlack, openStages, startReceiving } from './filing-stage.ts'
import { type Bench, type Finding, median } from './measure.ts'
import { sendAtPace } from './open-loop.ts'

const PER_SECOND = 10
const SAMPLES = 12
const seconds = Number(process.env.LIAISON_BENCH_MINUTES ?? 1) * 60

/** Does the bot's memory grow while it works? On the embedded database, which is in its memory too. */
export const memory: Bench = {
  name: 'memory',
  limit:
    `1 ×: what is done leaves nothing behind. ${PER_SECOND} reports a second, ${seconds / 60} minutes long ` +
    '(LIAISON_BENCH_MINUTES), garbage collected before each look; the second quarter beside the last.',
  async run() {
    const slack = await openSlack()
    const stages = await openStages()
    const [stage] = stages
    const { program, receiving } = await startReceiving('src/main.ts', slack, stage?.env ?? {})
    try {
      const count = Math.ceil((seconds * PER_SECOND) / SAMPLES)
      const looks: number[] = []
      for (let look = 0; look < SAMPLES; look += 1) {
        const forms = Array.from({ length: count }, (_, index) => reportCommand(look * count + index, slack.answerUrl))
        await sendAtPace(receiving, PER_SECOND, forms)
        looks.push(await program.memory('collected'))
        slack.heard.splice(0)
      }
      return findingsOf(looks)
    } finally {
      await program.stop()
      for (const one of stages) await one.remove()
      await slack.stop()
    }
  },
}

function findingsOf(looks: readonly number[]): Finding[] {
  const quarter = SAMPLES / 4
  const early = median(looks.slice(quarter, 2 * quarter))
  const late = median(looks.slice(-quarter))
  return [
    { what: 'memory early under load', value: early, unit: 'MB' },
    { what: 'memory late under load', value: late, unit: 'MB' },
    { what: 'late over early', value: late / early, unit: '×', atMost: 1.1 },
  ]
}

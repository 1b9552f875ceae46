import type { JsonObject } from '../../src/sandbox/entities.ts'
import type { Bot } from './bot.ts'
import { type Endpoint, send } from './http.ts'
import { brokenRules, type Memory } from './invariants.ts'
import { type Finding, headline, stackOf, takeFindings } from './judge.ts'
import { applyAck, materialise, type Step } from './step.ts'

/** Takes a step and says what is wrong about it. The bot's calls stay noted. */
export async function take(bot: Bot, endpoint: Endpoint, step: Step): Promise<Finding[]> {
  if (step.kind === 'travel') {
    bot.travel(step.hours)
    return due(bot)
  }
  const body = materialise(bot, step.body, step.broken === true)
  if (step.kind === 'http') return overHttp(bot, endpoint, body, step.twist)
  const found = await handed(bot, body, step.broken !== true)
  if (step.twice) found.push(...(await handed(bot, body, step.broken !== true)))
  return found.map((one) => ({ ...one, what: `${step.listener}: ${one.what}` }))
}

async function handed(bot: Bot, body: JsonObject, strict: boolean): Promise<Finding[]> {
  const found: Finding[] = []
  const note = (what: string, error: unknown) =>
    found.push({ what: `${what}: ${headline(error)}`, detail: stackOf(error) })
  let acks: unknown[] = []
  try {
    acks = await bot.hand(structuredClone(body))
  } catch (error) {
    if (strict) note('Bolt throws', error)
  }
  await new Promise((turn) => setImmediate(turn))
  if (strict && acks.length !== 1) found.push({ what: `${acks.length} acks`, detail: '' })
  try {
    if (strict) applyAck(bot, body, acks[0])
  } catch (error) {
    note(
      'Slack refuses the ack',
      Object.assign(error as Error, {
        message: `${(error as Error).message} ${JSON.stringify((error as { messages?: unknown }).messages ?? '')}`,
      }),
    )
  }
  return [...found, ...takeFindings(bot, strict)]
}

async function overHttp(bot: Bot, { port }: Endpoint, body: JsonObject, twist: string): Promise<Finding[]> {
  const status = await send(port, body, twist)
  // The work goes on after the answer.
  await bot.inFlight.drained()
  const found = takeFindings(bot, false)
  if (twist === 'none' && status !== 200) found.push({ what: `http ${twist}: answered ${status}`, detail: '' })
  // Bolt answers so what is no path at all.
  if (status !== null && status >= 500 && twist !== 'odd-path')
    found.push({ what: `http ${twist}: answered ${status}`, detail: '' })
  return found.map((one) => ({ ...one, what: `http ${twist}: ${one.what}` }))
}

/** Does everything that is due, and says what is wrong about it. */
export async function due(bot: Bot): Promise<Finding[]> {
  bot.deals.splice(0)
  try {
    await bot.work()
  } catch (error) {
    return [{ what: `work: ${headline(error)}`, detail: stackOf(error) }, ...takeFindings(bot, false)]
  }
  bot.deals.splice(0)
  return takeFindings(bot, true).map((one) => ({ ...one, what: `work: ${one.what}` }))
}

/** Looks through the database for what must never be in it. */
export async function inspect(bot: Bot, memory: Memory): Promise<Finding[]> {
  const rules = await brokenRules(bot.edge.context.database, memory)
  bot.deals.splice(0)
  return rules.map(({ rule, rows }) => ({
    what: `rule: ${rule}`,
    detail: JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value)).slice(0, 1500),
  }))
}

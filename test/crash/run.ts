import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { DateTime } from 'luxon'
import { addWorkingDays } from '../../src/domain/calendar.ts'
import { type Account, isSettled, takeAccount } from './account.ts'
import { type Chance, createChance } from './chance.ts'
import { type Crew, createCrew } from './crew.ts'
import { type Deed, gatherPeople } from './people.ts'
import { calmed, drawRound, type Round } from './script.ts'
import { openStage, type SeenMessage, type Stage } from './stage.ts'
import { embeddedStorage, postgresStorage, type Storage } from './storage.ts'

/**
 * What to run. `replicas` 0: one bot on the embedded database; else so many on PostgreSQL, `database` or one of our own.
 * `enough`: asked after each round whether it shall be the last.
 */
export type CrashOptions = {
  rounds: number
  seed: number
  replicas: number
  database: string | null
  /** Nothing goes wrong: to see that the harness knows every receipt. */
  calm?: boolean
  enough?: () => boolean
}

/** What came of it. `folder` keeps the bots' log and the database. */
export type CrashResult = Account & {
  storage: string
  rounds: number
  kills: number
  databaseCrashes: number
  fell: string[]
  failedStarts: number
  folder: string
}

const quietMs = 700
const settleTries = 40
/** A bot that stops in peace keeps its compiled code for those that are killed: then they start in two thirds of the time. */
const warmingPays = 10

/**
 * Lives through so many rounds of people, faults and kills, then lets one bot work everything off, and takes account.
 * `tell` gets a line a round.
 */
export async function runCrash(options: CrashOptions, tell: (line: string) => void): Promise<CrashResult> {
  const { seed, replicas, calm = false, enough = () => false } = options
  const folder = mkdtempSync(join(tmpdir(), 'liaison-crash-'))
  const storage = replicas === 0 ? embeddedStorage(folder) : await postgresStorage(folder, options.database)
  const closers = [() => storage.close()]
  try {
    const stage = await openStage(folder, storage)
    closers.push(() => stage.stop())
    const crew = createCrew(Math.max(1, replicas), stage.env, join(folder, 'bots.log'))
    closers.push(() => crew.end())
    const theatre = {
      folder,
      stage,
      storage,
      crew,
      people: gatherPeople(stage),
      deeds: [] as Promise<Deed>[],
      crashes: 0,
    }
    if (options.rounds > warmingPays) {
      await crew.fill(null)
      await crew.stop()
    }
    const chance = createChance(seed)
    let rounds = 0
    while (rounds < options.rounds && !enough()) {
      rounds += 1
      const drawn = drawRound(chance, Math.max(1, replicas), storage.crash !== null)
      await playRound(theatre, calm ? calmed(drawn) : drawn, chance.fork())
      tell(
        `round ${rounds}/${options.rounds}: ${theatre.deeds.length} tried, ${crew.kills} kills, ${stage.now().toISO()}`,
      )
    }
    const account = await settle(theatre)
    const { kills, fell, failedStarts } = crew
    const counts = {
      storage: storage.name,
      rounds,
      kills,
      databaseCrashes: theatre.crashes,
      fell,
      failedStarts,
      folder,
    }
    return { ...account, ...counts }
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

type Theatre = {
  folder: string
  stage: Stage
  storage: Storage
  crew: Crew
  people: ReturnType<typeof gatherPeople>
  deeds: Promise<Deed>[]
  crashes: number
}

async function playRound(theatre: Theatre, round: Round, chance: Chance): Promise<void> {
  const { stage, storage, crew, people, deeds } = theatre
  // Some faults of the round before last into the start of the next.
  if (chance.happens(0.6)) await stage.post('faults', { clear: true })
  const pace = await crew.fill(round.killStarting)
  await stage.post('faults', round.faults)
  const at = async (after: number | null | undefined, happen: () => unknown) => {
    if (after === null || after === undefined) return
    await wait(after * pace)
    await happen()
  }
  const play = async () => {
    for (const { gap, chance: own } of round.acts) {
      await wait(gap * pace)
      if (!crew.someoneServes()) return
      deeds.push(people.act(own))
    }
  }
  await Promise.all([
    play(),
    ...round.kills.map(({ bot, after }) => at(after, () => crew.kill(bot))),
    at(round.cutSocket, () => stage.post('faults', { cut_socket: true })),
    at(round.travel?.after, () =>
      stage.travel(round.travel?.by === 'morning' ? nextMorning(stage.now()) : (round.travel?.by ?? '')),
    ),
    at(round.crashDatabase, async () => {
      theatre.crashes += 1
      await storage.crash?.()
    }),
  ])
}

/** All faults off, one bot, and time enough for every lease and every wait to run out. */
async function settle({ stage, storage, crew, deeds, folder }: Theatre): Promise<Account> {
  await stage.post('faults', { clear: true })
  await crew.reduce()
  const done = await Promise.all(deeds)
  for (let tried = 1; ; tried++) {
    await crew.reduce()
    for (const step of ['+2m', '+70m']) {
      await stage.travel(step)
      await stage.post('home', { user: 'U0CONVENER' })
      await quiet(stage)
    }
    await crew.stop()
    const database = await storage.open()
    try {
      writeFileSync(join(folder, 'deeds.json'), JSON.stringify(done, null, 1))
      if ((await isSettled(database, stage.now().toJSDate())) || tried === settleTries)
        return await takeAccount(database, stage.now().toJSDate(), done, await seenIn(stage, folder))
    } finally {
      await database.close()
    }
  }
}

/** All that was ever seen; kept in a file too, to look at afterwards. */
async function seenIn(stage: Stage, folder: string): Promise<SeenMessage[]> {
  const { messages } = await stage.state()
  writeFileSync(join(folder, 'messages.json'), JSON.stringify(messages, null, 1))
  return messages
}

/** Waits until nothing new is seen for a while. */
async function quiet(stage: Stage): Promise<void> {
  for (let since = '0000000000.000000'; ; await wait(quietMs)) {
    const { messages } = await stage.state({ since })
    const last = messages.map(({ ts }) => ts).reduce((a, b) => (a > b ? a : b), since)
    if (last === since) return
    since = last
  }
}

function nextMorning(now: DateTime): string {
  return addWorkingDays(now, 1).set({ hour: 9, minute: 1 }).toISO() ?? ''
}

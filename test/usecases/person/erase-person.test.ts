import { expect, it } from 'vitest'
import type { Transaction } from '../../../src/db/database.ts'
import { enqueue } from '../../../src/outbox/enqueue.ts'
import { erasePerson } from '../../../src/usecases/person/erase-person.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { dumpTables, fillEveryTable } from '../../support/every-table.ts'
import { publishMeeting } from '../../support/published-meeting.ts'
import { passDays, runAt } from '../../support/supervised.ts'
import { people, setUpWorld } from '../../support/world.ts'

const random = '0123456789ab'
const pseudonym = `erased-${random}`
const user = 'U0GONE'
/** The id alone, in a link, in a key, after what JSON escapes, and as part of another person's id, in two places. */
const text = `${user} <@${user}> brief/1/${user}/2024 \n${user} \t${user} \u0007${user} "${user}" \\${user} ${user}X XU0GONE`
/** As JSON has it, which is how the tables are dumped. */
const inJson = (given: string) => JSON.stringify(given).slice(1, -1)
const escapes = /\\(?:[bfnrt]|u[0-9a-f]{4})/g

const asking = (tx: Transaction) => ({
  query: (statement: string, parameters: readonly unknown[] = []) =>
    tx.$queryRawUnsafe<Record<string, unknown>[]>(statement, ...parameters),
})

describeOnEachDatabase('a person who is erased', (database) => {
  const rows = <T>(read: (tx: Transaction) => Promise<T>) => database().transaction(read)
  const dump = () => rows((tx) => dumpTables(asking(tx)))
  const setUp = async () => {
    const world = await setUpWorld(database())
    await publishMeeting(world)
    return world
  }

  it('leaves their id in no column of any table of the workspace, everything else as it was', async () => {
    await database().transaction((tx) => fillEveryTable(asking(tx), ['T1', 'T2'], () => text))
    const now = (await setUpWorld(database(), 'T3')).now
    const before = await dump()
    const { rows } = await erasePerson({ database: database(), now }, { workspaceId: 'T1', userId: user, random })
    const after = await dump()
    const all = (from: typeof after) => Object.values(from).flat().join('\n')
    const written = inJson(text)
    const replaced = inJson(text.replaceAll(/(?<!\w)U0GONE(?!\w)/g, pseudonym))
    expect(rows).toBeGreaterThan(25)
    for (const [table, lines] of Object.entries(before)) {
      // Row 1 is of T1, row 2 of T2.
      const [first = '', ...others] = lines
      expect(after[table]?.slice(1, lines.length), table).toEqual(others)
      expect(after[table]?.[0]?.replaceAll(escapes, ' '), table).not.toMatch(/(?<![A-Za-z0-9])U0GONE(?![A-Za-z0-9])/)
      if (first.includes(written) && table !== 'Delivery')
        expect(after[table]?.[0], table).toBe(first.replaceAll(written, replaced))
    }
    expect(all(after)).toContain('U0GONEX XU0GONE')
    expect(JSON.parse(after.AuditEvent?.at(-1) ?? '')).toMatchObject({
      ...{ workspaceId: 'T1', actor: 'shell', action: 'person.erase', subject: `person/${pseudonym}` },
    })
  })

  it('is refused where nothing is known of them, as where the id is mistyped', async () => {
    const { now } = await setUpWorld(database())
    const erasing = erasePerson({ database: database(), now }, { workspaceId: 'T1', userId: 'U0NOBODY', random })
    await expect(erasing).rejects.toMatchObject({ code: 'person.unknown' })
    expect(await rows((tx) => tx.auditEvent.count({ where: { action: 'person.erase' } }))).toBe(0)
  })

  it('is no member, gets nothing, is not invited, and hands the meetings to come to another', async () => {
    const world = await setUp()
    const invited = () => rows((tx) => tx.attendance.findMany({ where: { invited: { has: people.customs } } }))
    expect(await invited()).toHaveLength(1)
    await erasePerson(world, { workspaceId: 'T1', userId: people.customs, random: 'ba9876543210' })
    expect(await invited()).toEqual([])
    expect(await rows((tx) => tx.attendance.count({ where: { invited: { has: 'erased-ba9876543210' } } }))).toBe(0)
    const before = await rows((tx) => tx.delivery.findMany({ where: { place: people.convener } }))
    expect(before.length).toBeGreaterThan(0)
    await erasePerson(world, { workspaceId: 'T1', userId: people.convener, random })
    expect(await rows((tx) => tx.member.count({ where: { userId: { in: [people.convener, pseudonym] } } }))).toBe(0)
    expect(await rows((tx) => tx.meeting.findFirstOrThrow({}))).toMatchObject({
      convener: people.admin,
      createdBy: pseudonym,
    })
    const owed = await rows((tx) => tx.delivery.findMany({ where: { place: pseudonym } }))
    expect(owed).toHaveLength(before.length)
    for (const one of owed)
      expect(one).toMatchObject({ state: 'dead', payload: {}, dismissedAt: world.now().toJSDate() })
    const [sample] = before
    const again = await rows((tx) =>
      enqueue(tx, {
        ...{ workspaceId: 'T1', planId: 1, place: pseudonym, dedupeKey: 'new', at: world.now().toJSDate() },
        ...{ kind: sample?.kind as 'meeting.roster', payload: sample?.payload as never },
      }),
    )
    expect(again).toBe(false)
    await expect(database().client.auditEvent.updateMany({ data: { actor: 'U2' } })).rejects.toThrow('append-only')
  })

  it('keeps nobody else from the brief of the days that follow', async () => {
    const world = await setUpWorld(database())
    const briefs = () => rows((tx) => tx.delivery.findMany({ where: { kind: 'brief' }, orderBy: { id: 'asc' } }))
    await runAt(world, '2024-07-02T09:30:00+08:00')
    await runAt(world, '2024-07-03T09:30:00+08:00')
    const before = await briefs()
    await erasePerson(world, { workspaceId: 'T1', userId: before[0]?.place ?? '', random })
    expect((await briefs())[0]?.payload).toEqual({})
    await passDays(world, '2024-07-11', (day) => day > '2024-07-04' && day < '2024-07-11')
    expect((await briefs()).length).toBeGreaterThan(before.length)
  })

  it('is known, by their id, and not the last admin of a plan; else nothing changes', async () => {
    const world = await setUp()
    const before = await dump()
    for (const [workspaceId, userId, code] of [
      ['T9', people.lead, 'workspace.unknown'],
      ['T1', `U1'; DROP`, 'person.not_an_id'],
      ['T1', '.*', 'person.not_an_id'],
      ['T1', people.admin, 'person.last_admin'],
    ] as const)
      await expect(erasePerson(world, { workspaceId, userId, random })).rejects.toMatchObject({ code })
    expect(await dump()).toEqual(before)
  })
})

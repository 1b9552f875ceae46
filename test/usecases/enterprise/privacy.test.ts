import { beforeEach, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { buildLedger } from '../../../src/documents/ledger/build-ledger.ts'
import { publishAgenda } from '../../../src/usecases/agenda/publish-agenda.ts'
import { showAgenda } from '../../../src/usecases/agenda/show-agenda.ts'
import type { Actor } from '../../../src/usecases/context.ts'
import { postDigest } from '../../../src/usecases/digest/post-digest.ts'
import { previewDigest } from '../../../src/usecases/digest/preview-digest.ts'
import { changeEnterprise } from '../../../src/usecases/enterprise/change-enterprise.ts'
import { endEnterprise } from '../../../src/usecases/enterprise/end-enterprise.ts'
import { listEnterprises } from '../../../src/usecases/enterprise/list-enterprises.ts'
import { openEnterprise, openVisit } from '../../../src/usecases/enterprise/open-enterprise.ts'
import { recordVisit } from '../../../src/usecases/enterprise/record-visit.ts'
import { showEnterprise } from '../../../src/usecases/enterprise/show-enterprise.ts'
import { listIssues, showIssue } from '../../../src/usecases/issue/list-issues.ts'
import { raiseIssue } from '../../../src/usecases/issue/raise-issue.ts'
import { exportLedger } from '../../../src/usecases/ledger/export-ledger.ts'
import { endMeeting } from '../../../src/usecases/meeting/end-meeting.ts'
import { recordOutcomeWords } from '../../../src/usecases/meeting/record-outcome.ts'
import { startMeeting } from '../../../src/usecases/meeting/start-meeting.ts'
import { draftMinutes } from '../../../src/usecases/minutes/draft-minutes.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { partsOf } from '../../documents/package-parts.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { decided } from '../../support/decided-issue.ts'
import { entered, secretName } from '../../support/entered-enterprise.ts'
import { draftMeeting } from '../../support/published-meeting.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const secretNotes = '秘而不宣的备注'
const convener = as(people.convener)
const concerned = [people.lead, people.convener, people.admin, people.leader]
const others = [people.participant, people.customs]

describeOnEachDatabase('what is known of an enterprise', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
    await entered(world, convener, undefined, { notes: secretNotes })
    await recordVisit(world, convener, 1, { day: null, notes: secretNotes })
  })

  const raise = (actor: Actor, enterpriseNo: number, units: string[] = ['江城海关']) =>
    raiseIssue(world, actor, {
      title: '通关时间长',
      details: '',
      minutes: 15,
      severity: 2,
      taskNo: 3,
      units,
      sourceLink: null,
      enterpriseNo,
      similarSeen: true,
    })

  it('is for its unit, the office and leaders: list and page', async () => {
    for (const person of concerned) {
      expect(JSON.stringify(await listEnterprises(world, as(person)))).toContain(secretName)
      expect(JSON.stringify(await showEnterprise(world, as(person), 1))).toContain(secretNotes)
    }
    for (const person of others) expect((await listEnterprises(world, as(person))).enterprises).toEqual([])
    await expect(listEnterprises(world, as(people.stranger))).rejects.toMatchObject({ code: 'access.not_a_member' })
  })

  it('is denied in the words of a number that does not exist, whatever is tried', async () => {
    const wish = { name: null, unit: null, contact: null, everyMonths: 1, notes: null, version: null }
    const attempts = (actor: Actor, no: number) => [
      () => showEnterprise(world, actor, no),
      () => openEnterprise(world, actor, no),
      () => openVisit(world, actor, no, null),
      () => changeEnterprise(world, actor, no, wish),
      () => endEnterprise(world, actor, no, '原因'),
      () => recordVisit(world, actor, no, { day: null, notes: '走访' }),
      () => raise(actor, no),
    ]
    for (const person of others)
      for (const no of [1, 99])
        for (const attempt of attempts(as(person), no))
          await expect(attempt()).rejects.toMatchObject({ code: 'enterprise.unknown', params: { no } })
    // One that was ended is denied alike.
    await endEnterprise(world, convener, 1, '迁出')
    for (const attempt of attempts(as(people.customs), 1))
      await expect(attempt()).rejects.toMatchObject({ code: 'enterprise.unknown', params: { no: 1 } })
  })

  it('is on the card of its issue for the units that it needs, without the number they could not open', async () => {
    await raise(as(people.lead), 1)
    const card = async (person: string) => (await showIssue(world, as(person), 1)).enterprise
    for (const person of concerned) expect(await card(person)).toEqual({ no: 1, name: secretName })
    expect(await card(people.customs)).toEqual({ no: null, name: secretName })
    expect(await card(people.participant)).toBe('hidden')
    await decided(world, convener, 1, [])
    const { issues, enterprise } = await showEnterprise(world, as(people.lead), 1)
    expect(issues).toMatchObject([{ no: 1, state: 'closed', outcome: 'decided', text: '由市商务局统一标准' }])
    expect(enterprise).toMatchObject({ openIssues: 0, settledIssues: 1 })
  })

  it('is in no list, card, life, agenda, minutes, ledger, digest or message that others read', async () => {
    const channels = { meetingChannel: 'CMEETING', leadingChannel: 'CLEADING' }
    await setPlanChannels(world, as(people.admin), channels)
    await raise(as(people.lead), 1)
    await draftMeeting(world, { month: 7, day: 2 })
    const other = as(people.participant)
    const texts: unknown[] = [
      await showIssue(world, other, 1),
      await listIssues(world, other),
      await previewDigest(world, other),
    ]
    await publishAgenda(world, convener, null)
    await postDigest(world, convener, 'k')
    world.clock.set('2024-07-02T15:00:00+08:00')
    await startMeeting(world, convener, 1)
    const words = '议定 统一标准；交办：江城海关 缩短查验 10个工作日'
    await recordOutcomeWords(world, convener, { meetingNo: 1, issueNo: 1 }, words)
    world.clock.set('2024-07-02T16:00:00+08:00')
    await endMeeting(world, convener, 1)
    await draftMinutes(world, convener, 1, {})
    const ledger = await exportLedger(world, convener)
    texts.push(await showIssue(world, other, 1), await showAgenda(world, other))
    expect(ledger.issues).toMatchObject([{ no: 1, title: '通关时间长' }])
    expect(JSON.stringify([texts, ledger])).not.toMatch(secret)

    // What is stored to be sent or printed holds it nowhere: it stands in the register, its visits and the trail alone.
    expect(await tablesWith(database(), secretName)).toEqual(['AuditEvent', 'Enterprise'])
    expect(await tablesWith(database(), secretNotes)).toEqual(['AuditEvent', 'Enterprise', 'Visit'])
    const files = await database().client.document.findMany()
    expect(files.map(({ name }) => name.replace(/^.*\./, '')).toSorted()).toEqual(['docx', 'docx', 'ics', 'ics'])
    const read = ({ name, bytes }: (typeof files)[number]) =>
      name.endsWith('.ics') ? Buffer.from(bytes).toString() : JSON.stringify(partsOf(bytes))
    const printed = [...files.map(read), JSON.stringify(partsOf(await buildLedger('zh-CN', ledger)))]
    expect(printed.join('')).toContain('通关时间长')
    expect(printed.join('')).not.toMatch(secret)
  })
})

const secret = new RegExp(`${secretName}|${secretNotes}`)

/** The tables of which a row holds that text. */
async function tablesWith({ client }: Database, text: string): Promise<string[]> {
  const tables = await client.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename`
  const held = await client.$queryRawUnsafe<{ name: string; held: boolean }[]>(
    tables
      .map(
        ({ name }) => `SELECT '${name}' AS name, EXISTS (
        SELECT 1 FROM "${name}" AS one WHERE to_jsonb(one)::text LIKE $1) AS held`,
      )
      .join(' UNION ALL '),
    `%${text}%`,
  )
  return held.flatMap(({ name, held: found }) => (found ? [name] : []))
}

import { beforeEach, expect, it } from 'vitest'
import { listAudit } from '../../../src/db/audit-store.ts'
import type { ActionState } from '../../../src/domain/action/action-state.ts'
import { askExtension } from '../../../src/usecases/action/ask-extension.ts'
import { cancelAction } from '../../../src/usecases/action/cancel-action.ts'
import { agreeExtension, extendAction } from '../../../src/usecases/action/extend-action.ts'
import { listActions, showAction } from '../../../src/usecases/action/list-actions.ts'
import { openAction } from '../../../src/usecases/action/open-action.ts'
import { reportAction } from '../../../src/usecases/action/report-action.ts'
import { returnAction } from '../../../src/usecases/action/return-action.ts'
import { verifyAction } from '../../../src/usecases/action/verify-action.ts'
import { listIssues, showIssue } from '../../../src/usecases/issue/list-issues.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { decided, raised, type WantedAction } from '../../support/decided-issue.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const rules: WantedAction = { text: '制定验收标准', owner: '市商务局', helpers: ['江城海关'], dueOn: '2024-07-12' }
const system: WantedAction = { text: '开通系统接口', owner: '江城海关', dueOn: '2024-06-26', measure: '接口上线' }

describeOnEachDatabase('actions', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let no: number
  beforeEach(async () => {
    world = await setUpWorld(database())
    no = await raised(world, as(people.lead))
    expect(await decided(world, as(people.convener), no, [rules, system])).toEqual([1, 2])
  })

  const stateOf = async (action: number) => (await showAction(world, as(people.convener), action)).action.state
  const issueState = async () => (await showIssue(world, as(people.convener), no)).state
  const audit = async (action: string) => {
    const trail = await database().transaction((tx) => listAudit(tx, 'T1', 1))
    return trail.filter((line) => line.action === action)
  }

  it('are reported by their owner with evidence, verified by the office, and close their issue', async () => {
    expect(await reportAction(world, as(people.lead), 1, ' 已印发，见 https://a.example/1 ')).toMatchObject({
      state: 'reported',
      evidence: '已印发，见 https://a.example/1',
      reportedBy: people.lead,
    })
    expect(await verifyAction(world, as(people.convener), 1)).toMatchObject({
      action: { no: 1, state: 'verified', settledBy: people.convener },
      issue: 'unchanged',
    })
    expect(await issueState()).toBe('in_action')
    await reportAction(world, as(people.customs), 2, '已上线')
    world.clock.set('2024-06-26T10:00:00+08:00')
    expect(await verifyAction(world, as(people.admin), 2)).toMatchObject({ issue: 'closed' })
    const { issues } = await listIssues(world, as(people.lead))
    expect(issues).toEqual([])
    const issue = await showIssue(world, as(people.lead), no)
    expect(issue).toMatchObject({ state: 'closed', closedAt: new Date('2024-06-26T02:00:00Z') })
    expect(await audit('issue.close')).toHaveLength(1)
  })

  it('keep earlier evidence in the audit trail when they are reported again', async () => {
    await reportAction(world, as(people.lead), 1, '第一次')
    expect(await reportAction(world, as(people.lead), 1, '第二次')).toMatchObject({ evidence: '第二次' })
    expect((await audit('action.report')).map(({ before, after }) => [before, after])).toEqual([
      [
        { state: 'open', text: '', reportedBy: null },
        { state: 'reported', text: '第一次' },
      ],
      [
        { state: 'reported', text: '第一次', reportedBy: people.lead },
        { state: 'reported', text: '第二次' },
      ],
    ])
  })

  it('are returned with a reason, keep what was reported, and are reported anew', async () => {
    await reportAction(world, as(people.lead), 1, '已印发')
    await expect(returnAction(world, as(people.convener), 1, '  ')).rejects.toMatchObject({
      code: 'action.reason_missing',
    })
    expect(await returnAction(world, as(people.convener), 1, '请附文号')).toMatchObject({
      action: { state: 'open', remark: '请附文号', evidence: '已印发' },
      returned: 'report',
    })
    const { action } = await showAction(world, as(people.lead), 1)
    expect(action).toMatchObject({ returned: true, mayReport: true })
    expect(await reportAction(world, as(people.lead), 1, '商发〔2024〕1号')).toMatchObject({ state: 'reported' })
  })

  it('all cancelled leave their issue open again; one verified is enough to close it', async () => {
    expect(await cancelAction(world, as(people.convener), 1, '情况有变')).toMatchObject({ issue: 'unchanged' })
    expect(await cancelAction(world, as(people.convener), 2, '情况有变')).toMatchObject({ issue: 'reopened' })
    expect(await showIssue(world, as(people.lead), no)).toMatchObject({ state: 'open', closedAt: null })
    const [third, fourth] = await decided(world, as(people.convener), no, [rules, system])
    await reportAction(world, as(people.lead), third ?? 0, '已印发')
    await verifyAction(world, as(people.convener), third ?? 0)
    expect(await cancelAction(world, as(people.convener), fourth ?? 0, '不再需要')).toMatchObject({ issue: 'closed' })
  })

  it('may be put off: the owner asks, the office agrees, declines or sets a day itself', async () => {
    const asked = await askExtension(world, as(people.lead), 1, '7月31日', '等待省级批复')
    expect(asked).toMatchObject({ wantedOn: '2024-07-31', action: { dueOn: '2024-07-12' } })
    expect((await showAction(world, as(people.convener), 1)).action).toMatchObject({
      dueOn: '2024-07-12',
      wish: { dueOn: '2024-07-31', reason: '等待省级批复' },
      mayExtend: true,
      mayReturn: true,
    })
    await askExtension(world, as(people.lead), 1, '2024-08-15', '等待国家批复')
    await expect(agreeExtension(world, as(people.convener), 1, '2024-07-31')).rejects.toMatchObject({
      code: 'action.wish_gone',
    })
    expect(await agreeExtension(world, as(people.convener), 1, '2024-08-15')).toMatchObject({
      before: '2024-07-12',
      action: { dueOn: '2024-08-15', remark: '等待国家批复', state: 'open' },
    })
    expect((await showAction(world, as(people.convener), 1)).action.wish).toBeNull()

    await askExtension(world, as(people.customs), 2, '10个工作日', '缺人')
    expect(await returnAction(world, as(people.convener), 2, '请按期')).toMatchObject({
      returned: 'wish',
      action: { state: 'open', remark: '请按期', dueOn: '2024-06-26' },
    })
    expect((await showAction(world, as(people.customs), 2)).action).toMatchObject({ wish: null, returned: false })
    await expect(returnAction(world, as(people.convener), 2, '再退')).rejects.toMatchObject({
      code: 'action.not_possible',
    })
    expect(await extendAction(world, as(people.convener), 2, '2024-07-01', '酌情')).toMatchObject({
      before: '2024-06-26',
      action: { dueOn: '2024-07-01' },
    })
  })

  it('that were reported owe no answer to an earlier wish', async () => {
    await askExtension(world, as(people.lead), 1, '7月31日', '等待批复')
    await reportAction(world, as(people.lead), 1, '已印发')
    expect((await showAction(world, as(people.convener), 1)).action.wish).toBeNull()
    await expect(agreeExtension(world, as(people.convener), 1, '2024-07-31')).rejects.toMatchObject({
      code: 'action.wish_gone',
    })
  })

  it('are refused where days or texts are out of bounds, and nothing changes', async () => {
    const before = await showAction(world, as(people.lead), 1)
    const [owner, convener] = [as(people.lead), as(people.convener)]
    const attempts: [() => Promise<unknown>, string][] = [
      [() => reportAction(world, owner, 1, ''), 'action.evidence_missing'],
      [() => reportAction(world, owner, 1, '长'.repeat(1001)), 'action.evidence_too_long'],
      [() => cancelAction(world, convener, 1, '长'.repeat(501)), 'action.reason_too_long'],
      [() => askExtension(world, owner, 1, '2024-07-31', ''), 'action.reason_missing'],
      [() => askExtension(world, owner, 1, '2024-07-12', '因'), 'action.day_not_later'],
      [() => extendAction(world, convener, 1, '2023-07-12', '因'), 'action.due_passed'],
      [() => extendAction(world, convener, 1, '2034-07-12', '因'), 'action.due_too_far'],
      [() => extendAction(world, convener, 1, '改天', '因'), 'action.due_unknown'],
      [() => verifyAction(world, convener, 99), 'action.unknown'],
      [() => reportAction(world, owner, 99, '办了'), 'action.unknown'],
      [() => showAction(world, owner, 99), 'action.unknown'],
    ]
    for (const [attempt, code] of attempts) expect(await codeOf(attempt)).toBe(code)
    expect(await showAction(world, as(people.lead), 1)).toEqual(before)
  })

  it('obey only whose they are: the owner’s liaisons report and ask, the office settles, in each state', async () => {
    await assignMembers(world, as(people.admin), [{ userId: 'UNEW', role: 'liaison', unit: '市商务局' }])
    const wanted: ActionState[] = ['open', 'reported', 'verified', 'cancelled']
    const everyone = [...Object.values(people), 'UNEW']
    for (const [index, state] of wanted.entries()) {
      const issue = await raised(world, as(people.lead), `各状态的问题${'甲乙丙丁'[index]}`)
      const [action = 0] = await decided(world, as(people.convener), issue, [rules])
      if (state === 'reported' || state === 'verified') await reportAction(world, as(people.lead), action, '已办')
      if (state === 'verified') await verifyAction(world, as(people.convener), action)
      if (state === 'cancelled') await cancelAction(world, as(people.convener), action, '情况有变')
      for (const person of everyone) {
        const who = as(person)
        const deeds = {
          report: () => reportAction(world, who, action, '已办'),
          ask: () => askExtension(world, who, action, '2024-09-02', '因'),
          verify: () => verifyAction(world, who, action),
          return: () => returnAction(world, who, action, '因'),
          extend: () => extendAction(world, who, action, '2024-09-02', '因'),
          cancel: () => cancelAction(world, who, action, '因'),
        }
        for (const [deed, run] of Object.entries(deeds)) {
          const expected = expectedCode(person, state, deed)
          // What is possible is tried elsewhere: done here, the next person would meet another state.
          if (expected !== null)
            expect([person, state, deed, await codeOf(run)]).toEqual([person, state, deed, expected])
        }
        for (const form of ['report', 'ask', 'return', 'extend', 'cancel'] as const) {
          const opened = await codeOf(() => openAction(world, who, action, form))
          expect([person, state, form, opened]).toEqual([person, state, form, expectedCode(person, state, form)])
        }
      }
      expect(await stateOf(action)).toBe(state)
    }
  })

  it('are listed for each person by what they have to do', async () => {
    await reportAction(world, as(people.lead), 1, '已印发')
    world.clock.set('2024-06-28T09:00:00+08:00')
    const other = await raised(world, as(people.lead), '另一件事情')
    await decided(world, as(people.convener), other, [
      { ...rules, owner: '光谷管委会', helpers: [], dueOn: '2024-07-31' },
    ])
    await askExtension(world, as(people.participant), 3, '2024-08-20', '等待批复')
    const list = async (person: string, scope: 'mine' | 'all') =>
      (await listActions(world, as(person), scope)).entries.map(({ group, action }) => `${group} ${action.no}`)
    expect(await list(people.lead, 'mine')).toEqual(['own 1'])
    expect(await list(people.customs, 'mine')).toEqual(['own 2', 'own 1'])
    expect(await list(people.participant, 'mine')).toEqual(['own 3'])
    expect(await list(people.convener, 'mine')).toEqual(['verify 1', 'wish 3', 'overdue 2'])
    expect(await list(people.leader, 'mine')).toEqual(['overdue 2', 'others 1', 'others 3'])
    await verifyAction(world, as(people.convener), 1)
    expect(await list(people.lead, 'mine')).toEqual([])
    expect(await list(people.lead, 'all')).toEqual(['settled 1'])
    expect(await list(people.convener, 'all')).toEqual(['wish 3', 'overdue 2', 'settled 1'])
    await expect(listActions(world, as(people.stranger), 'mine')).rejects.toMatchObject({ code: 'access.not_a_member' })
  })

  it('of another plan stay there', async () => {
    await setUpWorld(database(), 'T2')
    const elsewhere = { workspaceId: 'T2' }
    expect((await listActions(world, as(people.convener, elsewhere), 'all')).entries).toEqual([])
    await expect(verifyAction(world, as(people.convener, elsewhere), 1)).rejects.toMatchObject({
      code: 'action.unknown',
    })
    expect(await stateOf(1)).toBe('open')
  })

  it('are settled once by a request that comes twice', async () => {
    await reportAction(world, as(people.lead), 1, '已印发')
    const request = as(people.convener, { requestKey: 'action:1' })
    await verifyAction(world, request, 1)
    await expect(verifyAction(world, request, 1)).rejects.toMatchObject({ code: 'request.repeated' })
  })
})

const owners = new Set<string>([people.lead, 'UNEW'])
const office = new Set<string>([people.convener, people.admin])
const liaisons = new Set<string>([...owners, people.participant, people.customs])
const possible: Record<string, ActionState[]> = {
  report: ['open', 'reported'],
  ask: ['open'],
  verify: ['reported'],
  return: ['reported'],
  extend: ['open', 'reported'],
  cancel: ['open', 'reported'],
}

/** What a person is told who does that to an action in that state; null: it is done. */
function expectedCode(person: string, state: ActionState, deed: string): string | null {
  if (person === people.stranger) return 'access.not_a_member'
  const ofOwner = deed === 'report' || deed === 'ask'
  if (!(ofOwner ? liaisons : office).has(person)) return 'access.role_needed'
  if (ofOwner && !owners.has(person)) return 'action.not_yours'
  return possible[deed]?.includes(state) ? null : 'action.not_possible'
}

async function codeOf(attempt: () => Promise<unknown>): Promise<string | null> {
  try {
    await attempt()
    return null
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

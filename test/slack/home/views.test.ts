import { expect, it } from 'vitest'
import { parseMeetingWords } from '../../../src/domain/meeting/meeting-words.ts'
import { viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { homeView } from '../../../src/slack/home/views.ts'
import { reportAction } from '../../../src/usecases/action/report-action.ts'
import { draftAgenda } from '../../../src/usecases/agenda/draft-agenda.ts'
import { publishAgenda } from '../../../src/usecases/agenda/publish-agenda.ts'
import { showHome } from '../../../src/usecases/home/show-home.ts'
import { raiseIssue } from '../../../src/usecases/issue/raise-issue.ts'
import { planMeeting } from '../../../src/usecases/meeting/plan-meeting.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { fileReport } from '../../../src/usecases/report/file-report.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { decided, raised } from '../../support/decided-issue.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value))
const chinese = /[\u4e00-\u9fff]/

/** The value of the button that opens the form for task 2. */
const reportOnTask2 = /"value":"\d+\/2\/\d+\/2024H1"/

describeOnEachDatabase('App Home', (database) => {
  const shown = async (world: Awaited<ReturnType<typeof setUpWorld>>, person: string, locale: 'zh-CN' | 'en') => {
    const { blocks } = homeView(locale, await showHome(world, as(person)))
    expect(viewBlockProblems({} as Core, asSent(blocks))).toEqual([])
    return JSON.stringify(blocks)
  }

  it('follows what a person reports, raises and is summoned to', async () => {
    const world = await setUpWorld(database())
    await assignMembers(world, as(people.admin), [{ userId: people.lead, role: 'liaison', unit: '江城海关' }])
    const before = await shown(world, people.lead, 'zh-CN')
    expect(before).toContain('市商务局、江城海关 · 2024年上半年')
    expect(before).toMatch(reportOnTask2)
    await fileReport(world, as(people.lead), {
      taskNo: 2,
      unitId: null,
      periodKey: null,
      status: 'done',
      percent: 100,
      summary: '建成',
    })
    const facts = { title: '港口验收标准', details: '', taskNo: 2, units: [], minutes: 20, severity: 3 as const }
    await raiseIssue(world, as(people.customs), { ...facts, sourceLink: null, similarSeen: true })
    await setPlanChannels(world, as(people.admin), { meetingChannel: 'C1', leadingChannel: 'C2' })
    await draftAgenda(world, as(people.convener), { day: null, time: null, minutes: 60, mode: null })
    await publishAgenda(world, as(people.convener), null)
    const after = await shown(world, people.lead, 'zh-CN')
    expect(after).not.toMatch(reportOnTask2)
    expect(after).toContain('7月2日')
    expect(after).toContain('#1 港口验收标准')
  })

  it('shows the office the meetings that are planned, and a liaison only those it is summoned to', async () => {
    const world = await setUpWorld(database())
    await planMeeting(world, as(people.convener), parseMeetingWords('2024-07-11 15:00 地点：3号会议室'))
    const office = await shown(world, people.convener, 'zh-CN')
    expect(office).toContain('7月11日（周四）15:00 第1次联席会议 · 3号会议室 · 议程未发布')
    expect(office).not.toContain('近期没有与您有关的联席会议')
    expect(await shown(world, people.convener, 'en')).toContain(
      'joint meeting 1 · 3号会议室 · agenda not published yet',
    )
    expect(await shown(world, people.lead, 'zh-CN')).toContain('近期没有与您有关的联席会议')
  })

  it('shows an owner what it owes of decisions, and the office what it is to verify', async () => {
    const world = await setUpWorld(database())
    const no = await raised(world, as(people.lead))
    await decided(world, as(people.convener), no, [{ text: '制定标准', owner: '市商务局', dueOn: '2024-06-25' }])
    world.clock.set('2024-06-26T09:00:00+08:00')
    const own = await shown(world, people.lead, 'zh-CN')
    expect(own).toContain('交办事项 1 项，其中逾期 1 项')
    expect(own).toContain('🟡 已逾期 1 个工作日')
    expect(await shown(world, people.leader, 'zh-CN')).toContain('逾期的交办事项 1 项')
    await reportAction(world, as(people.lead), 1, '已印发')
    expect(await shown(world, people.convener, 'zh-CN')).toContain('待核实的交办事项 1 项')
    expect(await shown(world, people.customs, 'zh-CN')).not.toContain('交办')
  })

  it('speaks English but for the names of the plan', async () => {
    const world = await setUpWorld(database())
    for (const person of [people.lead, people.convener, people.leader, people.admin]) {
      const text = await shown(world, person, 'en')
      const own = text.replaceAll(
        /江城市示范区建设实施方案|市商务局|光谷管委会|江城海关|引进企业|年进口额|亿元|家/g,
        '',
      )
      expect(own).not.toMatch(chinese)
    }
    await assignMembers(world, as(people.admin), [{ userId: people.lead, role: 'liaison', unit: '江城海关' }])
    expect(await shown(world, people.lead, 'en')).toContain('市商务局, 江城海关')
  })
})

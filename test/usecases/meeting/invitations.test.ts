import { beforeEach, expect, it } from 'vitest'
import { listAttendance } from '../../../src/db/attendance-store.ts'
import { changeAgenda } from '../../../src/usecases/agenda/change-agenda.ts'
import { publishAgenda } from '../../../src/usecases/agenda/publish-agenda.ts'
import { moveMeeting } from '../../../src/usecases/meeting/move-meeting.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { removeMembers } from '../../../src/usecases/member/remove-members.ts'
import { importPlan } from '../../../src/usecases/plan/import-plan.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { meetingWords, owed, raise } from '../../support/meetings.ts'
import { publishMeeting } from '../../support/published-meeting.ts'
import { samplePlan } from '../../support/sample-plan.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const convener = as(people.convener)

describeOnEachDatabase('invitations that stand while the plan changes', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
    await publishMeeting(world)
  })

  const places = async (kind: string) => (await owed(database(), kind)).map((one) => one.place)
  const republish = async () => {
    const { view } = await changeAgenda(world, convener, { meetingNo: 1 }, { kind: 'again' })
    await publishAgenda(world, convener, { meetingId: view.notice.meetingId, draft: view.notice.draft })
  }

  it('tell one who was taken off a unit that still comes, and invite who came in their place', async () => {
    const liaison = { role: 'liaison', unit: '江城海关' } as const
    await assignMembers(world, as(people.admin), [{ userId: 'UNEW', ...liaison }])
    await removeMembers(world, as(people.admin), [{ userId: people.customs, ...liaison }])
    await republish()
    expect(await places('meeting.disinvitation')).toEqual([people.customs])
    expect((await places('meeting.invitation')).slice(3)).toEqual(['UNEW'])
    await republish()
    expect(await places('meeting.disinvitation')).toEqual([people.customs])
  })

  it('reach one who is liaison of sixty units, in one message', async () => {
    const { id: planId } = await database().client.plan.findFirstOrThrow()
    const names = Array.from({ length: 60 }, (_, index) => `第${index + 1}街道办`)
    const data = samplePlan()
    const units = [...data.units, ...names.map((name) => ({ name, aliases: [] }))]
    await importPlan(world, as(people.admin), { ...data, units }, { asNewVersionOf: planId })
    const everywhere = names.map((unit) => ({ userId: 'UALL', role: 'liaison' as const, unit }))
    await assignMembers(world, as(people.admin), everywhere)
    await raise(world, '街道联动一', { units: names.slice(0, 50) })
    await raise(world, '街道联动二', { units: names.slice(50) })
    await republish()
    const [invitation] = (await owed(database(), 'meeting.invitation')).filter((one) => one.place === 'UALL')
    expect(invitation?.payload).toMatchObject({ units: expect.arrayContaining(names) })
  })

  it('follow a unit that was renamed, and leave out one that the plan dropped', async () => {
    const { sections, units, targets, ...head } = samplePlan()
    const renamed = (name: string) => (name === '江城海关' ? '江城海关总署' : name)
    const data = {
      ...head,
      targets,
      units: units
        .filter((unit) => unit.name !== '光谷管委会')
        .map((unit) => ({ name: renamed(unit.name), aliases: unit.name === '江城海关' ? [unit.name] : unit.aliases })),
      sections: sections.map((section) => ({
        ...section,
        tasks: section.tasks.map((task) => ({
          ...task,
          units: task.units
            .filter((unit) => unit.name !== '光谷管委会')
            .map((unit) => ({ ...unit, name: renamed(unit.name) })),
        })),
      })),
    }
    const { id: planId } = await database().client.plan.findFirstOrThrow()
    await importPlan(world, as(people.admin), data, { asNewVersionOf: planId })
    await moveMeeting(world, convener, 1, meetingWords('2024-07-03 15:00'))
    const { id } = await database().client.meeting.findFirstOrThrow()
    const attendance = await database().transaction((tx) => listAttendance(tx, id))
    expect(attendance.map((one) => one.unit).sort()).toEqual(['市商务局', '江城海关总署'].sort())
    expect(await places('meeting.disinvitation')).toEqual([people.participant])
    expect((await places('meeting.invitation')).slice(3).sort()).toEqual([people.customs, people.lead].sort())
  })
})

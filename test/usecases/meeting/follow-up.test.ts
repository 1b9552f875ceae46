import { expect, it } from 'vitest'
import { reportAction } from '../../../src/usecases/action/report-action.ts'
import { verifyAction } from '../../../src/usecases/action/verify-action.ts'
import { startMeeting } from '../../../src/usecases/meeting/start-meeting.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { decided, raised } from '../../support/decided-issue.ts'
import { publishMeeting } from '../../support/published-meeting.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('the follow-up that opens a meeting', (database) => {
  it('is told as the actions stand at the start, in the minutes that were published', async () => {
    const world = await setUpWorld(database())
    const issue = await raised(world, as(people.lead), '口岸用地')
    const [kept = 0] = await decided(world, as(people.convener), issue, [
      { text: '制定标准', owner: '市商务局', dueOn: '2024-07-10' },
      { text: '报送清单', owner: '市商务局', dueOn: '2024-07-01' },
    ])
    await publishMeeting(world)
    await reportAction(world, as(people.lead), kept, '已印发')
    await verifyAction(world, as(people.convener), kept)
    world.clock.set('2024-07-02T15:00:00+08:00')
    const { meeting } = await startMeeting(world, as(people.convener), 1)
    expect(meeting.agenda?.followUp).toMatchObject({
      minutes: 5,
      verified: 1,
      running: 0,
      overdue: [{ no: kept + 1, owner: '市商务局' }],
    })
  })
})

import { draftAgenda } from '../../src/usecases/agenda/draft-agenda.ts'
import { publishAgenda } from '../../src/usecases/agenda/publish-agenda.ts'
import type { Context } from '../../src/usecases/context.ts'
import { raiseIssue } from '../../src/usecases/issue/raise-issue.ts'
import { setPlanChannels } from '../../src/usecases/plan/set-plan-channels.ts'
import { as, people } from './world.ts'

/** The issues of `publishMeeting`: what they are, which units they need and how many minutes. */
const issues = [
  { title: '花山港验收标准不一', units: ['江城海关', '市商务局'], minutes: 20 },
  { title: '减免税系统接口', units: ['江城海关'], minutes: 15 },
  { title: '总部企业用地指标', units: ['光谷管委会'], minutes: 10 },
]

/** Raises three issues, #1 to #3, and publishes joint meeting 1 with them: 2 July 2024, 15:00, 120 minutes. */
export async function publishMeeting(context: Context): Promise<void> {
  for (const issue of issues) {
    await raiseIssue(context, as(people.lead), {
      ...issue,
      details: '',
      taskNo: 1,
      severity: 3,
      sourceLink: null,
      similarSeen: true,
    })
  }
  await setPlanChannels(context, as(people.admin), { meetingChannel: 'CMEETING' })
  await draftMeeting(context, { month: 7, day: 2 })
  await publishAgenda(context, as(people.convener), null)
}

/** Drafts an agenda for 15:00 on that day of 2024. */
export async function draftMeeting(context: Context, day: { month: number; day: number }) {
  const wish = { day: { year: 2024, ...day }, time: { hour: 15, minute: 0 }, minutes: 120, mode: null }
  return draftAgenda(context, as(people.convener), wish)
}

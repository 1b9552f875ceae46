import { DateTime } from 'luxon'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { draftAgenda } from '../../src/usecases/agenda/draft-agenda.ts'
import { showAgenda } from '../../src/usecases/agenda/show-agenda.ts'
import { showIssue } from '../../src/usecases/issue/list-issues.ts'
import { cancelMeeting } from '../../src/usecases/meeting/cancel-meeting.ts'
import { listMeetings } from '../../src/usecases/meeting/list-meetings.ts'
import { moveMeeting } from '../../src/usecases/meeting/move-meeting.ts'
import { meetingWords, owed } from '../support/meetings.ts'
import { engines, openOlder } from '../support/older-database.ts'
import { as, people } from '../support/world.ts'

/** An agenda as the first version stored it. */
function summary(no: number, title: string): string {
  const weights = { targetKept: 5, targetBehind: 15, daysPerPoint: 7, maxAge: 10, carry: 15, maxCarry: 30 }
  const notice = {
    planTitle: '江城市示范区建设实施方案',
    language: 'zh-CN',
    zone: 'Asia/Shanghai',
    startsAt: '2024-07-02T15:00:00.000+08:00',
    minutes: 120,
    minutesUsed: 20,
    mode: 'waiting',
    waiting: 0,
    waitingByScore: 0,
    proved: true,
    choiceProved: true,
    weights: { severity: [10, 20, 30, 40], ...weights, furtherUnit: 2, maxUnits: 10 },
    hash: 'abc',
    items: [
      {
        no,
        title,
        taskNo: null,
        startMinute: 0,
        minutes: 20,
        score: 30,
        parts: [],
        units: ['江城海关'],
        mandatory: false,
      },
    ],
    leftOut: [],
    leftOutMore: 0,
    attendance: [{ unit: '江城海关', items: [no], minutes: 20, waiting: 0 }],
  }
  return JSON.stringify({ notice, versions: { [no]: 2 } })
}

const at = "'2024-06-20T01:00:00Z'"
const plan = `
  INSERT INTO "Workspace" ("id", "name", "createdAt") VALUES ('T1', '江城', ${at});
  INSERT INTO "Plan" ("workspaceId", "title", "language", "zone", "meetingChannel", "issueSequence", "createdAt")
    VALUES ('T1', '江城市示范区建设实施方案', 'zh-CN', 'Asia/Shanghai', 'CMEETING', 2, ${at});
  INSERT INTO "Unit" ("planId", "name", "aliases", "position") VALUES (1, '江城海关', '{}', 0);
  INSERT INTO "Member" ("planId", "userId", "role", "unitId")
    VALUES (1, '${people.convener}', 'convener', NULL), (1, '${people.customs}', 'liaison', 1);
  INSERT INTO "Issue" ("planId", "no", "title", "details", "severity", "minutes", "state", "raisedBy", "raisedAt", "version")
    VALUES (1, 1, '口岸验收', '', 3, 20, 'scheduled', '${people.customs}', ${at}, 2),
           (1, 2, '冷链用地', '', 3, 20, 'open', '${people.customs}', ${at}, 1);
  INSERT INTO "IssueUnit" ("issueId", "unitId") VALUES (1, 1), (2, 1);`

const meetings = `
  INSERT INTO "Meeting" ("planId", "startsAt", "minutes", "state", "mode", "inputHash", "waiting", "summary", "createdBy",
      "createdAt", "publishedBy", "publishedAt")
    VALUES (1, '2024-07-02T07:00:00Z', 120, 'draft', 'waiting', 'abc', 0, '${summary(2, '冷链用地')}', '${people.convener}',
        ${at}, NULL, NULL),
      (1, '2024-07-02T07:00:00Z', 120, 'published', 'waiting', 'abc', 0, '${summary(1, '口岸验收')}', '${people.convener}',
        ${at}, '${people.convener}', ${at});
  INSERT INTO "AgendaItem" ("meetingId", "issueId", "position", "startMinute", "minutes", "score", "scoreParts")
    VALUES (1, 2, 1, 0, 20, 30, '[]'), (2, 1, 1, 0, 20, 30, '[]');
  INSERT INTO "Delivery" ("workspaceId", "planId", "kind", "payload", "dedupeKey", "place", "state", "notBefore", "createdAt")
    VALUES ('T1', 1, 'agenda.published', '{}', 'agenda.published/2', 'CMEETING', 'sent', ${at}, ${at});`

describe.each(engines)('meetings of the first version, migrated on %s', (_, open) => {
  let database: Database
  beforeEach(async () => {
    database = await openOlder(open, 2, plan + meetings)
  })
  afterEach(() => database.close())

  const convener = as(people.convener)
  const world = () => ({ database, now: () => DateTime.fromISO('2024-06-24T09:00:00+08:00', { setZone: true }) })

  it('keep what was published under a number, and let drafts go', async () => {
    const { meetings: listed } = await listMeetings(world(), convener)
    expect(listed).toMatchObject([{ no: 1, state: 'published', items: 1, drafted: false }])
    const shown = await showAgenda(world(), as(people.customs))
    expect(shown).toMatchObject({ draft: false, published: true })
    expect(shown.notice).toMatchObject({ items: [{ no: 1, title: '口岸验收' }], attendance: [{ required: true }] })
    expect((await showIssue(world(), convener, 1)).life).toMatchObject([{ kind: 'raised' }, { kind: 'scheduled' }])
    expect(await showIssue(world(), convener, 2)).toMatchObject({ state: 'open' })
  })

  it('go on like every other: they are moved, and those concerned invited; the next gets the next number', async () => {
    await moveMeeting(world(), convener, 1, meetingWords('2024-07-03 15:00'))
    expect((await owed(database, 'meeting.invitation')).map((one) => one.place)).toEqual([people.customs])
    const { notice } = await draftAgenda(world(), convener, { day: null, time: null, minutes: null, mode: null })
    expect(notice).toMatchObject({ meetingNo: 2, items: [{ no: 2 }] })
    expect(await cancelMeeting(world(), convener, 1, '与上级会议冲突')).toMatchObject({ reopened: [1] })
  })
})

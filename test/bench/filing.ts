import { DateTime } from 'luxon'
import type { Database } from '../../src/db/database.ts'
import { ensureWorkspace } from '../../src/db/workspace-store.ts'
import type { PlanData } from '../../src/domain/plan-file/plan-schema.ts'
import { assignMembers } from '../../src/usecases/member/assign-members.ts'
import { importPlan } from '../../src/usecases/plan/import-plan.ts'

/** So many people report: the liaisons of 50 units, ten each, and each of them reports on another task of their unit. */
export const PEOPLE = 500
const UNITS = 50
const TASKS_OF_UNIT = 10
const workspaceId = 'T1'

/** Fills an empty database with a plan that 500 people report on. */
export async function fillWithPeople(database: Database): Promise<void> {
  const context = { database, now: () => DateTime.now() }
  const at = context.now().toJSDate()
  await database.transaction((tx) => ensureWorkspace(tx, { id: workspaceId, name: workspaceId, at }))
  const admin = { workspaceId, userId: 'UADMIN', requestKey: null }
  await importPlan(context, admin, planOfMany(), { asNewVersionOf: null })
  const liaisons = Array.from({ length: PEOPLE }, (_, person) => ({
    userId: userOf(person),
    role: 'liaison' as const,
    unit: unitName(unitOf(person)),
  }))
  await assignMembers(context, admin, liaisons)
}

/** What Slack sends when a person files a one-line report; `no` makes it a request, and a text, of its own. */
export function reportCommand(no: number, answerUrl: string): URLSearchParams {
  const person = no % PEOPLE
  return new URLSearchParams({
    command: '/progress',
    text: `${taskOf(person)} 达进度 80% ${summaryOf(no)}`,
    team_id: workspaceId,
    user_id: userOf(person),
    channel_id: 'CMEETING',
    trigger_id: `trigger.${no}`,
    response_url: answerUrl,
  })
}

/**
 * The number of the report that an answer is the receipt of; null for any other answer. A refusal gives back all that was
 * typed, and not the summary by itself.
 */
export function receiptNo(answer: string): number | null {
  const no = /「已签约第(\d+)号企业/.exec(answer)?.[1]
  return no === undefined ? null : Number(no)
}

const summaryOf = (no: number) => `已签约第${no}号企业，其余事项按计划推进。`
const userOf = (person: number) => `UPERSON${person}`
const unitOf = (person: number) => person % UNITS
/** Unit u is responsible for the tasks u + 1 to u + 10, counted round. */
const taskOf = (person: number) => ((unitOf(person) + Math.floor(person / UNITS)) % UNITS) + 1
const unitName = (unit: number) => `第${unit + 1}责任单位`

function planOfMany(): PlanData {
  const units = Array.from({ length: UNITS }, (_, unit) => ({ name: unitName(unit), aliases: [] }))
  const tasks = Array.from({ length: UNITS }, (_, task) => ({
    no: task + 1,
    title: `任务${task + 1}`,
    text: '推进进口贸易促进创新示范区建设。',
    units: Array.from({ length: TASKS_OF_UNIT }, (_, place) => ({
      name: unitName((task - place + UNITS) % UNITS),
      role: place === 0 ? ('lead' as const) : ('participant' as const),
    })),
  }))
  return {
    title: '江城市示范区建设实施方案',
    documentNo: null,
    issuedOn: null,
    sections: [{ no: '一', title: '扩大进口', tasks }],
    units,
    targets: [],
  }
}

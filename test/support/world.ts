import { DateTime } from 'luxon'
import type { Database } from '../../src/db/database.ts'
import { ensureWorkspace } from '../../src/db/workspace-store.ts'
import type { Actor, Context } from '../../src/usecases/context.ts'
import { assignMembers } from '../../src/usecases/member/assign-members.ts'
import { importPlan } from '../../src/usecases/plan/import-plan.ts'
import { samplePlan } from './sample-plan.ts'

/** The people of the sample plan, one for every role; LEAD and CUSTOMS are liaisons of 市商务局 and 江城海关. */
export const people = {
  admin: 'UADMIN',
  convener: 'UCONVENER',
  leader: 'ULEADER',
  lead: 'ULEAD',
  participant: 'UPARTICIPANT',
  customs: 'UCUSTOMS',
  stranger: 'USTRANGER',
} as const

/** A clock that stands still until it is told to go on. */
export type StillClock = { now: () => DateTime; set: (iso: string) => void }

/** A workspace with the sample plan and its people, in an empty database, on 24 June 2024. */
export async function setUpWorld(database: Database, workspaceId = 'T1'): Promise<Context & { clock: StillClock }> {
  let at = DateTime.fromISO('2024-06-24T09:00:00+08:00', { setZone: true })
  const clock: StillClock = {
    now: () => at,
    set: (iso) => {
      at = DateTime.fromISO(iso, { setZone: true })
    },
  }
  const context = { database, now: clock.now, clock }
  await database.transaction((tx) => ensureWorkspace(tx, { id: workspaceId, name: workspaceId, at: at.toJSDate() }))
  const admin = as(people.admin, { workspaceId })
  await importPlan(context, admin, samplePlan(), { asNewVersionOf: null })
  await assignMembers(context, admin, [
    { userId: people.convener, role: 'convener', unit: null },
    { userId: people.leader, role: 'leader', unit: null },
    { userId: people.lead, role: 'liaison', unit: '市商务局' },
    { userId: people.participant, role: 'liaison', unit: '光谷管委会' },
    { userId: people.customs, role: 'liaison', unit: '江城海关' },
  ])
  return context
}

/** A person acting; each request is its own unless a key is given. */
export function as(userId: string, more: { workspaceId?: string; requestKey?: string } = {}): Actor {
  return { workspaceId: more.workspaceId ?? 'T1', userId, requestKey: more.requestKey ?? null }
}

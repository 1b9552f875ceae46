import { countDead, countWaiting, type DeadRow, listDead } from '../../db/delivery-store.ts'
import { listLateJobs } from '../../db/job-store.ts'
import { listTroubled, type TroubledRow } from '../../db/place-store.ts'
import { type Actor, type Context, reading } from '../context.ts'

/** Of what was given up, so many are listed; the others are counted. */
const deadAtMost = 200
/** A job runs within seconds of its time: one that has not after two minutes is late. */
const punctual = { minutes: 2 }

/** How the delivery of a plan's messages and its schedule stand. Instants are to be told in `zone`. */
export type Health = {
  planId: number
  planTitle: string
  workspaceId: string
  zone: string
  now: Date
  waiting: { count: number; oldest: Date | null }
  /** Those that are listed, and how many there are. */
  dead: DeadRow[]
  deadCount: number
  troubled: TroubledRow[]
  late: { job: string; nextRunAt: Date }[]
}

/** Shows the office what does not arrive and what runs late. */
export async function showHealth(context: Context, actor: Actor): Promise<Health> {
  return reading(context, actor, 'delivery.health', async ({ tx, plan, now }) => {
    const { id: planId, title: planTitle, workspaceId, zone } = plan
    const at = now.toJSDate()
    return {
      ...{ planId, planTitle, workspaceId, zone, now: at },
      waiting: await countWaiting(tx, planId, at),
      dead: await listDead(tx, planId, deadAtMost),
      deadCount: await countDead(tx, planId),
      troubled: await listTroubled(tx, workspaceId, planId),
      late: await listLateJobs(tx, planId, now.minus(punctual).toJSDate()),
    }
  })
}

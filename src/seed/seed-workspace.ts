import { hasRequest } from '../db/inbound-store.ts'
import { listPlans } from '../db/plan-store.ts'
import { DomainError } from '../domain/errors.ts'
import type { PlanData } from '../domain/plan-file/plan-schema.ts'
import type { Context } from '../usecases/context.ts'
import { assignMembers } from '../usecases/member/assign-members.ts'
import { importPlan } from '../usecases/plan/import-plan.ts'
import { setPlanChannels } from '../usecases/plan/set-plan-channels.ts'
import { seedAdminId, seedChannelIds, seedMembers } from './seed-people.ts'
import { loadSeedPlan } from './seed-plan.ts'

const importKey = 'seed:plan'

/**
 * Gives a workspace that has no plan the seeded one, with its people and channels; leaves any other as it is. Each step is
 * done once, so a seeding that was cut short goes on at the next start. `plan` is the seeded plan unless told otherwise.
 */
export async function seedWorkspace(context: Context, workspaceId: string, plan?: PlanData): Promise<void> {
  const foreign = await context.database.transaction(
    async (tx) => (await listPlans(tx, workspaceId)).length > 0 && !(await hasRequest(tx, workspaceId, importKey)),
  )
  if (foreign) return
  const data = plan ?? (await loadSeedPlan())
  const as = (requestKey: string) => ({ workspaceId, userId: seedAdminId, requestKey })
  await once(() => importPlan(context, as(importKey), data, { asNewVersionOf: null }))
  await once(() => assignMembers(context, as('seed:members'), seedMembers(data)))
  await once(() =>
    setPlanChannels(context, as('seed:channels'), {
      meetingChannel: seedChannelIds.meeting,
      leadingChannel: seedChannelIds.leading,
    }),
  )
}

async function once(step: () => Promise<unknown>): Promise<void> {
  try {
    await step()
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'request.repeated') throw error
  }
}

import { beforeEach, expect, it } from 'vitest'
import type { MemberRole } from '../../src/domain/membership.ts'
import { changing, reading } from '../../src/usecases/context.ts'
import { type Action, permissions } from '../../src/usecases/permissions.ts'
import { describeOnEachDatabase } from '../support/database.ts'
import { as, people, setUpWorld } from '../support/world.ts'

const inRole: Record<MemberRole, string> = {
  liaison: people.lead,
  convener: people.convener,
  leader: people.leader,
  admin: people.admin,
}
const roles = Object.keys(inRole) as MemberRole[]
const actions = Object.keys(permissions) as Action[]

describeOnEachDatabase('permissions', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })

  it.each(actions)('%s is open to its roles, and to nobody else', async (action) => {
    const allowed: readonly MemberRole[] = permissions[action]
    for (const role of roles) {
      for (const begin of [reading, changing]) {
        const attempt = begin(world, as(inRole[role]), action, async () => 'done')
        if (allowed.includes(role)) expect(await attempt).toBe('done')
        else await expect(attempt).rejects.toMatchObject({ code: 'access.role_needed', params: { roles: allowed } })
      }
    }
    const stranger = reading(world, as(people.stranger), action, async () => 'done')
    await expect(stranger).rejects.toMatchObject({ code: 'access.not_a_member' })
  })

  it('are those of the plan’s own workspace', async () => {
    await setUpWorld(database(), 'T2')
    const elsewhere = as(people.admin, { workspaceId: 'T3' })
    await expect(reading(world, elsewhere, 'plan.show', async () => 'done')).rejects.toMatchObject({
      code: 'plan.none',
    })
    const plan = (workspaceId: string) =>
      reading(world, as(people.admin, { workspaceId }), 'plan.show', async (work) => work.plan.workspaceId)
    expect(await plan('T1')).toBe('T1')
    expect(await plan('T2')).toBe('T2')
  })
})

import { expect, it } from 'vitest'
import { claimRequest, forgetRequests, hasRequest } from '../../src/db/inbound-store.ts'
import { describeOnEachDatabase } from '../support/database.ts'
import { setUpWorld } from '../support/world.ts'

describeOnEachDatabase('requests taken in', (database) => {
  it('are forgotten once they are old, and not before', async () => {
    await setUpWorld(database())
    await database().transaction(async (tx) => {
      expect(await claimRequest(tx, 'T1', 'old', new Date('2024-06-01'))).toBe(true)
      expect(await claimRequest(tx, 'T1', 'new', new Date('2024-06-20'))).toBe(true)
      expect(await claimRequest(tx, 'T1', 'new', new Date('2024-06-21'))).toBe(false)
      await forgetRequests(tx, new Date('2024-06-10'))
      expect([await hasRequest(tx, 'T1', 'old'), await hasRequest(tx, 'T1', 'new')]).toEqual([false, true])
    })
  })
})

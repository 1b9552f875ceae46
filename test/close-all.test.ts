import { expect, it } from 'vitest'
import { closeAll } from '../src/close-all.ts'

it('closes everything, the last opened first, and tells the first failure when it is done', async () => {
  const closed: string[] = []
  const closer = (name: string, failure?: Error) => async () => {
    await Promise.resolve()
    closed.push(name)
    if (failure) throw failure
  }
  await closeAll([closer('database'), closer('slack')])
  expect(closed.splice(0)).toEqual(['slack', 'database'])
  const both = closeAll([
    closer('database', new Error('second')),
    closer('monitor'),
    closer('slack', new Error('first')),
  ])
  await expect(both).rejects.toThrow('first')
  expect(closed).toEqual(['slack', 'monitor', 'database'])
})

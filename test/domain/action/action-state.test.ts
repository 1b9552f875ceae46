import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  type ActionEvent,
  type ActionState,
  actionMay,
  actionStates,
  isSettled,
  issueAfterActions,
  nextActionState,
} from '../../../src/domain/action/action-state.ts'

const events: ActionEvent[] = ['report', 'ask', 'verify', 'return', 'extend', 'decline', 'cancel']

describe('the life of an action', () => {
  test('from open to verified, with a return on the way', () => {
    const events: ActionEvent[] = [
      'ask',
      'decline',
      'report',
      'report',
      'extend',
      'return',
      'extend',
      'report',
      'verify',
    ]
    const path = events.reduce<ActionState>((state, event) => nextActionState(3, state, event), 'open')
    expect(path).toBe('verified')
  })

  test('nothing is verified that was not reported, and nothing happens to a settled one', () => {
    expect(actionStates.filter((state) => actionMay(state, 'verify'))).toEqual(['reported'])
    for (const state of actionStates) {
      for (const event of events) {
        if (actionMay(state, event)) expect(isSettled(state)).toBe(false)
        else {
          const refusal = { code: 'action.not_possible', params: { no: 7, state } }
          expect(() => nextActionState(7, state, event)).toThrow(expect.objectContaining(refusal))
        }
      }
    }
  })

  it('closes its issue once none is owed and one was verified; all cancelled, the issue is open again', () => {
    expect(issueAfterActions(['verified', 'cancelled'])).toBe('close')
    expect(issueAfterActions(['cancelled', 'cancelled'])).toBe('reopen')
    expect(issueAfterActions(['verified', 'reported'])).toBeNull()
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actionStates), { minLength: 1, maxLength: 10 }), (states) => {
        const after = issueAfterActions(states)
        expect(after === null).toBe(states.some((state) => !isSettled(state)))
        if (after === 'close') expect(states).toContain('verified')
      }),
    )
  })
})

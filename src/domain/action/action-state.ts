import { DomainError } from '../errors.ts'

/** Where an action (交办事项) stands: its owner reports it done, the office verifies, returns or cancels it. */
export const actionStates = ['open', 'reported', 'verified', 'cancelled'] as const
export type ActionState = (typeof actionStates)[number]

/** What happens to an action. `ask`: its owner wants a later day; `decline`: the office does not give it. */
export type ActionEvent = 'report' | 'ask' | 'verify' | 'return' | 'extend' | 'decline' | 'cancel'

const transitions: Readonly<Record<ActionState, Partial<Record<ActionEvent, ActionState>>>> = {
  open: { report: 'reported', ask: 'open', extend: 'open', decline: 'open', cancel: 'cancelled' },
  reported: { report: 'reported', verify: 'verified', return: 'open', extend: 'reported', cancel: 'cancelled' },
  verified: {},
  cancelled: {},
}

/** The state after an event. @throws DomainError `action.not_possible` {no, state} */
export function nextActionState(no: number, state: ActionState, event: ActionEvent): ActionState {
  const next = transitions[state][event]
  if (!next) throw new DomainError('action.not_possible', { no, state })
  return next
}

/** May this happen to an action in this state? */
export function actionMay(state: ActionState, event: ActionEvent): boolean {
  return transitions[state][event] !== undefined
}

/** Nothing more is owed of it. */
export function isSettled(state: ActionState): boolean {
  return state === 'verified' || state === 'cancelled'
}

/**
 * What becomes of an issue whose actions stand so: it closes once none is owed and one at least was verified; where all of
 * them were cancelled nothing was done about it, and it is open again; null while one is still owed.
 */
export function issueAfterActions(states: readonly ActionState[]): 'close' | 'reopen' | null {
  if (!states.every(isSettled)) return null
  return states.includes('verified') ? 'close' : 'reopen'
}

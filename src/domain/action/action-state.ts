import { DomainError } from '../errors.ts'

/** Where an action (交办事项) stands: its owner reports it done, the office verifies, returns or cancels it. */
export const actionStates = ['open', 'reported', 'verified', 'cancelled'] as const
export type ActionState = (typeof actionStates)[number]

/** What happens to an action. */
export type ActionEvent = 'report' | 'verify' | 'return' | 'extend' | 'cancel'

const transitions: Readonly<Record<ActionState, Partial<Record<ActionEvent, ActionState>>>> = {
  open: { report: 'reported', extend: 'open', cancel: 'cancelled' },
  reported: { report: 'reported', verify: 'verified', return: 'open', cancel: 'cancelled' },
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

import type { ActionRow } from '../../db/action-store.ts'
import { listAuditOf } from '../../db/audit-store.ts'
import { type ActionStanding, standingOf } from '../../domain/action/action-standing.ts'
import { actionMay, isSettled } from '../../domain/action/action-state.ts'
import {
  type ExtensionWish,
  pendingWish,
  readTrail,
  type TrailEvent,
  trailActions,
  trailSubject,
} from '../../domain/action/action-trail.ts'
import type { Work } from '../context.ts'
import { allows } from '../permissions.ts'

/** What a person may do with an action as it stands. */
type ActionRights = {
  mayReport: boolean
  /** Ask the office for a later day. */
  mayAsk: boolean
  mayVerify: boolean
  mayReturn: boolean
  mayExtend: boolean
  mayCancel: boolean
}

/** An action as a person sees it. */
export type SeenAction = ActionRow &
  ActionStanding &
  ActionRights & {
    /** The later day that the owner asks for and the office has not answered. */
    wish: ExtensionWish | null
    /** Whether one of the person's units owns it, or helps with it. */
    part: 'owner' | 'helper' | null
  }

/** What happened to these actions, oldest first, by one query. */
export async function loadTrail(
  { tx, plan }: Pick<Work, 'tx' | 'plan'>,
  nos: readonly number[],
): Promise<TrailEvent[]> {
  return readTrail(await listAuditOf(tx, plan, nos.map(trailSubject), Object.keys(trailActions)))
}

/** What owners of these actions ask for and the office has not answered, by the action's number; by one query. */
export async function loadWishes(
  work: Pick<Work, 'tx' | 'plan'>,
  actions: readonly ActionRow[],
): Promise<ReadonlyMap<number, ExtensionWish>> {
  const open = actions.filter(({ state }) => state === 'open').map(({ no }) => no)
  const trails = Map.groupBy(await loadTrail(work, open), ({ no }) => no)
  const wishes = [...trails].flatMap(([no, trail]) => {
    const wish = pendingWish(trail)
    return wish ? [[no, wish] as const] : []
  })
  return new Map(wishes)
}

/** Actions as the person sees them, in their order. */
export async function seeActions(work: Work, actions: readonly ActionRow[]): Promise<SeenAction[]> {
  const wishes = await loadWishes(work, actions)
  return actions.map((action) => {
    const wish = wishes.get(action.no) ?? null
    return {
      ...action,
      ...standingOf(action, work.now),
      ...rightsTo(work, action, wish),
      wish,
      part: partIn(work, action),
    }
  })
}

function rightsTo(work: Work, action: ActionRow, wish: ExtensionWish | null): ActionRights {
  const { state } = action
  const owns = allows(work.roles, 'action.report') && partIn(work, action) === 'owner'
  const settles = allows(work.roles, 'action.settle') && !isSettled(state)
  return {
    mayReport: owns && actionMay(state, 'report'),
    // Who may put it off themselves need not ask.
    mayAsk: owns && !settles && actionMay(state, 'ask'),
    mayVerify: settles && actionMay(state, 'verify'),
    mayReturn: settles && (actionMay(state, 'return') || wish !== null),
    mayExtend: settles && actionMay(state, 'extend'),
    mayCancel: settles && actionMay(state, 'cancel'),
  }
}

function partIn({ units }: Work, { owner, coUnits }: ActionRow): SeenAction['part'] {
  const own = new Set(units.map((unit) => unit.id))
  if (own.has(owner.id)) return 'owner'
  return coUnits.some((unit) => own.has(unit.id)) ? 'helper' : null
}

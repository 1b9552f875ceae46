import { ApiError } from './api-error.ts'
import type { Core } from './core.ts'
import type { Trigger } from './entities.ts'
import { newSecret } from './ids.ts'

const triggerLifeMs = 3000
const keptTriggers = 200

/** A trigger for a person who has just done something, in a modal (`view`) or in a conversation (`channel`). */
export function issueTrigger(core: Core, user: string, place: Pick<Trigger, 'view' | 'channel'> = {}): Trigger {
  const { state } = core.store
  const issued = core.clock.now().getTime()
  const trigger: Trigger = {
    id: `${issued}.${state.team.id}.${newSecret()}`,
    user,
    issued,
    used: false,
    ...place,
  }
  state.triggers.push(trigger)
  state.triggers.splice(0, state.triggers.length - keptTriggers)
  return trigger
}

/** Uses a trigger up. Throws ApiError `invalid_trigger_id`, `exchanged_trigger_id` or `expired_trigger_id`. */
export function useTrigger(core: Core, id: string): Trigger {
  const trigger = core.store.state.triggers.find((candidate) => candidate.id === id)
  if (!trigger) throw new ApiError('invalid_trigger_id')
  if (trigger.used) throw new ApiError('exchanged_trigger_id')
  if (core.clock.now().getTime() - trigger.issued > triggerLifeMs) throw new ApiError('expired_trigger_id')
  trigger.used = true
  return trigger
}

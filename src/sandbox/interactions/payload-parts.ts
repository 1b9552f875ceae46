import type { Core } from '../core.ts'
import type { Channel, JsonObject, User } from '../entities.ts'

/** The fields that every interaction carries. */
export function interactionBase(core: Core, type: string, user: User): JsonObject {
  const { app, team } = core.store.state
  return {
    type,
    user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
    api_app_id: app.id,
    token: app.verification_token,
    team: { id: team.id, domain: 'sandbox' },
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** A channel as an interaction names it. */
export function channelPart(channel: Channel): JsonObject {
  return { id: channel.id, name: channel.is_im ? 'directmessage' : channel.name }
}

/** The moment of an action, `seconds.microseconds`. */
export function actionTs(core: Core): string {
  return `${(core.clock.now().getTime() / 1000).toFixed(3)}000`
}

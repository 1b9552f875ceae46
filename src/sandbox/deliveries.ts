import type { Core } from './core.ts'
import type { JsonObject } from './entities.ts'
import { newId } from './ids.ts'
import type { Ack } from './socket.ts'

/** Slack retries an event almost at once, after one minute and after five. */
const retryDelaysMs = [0, 60_000, 300_000]

/** Sends a command or an interaction to the app and waits for its ack. */
export function deliver(core: Core, type: 'slash_commands' | 'interactive', payload: JsonObject): Promise<Ack> {
  const delivery = core.socket.send({ type, payload, accepts_response_payload: true }, core.faults.deliversTwice())
  core.background.track(delivery)
  return delivery
}

/**
 * Sends an event the app has subscribed to, and sends it again while no ack comes. Resolves with the first attempt; where
 * no app is connected it resolves at once, and the event goes out with the next connection.
 */
export async function deliverEvent(core: Core, event: JsonObject): Promise<void> {
  const { app, team } = core.store.state
  const seconds = Math.floor(core.clock.now().getTime() / 1000)
  const payload = {
    token: app.verification_token,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: seconds,
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: app.bot_user, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${newId('E')}`,
  }
  const attempt = async (number: number): Promise<void> => {
    if (!core.socket.connected()) {
      core.socket.onNextConnection(() => core.background.track(attempt(number)))
      return
    }
    const retry = number > 0 ? { retry: { attempt: number, reason: 'timeout' } } : {}
    const twice = number === 0 && core.faults.deliversTwice()
    const ack = await core.socket.send(
      { type: 'events_api', payload, accepts_response_payload: false, ...retry },
      twice,
    )
    const delay = retryDelaysMs[number]
    if (ack.kind === 'acked' || delay === undefined) return
    if (delay === 0) core.background.track(attempt(number + 1))
    else setTimeout(() => core.background.track(attempt(number + 1)), delay).unref()
  }
  const first = attempt(0)
  core.background.track(first)
  await first
}

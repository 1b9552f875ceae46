import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { Edge } from '../listen.ts'
import { showOpenedHome } from './refresh-home.ts'

/** App Home was opened: shows the person's dashboard as it stands now. */
export function openHome(edge: Edge) {
  return async ({ event, client, context }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs) => {
    if (event.tab !== 'home') return
    const workspaceId = context.teamId ?? ''
    const locale = await edge.locales.of(client, workspaceId, event.user)
    await showOpenedHome({ context: edge.context, actor: { workspaceId, userId: event.user }, locale, client })
  }
}

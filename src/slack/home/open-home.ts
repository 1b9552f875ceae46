import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import { UnavailableError } from '../../domain/errors.ts'
import { t } from '../../i18n/translate.ts'
import type { Edge } from '../requests/request.ts'
import { showOpenedHome } from './refresh-home.ts'
import { homeNote } from './views.ts'

/** App Home was opened: shows the person's dashboard as it stands now, or that it cannot be looked up. */
export function openHome({ context, locales, requests }: Edge) {
  return async (args: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs) => {
    const { event, client } = args
    if (event.tab !== 'home') return
    const workspaceId = args.context.teamId ?? ''
    const userId = event.user
    await requests.run(`${workspaceId}/${userId}`, async () => {
      const locale = await locales.of(client, workspaceId, userId)
      try {
        await showOpenedHome({ context, actor: { workspaceId, userId }, locale, client })
      } catch (error) {
        if (!(error instanceof UnavailableError)) throw error
        await client.views.publish({ user_id: userId, view: homeNote(t(locale, 'error.unavailable')) })
        throw error
      }
    })
  }
}

import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import { DomainError } from '../../domain/errors.ts'
import { describeError, t } from '../../i18n/translate.ts'
import { showHome } from '../../usecases/home/show-home.ts'
import type { Edge } from '../listen.ts'
import { homeNote, homeView } from './views.ts'

/** App Home was opened: shows the person's dashboard as it stands now. */
export function openHome(edge: Edge) {
  return async ({ event, client, context }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs) => {
    if (event.tab !== 'home') return
    const workspaceId = context.teamId ?? ''
    const locale = await edge.locales.of(client, workspaceId, event.user)
    const actor = { workspaceId, userId: event.user, requestKey: null }
    const view = await showHome(edge.context, actor).then(
      (home) => homeView(locale, home),
      (error: unknown) => {
        if (!(error instanceof DomainError)) throw error
        if (error.code !== 'access.not_a_member') return homeNote(describeError(locale, error))
        return homeNote(t(locale, 'home.not_member', { plan: String(error.params.plan) }))
      },
    )
    await client.views.publish({ user_id: event.user, view })
  }
}

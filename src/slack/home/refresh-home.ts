import type { WebClient } from '@slack/web-api'
import { DomainError } from '../../domain/errors.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError, t } from '../../i18n/translate.ts'
import type { Actor, Context } from '../../usecases/context.ts'
import { showHome } from '../../usecases/home/show-home.ts'
import { homeNote, homeView } from './views.ts'

/** Whose App Home is shown, and in which language. */
type HomeOwner = { context: Context; actor: Pick<Actor, 'workspaceId' | 'userId'>; locale: Locale; client: WebClient }

/** Shows a person's App Home as it stands now, of the plan their commands speak of. */
export async function refreshHome({ context, actor, locale, client }: HomeOwner): Promise<void> {
  const { workspaceId, userId } = actor
  const view = await showHome(context, { workspaceId, userId, requestKey: null }).then(
    (home) => homeView(locale, home),
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error
      if (error.code !== 'access.not_a_member') return homeNote(describeError(locale, error))
      return homeNote(t(locale, 'home.not_member', { plan: String(error.params.plan) }))
    },
  )
  await client.views.publish({ user_id: userId, view })
}

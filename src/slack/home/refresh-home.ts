import type { WebClient } from '@slack/web-api'
import { DomainError } from '../../domain/errors.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError, t } from '../../i18n/translate.ts'
import type { Context } from '../../usecases/context.ts'
import { unclaimHomes } from '../../usecases/home/claim-homes.ts'
import { type HomeOwner, noteOpened, noteShown } from '../../usecases/home/remember-home.ts'
import { showHome } from '../../usecases/home/show-home.ts'
import { homeNote, homeView } from './views.ts'

/** Whose App Home is shown, and in which language. */
export type HomeToShow = { context: Context; actor: HomeOwner; locale: Locale; client: WebClient }

/** Shows App Home to a person who opens it. */
export async function showOpenedHome(home: HomeToShow): Promise<void> {
  await noteOpened(home.context, home.actor)
  await publishOrPostpone(home)
}

/** Shows a person's App Home anew, at once, for what they did there themselves. */
export async function refreshHome(home: HomeToShow): Promise<void> {
  await noteShown(home.context, home.actor)
  await publishOrPostpone(home)
}

/** Publishes a person's App Home as it stands now, of the plan their commands speak of. */
export async function publishHome({ context, actor, locale, client }: HomeToShow): Promise<void> {
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

/** What Slack does not take now is shown by the next pass over all. */
async function publishOrPostpone(home: HomeToShow): Promise<void> {
  try {
    await publishHome(home)
  } catch (error) {
    await unclaimHomes(home.context, home.actor.workspaceId, [home.actor.userId])
    throw error
  }
}

import { createHmac } from 'node:crypto'
import { HTTPReceiver, type Installation, type Logger } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import { t } from '../../i18n/translate.ts'
import type { NewInstallation } from '../../usecases/installation/install-workspace.ts'
import { guardedOptions } from '../connection/http-guard.ts'
import { answerPage, installPath, setPageHeaders, startPage } from './page.ts'

/** The app as Slack knows it, and where Slack sends people back to. */
export type OAuthApp = { clientId: string; clientSecret: string; redirectUrl: string; scopes: readonly string[] }

/** What the pages need besides. */
type Surroundings = {
  store: (installation: NewInstallation) => Promise<void>
  clientOptions: WebClientOptions
  logger: Logger
}

/** Slack granted an installation that is none of one workspace. */
class OrganisationError extends Error {
  override readonly name = 'OrganisationError'
}

/** The addresses of the pages. */
export function pagePaths(redirectUrl: string): readonly string[] {
  return [installPath, new URL(redirectUrl).pathname]
}

/**
 * The pages on which a workspace installs the bot: one to start from, one that Slack sends the person back to. Bolt's
 * installer does the exchange and checks the state against a cookie of the browser; the state is signed with a key derived
 * from the client secret, which all replicas share. No guard stands before them yet: they may be shown behind another's.
 */
export function createInstallPages(app: OAuthApp, { store, clientOptions, logger }: Surroundings): HTTPReceiver {
  const { clientId, clientSecret, redirectUrl, scopes } = app
  return new HTTPReceiver({
    ...guardedOptions,
    endpoints: [],
    signingSecret: '',
    signatureVerification: false,
    logger,
    clientId,
    clientSecret,
    stateSecret: createHmac('sha256', clientSecret).update('liaison install state').digest('hex'),
    redirectUri: redirectUrl,
    scopes: [...scopes],
    installationStore: {
      storeInstallation: (installation) => store(ofOneWorkspace(installation)),
      fetchInstallation: () => Promise.reject(new Error('installations are read elsewhere')),
    },
    installerOptions: {
      clientOptions,
      installPath,
      redirectUriPath: new URL(redirectUrl).pathname,
      renderHtmlForInstallPath: startPage,
      installPathOptions: {
        beforeRedirection: async (_request, response) => {
          setPageHeaders(response)
          return true
        },
      },
      callbackOptions: {
        success: ({ team }, _options, _request, response) => {
          const workspace = team?.name ?? team?.id ?? ''
          answerPage(response, 200, (locale) => t(locale, 'install.done', { workspace }), false)
        },
        failure: (error, _options, _request, response) => {
          const { status, key } = failureOf(error)
          answerPage(response, status, (locale) => t(locale, key), true)
        },
      },
    },
  })
}

/** @throws OrganisationError for an installation of a whole organisation */
function ofOneWorkspace({ team, bot, user, appId, isEnterpriseInstall }: Installation): NewInstallation {
  if (isEnterpriseInstall || !team) throw new OrganisationError('an installation of a whole organisation')
  if (!bot) throw new Error('Slack granted no bot token')
  return {
    workspaceId: team.id,
    name: team.name ?? team.id,
    token: bot.token,
    appId: appId ?? '',
    botUserId: bot.userId,
    scopes: bot.scopes,
    installedBy: user.id,
  }
}

function failureOf(error: Error & { code?: string }) {
  if (error instanceof OrganisationError) return { status: 400, key: 'install.organisation' } as const
  switch (error.code) {
    case 'slack_oauth_installer_authorization_error':
      return { status: 200, key: 'install.cancelled' } as const
    case 'slack_oauth_missing_state':
    case 'slack_oauth_invalid_state':
    case 'slack_oauth_missing_code':
      return { status: 400, key: 'install.expired' } as const
    default:
      return { status: 500, key: 'install.failed' } as const
  }
}

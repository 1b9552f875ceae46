import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import type { Transport } from '../../config.ts'
import { guardedOptions, guardHttp } from './http-guard.ts'

/** Pages that are answered at these paths beside Slack's requests. */
export type Pages = { pages: HTTPReceiver; paths: readonly string[] }

/** What takes Slack's requests in: over HTTP, with pages beside them where there are any, or over a socket. */
export function createReceiver(
  transport: Transport,
  logger: Logger,
  clientOptions: WebClientOptions,
  beside: Pages | null,
): Receiver {
  if (transport.kind === 'http') {
    const customRoutes = (beside?.paths ?? []).map((path) => ({
      path,
      method: 'GET',
      handler: (...exchange: Parameters<HTTPReceiver['requestListener']>) => beside?.pages.requestListener(...exchange),
    }))
    const { signingSecret } = transport
    return guardHttp(new HTTPReceiver({ signingSecret, logger, customRoutes, ...guardedOptions }))
  }
  return new SocketModeReceiver({
    appToken: transport.appToken,
    logger,
    installerOptions: {
      clientOptions: { ...clientOptions, retryConfig: { forever: true, factor: 1.3, maxTimeout: 30_000 } },
    },
  })
}

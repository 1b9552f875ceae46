import type { ApiMethod } from './api-method.ts'

/** apps.connections.open: an address for one Socket Mode connection. */
export const appMethods: Record<string, ApiMethod> = {
  'apps.connections.open': {
    handle: (core) => ({ url: core.socket.issueAddress(core.baseUrl()) }),
    scopes: ['connections:write'],
    tier: 1,
    token: 'app',
  },
}

import type { App, ReceiverEvent } from '@slack/bolt'

/** What a request is, as far as it is counted. */
type RequestKind = 'command' | 'action' | 'submission' | 'shortcut' | 'options' | 'event' | 'other'

/** Where the times go: seconds since the request came in. */
export type RequestTimes = {
  acked(kind: RequestKind, seconds: number): void
  handled(kind: RequestKind, seconds: number): void
}

const kinds: Record<string, RequestKind> = {
  block_actions: 'action',
  view_submission: 'submission',
  view_closed: 'submission',
  shortcut: 'shortcut',
  message_action: 'shortcut',
  block_suggestion: 'options',
  event_callback: 'event',
}

/** Measures every request that comes in, whichever way, up to its acknowledgement and up to the end of its work. */
export function measureRequests(app: App, times: RequestTimes): void {
  const handle = app.processEvent.bind(app)
  app.processEvent = async (event: ReceiverEvent) => {
    const began = performance.now()
    const seconds = () => (performance.now() - began) / 1000
    const kind = kindOf(event.body)
    const ack: ReceiverEvent['ack'] = async (...answer) => {
      await event.ack(...answer)
      times.acked(kind, seconds())
    }
    try {
      await handle({ ...event, ack })
    } finally {
      times.handled(kind, seconds())
    }
  }
}

function kindOf(body: ReceiverEvent['body']): RequestKind {
  if (typeof body.command === 'string') return 'command'
  return (Object.hasOwn(kinds, String(body.type)) && kinds[String(body.type)]) || 'other'
}

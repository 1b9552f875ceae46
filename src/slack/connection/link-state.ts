import { type Receiver, SocketModeReceiver } from '@slack/bolt'

/**
 * Watches whether requests can come in: gives for how many seconds they cannot, 0 while they can. Over HTTP they always can,
 * as far as this side knows.
 */
export function watchLink(receiver: Receiver, monotonic: () => number = () => performance.now()): () => number {
  if (!(receiver instanceof SocketModeReceiver)) return () => 0
  let downSince: number | null = monotonic()
  receiver.client.on('connected', () => {
    downSince = null
  })
  for (const lost of ['connecting', 'reconnecting', 'disconnecting', 'disconnected', 'close']) {
    receiver.client.on(lost, () => {
      downSince ??= monotonic()
    })
  }
  return () => (downSince === null ? 0 : Math.max(0.001, (monotonic() - downSince) / 1000))
}

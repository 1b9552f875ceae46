import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** A door before a PostgreSQL that a test can shut: the server as the bot sees it goes away and comes back. */
export type Door = {
  /** The server's URL through the door. */
  url: string
  /** Breaks every connection and refuses new ones. */
  shut(): Promise<void>
  /** Lets connections through again. */
  open(): Promise<void>
  /** Swallows what passes: the server neither answers nor breaks off. */
  mute(silent: boolean): void
}

/** Opens a door before the server of a URL. */
export async function openDoor(serverUrl: string): Promise<Door> {
  const inner = new URL(serverUrl)
  const sockets = new Set<Socket>()
  let silent = false
  const pass = (outside: Socket) => {
    const inside = connect({ host: inner.hostname, port: Number(inner.port || 5432) })
    const both: [Socket, Socket][] = [
      [outside, inside],
      [inside, outside],
    ]
    for (const [from, to] of both) {
      sockets.add(from)
      from.on('data', (bytes) => silent || to.write(bytes))
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  }
  let server: Server = createServer(pass)
  const listen = (port: number) => new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const url = new URL(serverUrl)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    url: url.href,
    async shut() {
      const closed = new Promise((done) => server.close(done))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    async open() {
      server = createServer(pass)
      await listen(port)
    },
    mute(wanted) {
      silent = wanted
    },
  }
}

const piece = 64 * 1024

/** Lines with their ends, joined to larger pieces; every piece is told to `hash` first. */
export async function* joinLines(
  lines: AsyncIterable<string>,
  hash: { update(bytes: Buffer): unknown },
): AsyncGenerator<Buffer> {
  let waiting: string[] = []
  let characters = 0
  const take = () => {
    const bytes = Buffer.from(waiting.join(''))
    hash.update(bytes)
    waiting = []
    characters = 0
    return bytes
  }
  for await (const line of lines) {
    waiting.push(line, '\n')
    characters += line.length
    if (characters >= piece) yield take()
  }
  yield take()
}

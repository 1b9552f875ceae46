/** A line is longer than it may be. */
class LineTooLongError extends Error {
  override readonly name = 'LineTooLongError'
}

/** The longest line there is: a row with a file of some 100 MB. */
const longestLine = 256 * 1024 * 1024

/**
 * The lines of a stream of bytes, without their ends; a last one without an end counts. No more than the longest line is
 * held; the first may be of `firstAtMost` bytes.
 * @throws LineTooLongError
 */
export async function* readLines(source: AsyncIterable<Uint8Array>, firstAtMost = longestLine): AsyncGenerator<string> {
  let most = firstAtMost
  let parts: Buffer[] = []
  let held = 0
  for await (const piece of source) {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, end))
      if (held + end - from > most) throw new LineTooLongError()
      yield parts.length === 1 ? chunk.toString('utf8', from, end) : Buffer.concat(parts).toString('utf8')
      most = longestLine
      parts = []
      held = 0
      from = end + 1
    }
    if (from < chunk.length) parts.push(chunk.subarray(from))
    held += chunk.length - from
    if (held > most) throw new LineTooLongError()
  }
  if (held > 0) yield Buffer.concat(parts).toString('utf8')
}

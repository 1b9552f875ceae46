import { Unzip, UnzipInflate } from 'fflate'

/** What may be unpacked from one archive: bytes of a part and of all parts, and entries. */
export type UnpackLimits = { part: number; total: number; entries: number }

/** An archive that is not read: it is broken, or more comes out of it than the limits let. */
export class UnpackError extends Error {
  override readonly name = 'UnpackError'
  readonly reason: 'broken' | 'too_large'
  constructor(reason: 'broken' | 'too_large') {
    super(reason)
    this.reason = reason
  }
}

/** Input is handed over in pieces so small that one piece cannot unfold to more than about 16 MB. */
const pieceSize = 16 * 1024

/**
 * The parts of a zip archive that are wanted, by name, unpacked with a limit on what really comes out, whatever sizes it
 * declares.
 * @throws UnpackError
 */
export function unpackParts(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limits: UnpackLimits,
): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>()
  let total = 0
  let entries = 0
  const unzip = new Unzip((file) => {
    if (++entries > limits.entries) throw new UnpackError('broken')
    if (!isWanted(file.name)) return
    const chunks: Uint8Array[] = []
    let size = 0
    file.ondata = (error, chunk, final) => {
      if (error) throw error
      size += chunk.length
      total += chunk.length
      if (size > limits.part || total > limits.total) throw new UnpackError('too_large')
      chunks.push(chunk)
      if (final) parts.set(file.name, Buffer.concat(chunks))
    }
    if ((file.originalSize ?? 0) > limits.part) throw new UnpackError('too_large')
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += pieceSize) {
      unzip.push(bytes.subarray(at, at + pieceSize), at + pieceSize >= bytes.length)
    }
  } catch (error) {
    throw error instanceof UnpackError ? error : new UnpackError('broken')
  }
  // What was cut off may hold the rest: a part of a file is worse than none.
  if (!hasDirectoryEnd(bytes)) throw new UnpackError('broken')
  return parts
}

/** Whether the end of the archive is there: its directory's last record, within the longest comment of the end. */
function hasDirectoryEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-65_557)).includes(Buffer.from([0x50, 0x4b, 5, 6]))
}

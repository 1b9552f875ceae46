import { unzipSync, zipSync } from 'fflate'

/** The first day a zip can name. It is made of local parts, as zip times are, so that every process writes the same. */
const epoch = () => new Date(1980, 0, 1)

/**
 * The same package with fixed times, so that the same content gives the same bytes.
 * @param edit what to make of a part's text, or undefined to keep its bytes
 */
export function repack(file: Uint8Array, edit: (path: string, text: () => string) => string | undefined): Buffer {
  const mtime = epoch()
  const parts = Object.entries(unzipSync(file)).map(([path, bytes]) => {
    const edited = edit(path, () => Buffer.from(bytes).toString('utf8'))
    return [path, edited === undefined ? bytes : Buffer.from(edited, 'utf8')] as const
  })
  return Buffer.from(zipSync(Object.fromEntries(parts), { mtime, level: 6 }))
}

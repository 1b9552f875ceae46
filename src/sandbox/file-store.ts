import type { Core } from './core.ts'
import type { StoredFile } from './entities.ts'
import { newId, newSecret } from './ids.ts'

/** The largest file the sandbox takes, in bytes. */
export const largestFile = 60 * 1024 * 1024

const mimetypes: Record<string, string> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  ics: 'text/calendar',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  zip: 'application/zip',
}

/** The media type a file's name suggests. */
export function mimetypeOf(name: string): string {
  return mimetypes[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}

/** Makes a place for a file, whose bytes are still to come. `size` is in bytes. */
export function newFile(
  core: Core,
  draft: Pick<StoredFile, 'name' | 'size' | 'user' | 'mimetype' | 'alt_txt'>,
): StoredFile {
  const file: StoredFile = {
    ...draft,
    id: newId('F'),
    title: draft.name,
    created: Math.floor(core.clock.now().getTime() / 1000),
    uploaded: false,
    completed: false,
    ready: false,
    channels: [],
    upload_key: newSecret(),
  }
  core.store.state.files.push(file)
  return file
}

/** Keeps the bytes of a file. */
export async function storeContent(core: Core, file: StoredFile, bytes: Uint8Array): Promise<void> {
  await core.persistence.writeContent(file.id, bytes)
  file.size = bytes.byteLength
  file.uploaded = true
  core.store.changed()
}

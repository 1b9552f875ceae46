import type { Core } from './core.ts'
import type { JsonObject, StoredFile } from './entities.ts'

/** A file as the Web API shows it: type and shares appear once it is processed. Undefined where there is no such file. */
export function publicFile(core: Core, id: string): JsonObject | undefined {
  const file = core.store.state.files.find((candidate) => candidate.id === id)
  if (!file) return undefined
  const { team } = core.store.state
  const extension = filetypeOf(file.name)
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.ready ? file.mimetype : '',
    filetype: file.ready ? extension : '',
    pretty_type: file.ready ? extension.toUpperCase() : '',
    user: file.user,
    user_team: team.id,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    is_public: file.channels.some(isPublic),
    file_access: 'visible',
    url_private: privateAddress(core, file),
    url_private_download: privateAddress(core, file, true),
    permalink: permalinkOf(core, file),
    ...(file.alt_txt && { alt_txt: file.alt_txt }),
    ...(file.ready && {
      channels: file.channels.filter(isPublic),
      groups: [],
      ims: file.channels.filter((channel) => !isPublic(channel)),
      shares: sharesOf(core, file),
    }),
  }
}

/** The address by which people and messages name a file. */
export function permalinkOf(core: Core, file: StoredFile): string {
  return `${core.baseUrl()}/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`
}

/** The address of a file's bytes for those with the app's token; `download` never shows them in a browser. */
export function privateAddress(core: Core, file: StoredFile, download = false): string {
  const folder = `${core.baseUrl()}/files-pri/${core.store.state.team.id}-${file.id}`
  return `${folder}/${download ? 'download/' : ''}${encodeURIComponent(file.name)}`
}

/** The kind of a file by its name, as Slack writes it: `docx`. Empty where the name does not tell. */
export function filetypeOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

function isPublic(channel: string): boolean {
  return channel.startsWith('C')
}

/** `public` and `private` → channel → the messages that carry the file. */
function sharesOf(core: Core, file: StoredFile): JsonObject {
  const shares: Record<string, Record<string, { ts: string }[]>> = {}
  for (const id of file.channels) {
    const kind = isPublic(id) ? 'public' : 'private'
    const carriers = core.store.state.messages.filter(
      (message) => message.channel === id && message.files?.includes(file.id),
    )
    shares[kind] = { ...shares[kind], [id]: carriers.map(({ ts }) => ({ ts })) }
  }
  return shares
}

import type { Core } from './core.ts'
import type { JsonObject } from './entities.ts'

/** A file as the Web API shows it: type and shares appear once it is processed. Undefined where there is no such file. */
export function publicFile(core: Core, id: string): JsonObject | undefined {
  const file = core.store.state.files.find((candidate) => candidate.id === id)
  if (!file) return undefined
  const { team } = core.store.state
  const address = `${core.baseUrl()}/files-pri/${team.id}-${file.id}`
  const extension = /\.([a-z0-9]{1,8})$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''
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
    is_public: file.channels.length > 0,
    url_private: `${address}/${encodeURIComponent(file.name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(file.name)}`,
    permalink: `${core.baseUrl()}/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    ...(file.alt_txt && { alt_txt: file.alt_txt }),
    ...(file.ready && {
      channels: file.channels.filter((channel) => channel.startsWith('C')),
      ims: file.channels.filter((channel) => channel.startsWith('D')),
      shares: { public: Object.fromEntries(file.channels.map((channel) => [channel, []])) },
    }),
  }
}

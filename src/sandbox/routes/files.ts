import { z } from 'zod'
import { ApiError } from '../api-error.ts'
import { checkArguments, countArgument, jsonArgument, textArgument } from '../arguments.ts'
import { findChannel } from '../channels.ts'
import type { Core } from '../core.ts'
import type { JsonObject, StoredFile } from '../entities.ts'
import { publicFile } from '../file-payload.ts'
import { shareFiles } from '../file-shares.ts'
import { largestFile, mimetypeOf, newFile } from '../file-store.ts'
import { readContent } from '../message-content.ts'
import { addMessage } from '../messages.ts'
import type { ApiMethod } from './api-method.ts'

/** Slack answers before it has processed a file; so does the sandbox, which takes this long in real time. */
const processingMs = 30
const defaultPage = 100

function getUploadUrl(core: Core, given: JsonObject): JsonObject {
  const schema = z.object({ filename: textArgument, length: countArgument.min(1), alt_txt: textArgument.optional() })
  const { filename, length, alt_txt } = checkArguments(schema, given)
  if (length > largestFile) throw new ApiError('file_upload_size_restricted')
  const draft = { name: filename, size: length, user: core.store.state.app.bot_user, mimetype: mimetypeOf(filename) }
  const file = newFile(core, { ...draft, ...(alt_txt && { alt_txt }) })
  return { upload_url: `${core.baseUrl()}/upload/v1/${file.upload_key}`, file_id: file.id }
}

const completionSchema = z.object({
  files: jsonArgument.pipe(
    z
      .array(z.object({ id: z.string(), title: z.string().optional() }))
      .min(1)
      .max(20),
  ),
  channel_id: textArgument.optional(),
  channels: textArgument.optional(),
  thread_ts: textArgument.optional(),
  initial_comment: textArgument.optional(),
  blocks: jsonArgument.optional(),
})

function complete(core: Core, given: JsonObject): JsonObject {
  const {
    files: listed,
    channel_id,
    channels,
    thread_ts,
    initial_comment,
    blocks,
  } = checkArguments(completionSchema, given)
  const files = listed.map(({ id, title }) => ({ file: ownFile(core, id), title }))
  const places = (channels?.split(',') ?? (channel_id ? [channel_id] : [])).map((id) => memberChannel(core, id))
  const content = initial_comment || blocks ? readContent(core, { text: initial_comment, blocks }) : { text: '' }
  for (const { file, title } of files) {
    if (!file.uploaded) throw new ApiError('file_not_found')
    file.completed = true
    file.title = title ?? file.name
  }
  core.background.later(processingMs, () =>
    share(
      core,
      files.map(({ file }) => file),
      places,
      { ...content, thread_ts },
    ),
  )
  core.store.changed()
  return { files: files.map(({ file }) => publicFile(core, file.id)) }
}

type Share = Pick<ReturnType<typeof readContent>, 'text' | 'blocks'> & { thread_ts: string | undefined }

function share(core: Core, files: StoredFile[], places: string[], { text, blocks, thread_ts }: Share): void {
  const { app } = core.store.state
  for (const file of files) file.ready = true
  for (const channel of places) {
    const ids = files.map((file) => file.id)
    shareFiles(core, ids, channel)
    addMessage(core, {
      channel,
      user: app.bot_user,
      bot_id: app.bot_id,
      text,
      files: ids,
      ...(blocks && { blocks }),
      ...(thread_ts && { thread_ts }),
    })
  }
  core.store.changed()
}

function ownFile(core: Core, id: string): StoredFile {
  const { app, files } = core.store.state
  const file = files.find((candidate) => candidate.id === id)
  if (!file || file.user !== app.bot_user) throw new ApiError('file_not_found')
  return file
}

function memberChannel(core: Core, id: string): string {
  const channel = findChannel(core, id)
  if (!channel) throw new ApiError('channel_not_found')
  if (!channel.members.includes(core.store.state.app.bot_user)) throw new ApiError('not_in_channel')
  return channel.id
}

function info(core: Core, given: JsonObject): JsonObject {
  const { file: id } = checkArguments(z.object({ file: textArgument }), given)
  const file = core.store.state.files.find((candidate) => candidate.id === id)
  if (!file?.completed) throw new ApiError('file_not_found')
  return { file: publicFile(core, id), comments: [], response_metadata: { next_cursor: '' } }
}

function list(core: Core, given: JsonObject): JsonObject {
  const schema = z.object({
    channel: textArgument.optional(),
    user: textArgument.optional(),
    count: countArgument.min(1).max(1000).default(defaultPage),
    page: countArgument.min(1).default(1),
  })
  const { channel, user, count, page } = checkArguments(schema, given)
  const files = core.store.state.files.filter(
    (file) => file.ready && (!channel || file.channels.includes(channel)) && (!user || file.user === user),
  )
  const shown = files.toReversed().slice((page - 1) * count, page * count)
  return {
    files: shown.map((file) => publicFile(core, file.id)),
    paging: { count, total: files.length, page, pages: Math.ceil(files.length / count) },
  }
}

/** The files family; the upload itself is a POST to the address that getUploadURLExternal answers. */
export const fileMethods: Record<string, ApiMethod> = {
  'files.getUploadURLExternal': { handle: getUploadUrl, scopes: ['files:write'], tier: 4, token: 'bot' },
  'files.completeUploadExternal': { handle: complete, scopes: ['files:write'], tier: 4, token: 'bot' },
  'files.info': { handle: info, scopes: ['files:read'], tier: 4, token: 'bot' },
  'files.list': { handle: list, scopes: ['files:read'], tier: 3, token: 'bot' },
}

import { z } from 'zod'
import { ApiError } from './api-error.ts'
import { checkArguments, jsonArgument, textArgument } from './arguments.ts'
import { checkMessageBlocks } from './block-kit/validate.ts'
import { isObject, objectsIn } from './block-kit/walk.ts'
import type { Core } from './core.ts'
import type { JsonObject, Message } from './entities.ts'

const postedCharacters = 40_000
const metadataBytes = 8000

const contentSchema = z.object({
  text: textArgument.optional(),
  blocks: jsonArgument.optional(),
  attachments: jsonArgument.optional(),
  metadata: jsonArgument.optional(),
})

/** What a message says: text, blocks, attachments and metadata, checked and ready to store. */
export type MessageContent = Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata'>

/**
 * Reads what a message says, with at most `characters` of text. Throws ApiError `no_text`, `msg_too_long`,
 * `invalid_blocks` or `invalid_metadata_format`.
 */
export function readContent(core: Core, given: JsonObject, characters = postedCharacters): MessageContent {
  const { text = '', blocks, attachments, metadata } = checkArguments(contentSchema, given)
  const checkedBlocks = blocks === undefined || blocks === '' ? undefined : checkMessageBlocks(core, blocks)
  const checkedAttachments = objectsIn(attachments)
  if (text === '' && !checkedBlocks?.length && checkedAttachments.length === 0) throw new ApiError('no_text')
  if (text.length > characters) throw new ApiError('msg_too_long')
  return {
    text,
    ...(checkedBlocks && { blocks: checkedBlocks }),
    ...(checkedAttachments.length > 0 && { attachments: checkedAttachments }),
    ...(metadata !== undefined && !isEmpty(metadata) && { metadata: readMetadata(metadata) }),
  }
}

/** Whether an argument is an empty list or object: what removes a part of a message that stays where it is not mentioned. */
export function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function readMetadata(metadata: unknown): JsonObject {
  if (!isObject(metadata) || typeof metadata.event_type !== 'string' || !isObject(metadata.event_payload)) {
    throw new ApiError('invalid_metadata_format')
  }
  if (JSON.stringify(metadata).length > metadataBytes) throw new ApiError('metadata_too_large')
  return metadata
}

import { ApiError } from '../api-error.ts'
import type { Core } from '../core.ts'
import type { JsonObject } from '../entities.ts'
import { newShortId } from '../ids.ts'
import { messageBlocks, viewBlocks } from './blocks.ts'
import { describeIssues, pointed } from './issues.ts'
import { everyObject, interactiveElements, isObject } from './walk.ts'

/** Slack counts a message's text and something for each block; the exact weight is not published, the sum was measured. */
const messageCharacters = 13_200
const charactersPerBlock = 25
const tableCharacters = 10_000

/**
 * Checks the blocks of a message against Slack's limits and gives ids to those without. Throws ApiError
 * `invalid_blocks_format` where they are no list, `invalid_blocks` with JSON pointers, or `msg_blocks_too_long`.
 */
export function checkMessageBlocks(core: Core, given: unknown): JsonObject[] {
  if (!Array.isArray(given) || !given.every(isObject)) throw new ApiError('invalid_blocks_format')
  const checked = messageBlocks.safeParse(given, { reportInput: true })
  const problems = checked.success
    ? [...placementProblems(core, given, '/blocks'), ...messageProblems(given), ...refusedCharts(core, given)]
    : describeIssues(checked.error.issues, '/blocks')
  if (problems.length > 0) throw new ApiError('invalid_blocks', problems)
  if (weight(given) > messageCharacters) throw new ApiError('msg_blocks_too_long')
  return withIds(given)
}

/** The problems of the blocks of a view, in Slack's words. */
export function viewBlockProblems(core: Core, given: unknown): string[] {
  const checked = viewBlocks.safeParse(given, { reportInput: true })
  if (!checked.success) return describeIssues(checked.error.issues, '/view/blocks')
  return Array.isArray(given) ? placementProblems(core, given.filter(isObject), '/view/blocks') : []
}

/** Gives a block_id and action_ids to what comes without, as Slack does. */
export function withIds(blocks: readonly JsonObject[]): JsonObject[] {
  const copies = structuredClone(blocks) as JsonObject[]
  for (const block of copies) block.block_id ??= newShortId()
  for (const { element } of interactiveElements(copies)) element.action_id ??= newShortId()
  return copies
}

function placementProblems(core: Core, blocks: JsonObject[], root: string): string[] {
  const problems: string[] = []
  const blockIds = new Set<unknown>()
  const actionIds = new Map<JsonObject, Set<unknown>>()
  for (const [place, { block_id }] of blocks.entries()) {
    if (block_id !== undefined && blockIds.has(block_id))
      problems.push(pointed('`block_id` already exists', root, [place, 'block_id']))
    blockIds.add(block_id)
  }
  for (const { block, element, path } of interactiveElements(blocks)) {
    const seen = actionIds.get(block) ?? new Set()
    if (element.action_id !== undefined && seen.has(element.action_id)) {
      problems.push(pointed('`action_id` already exists', root, [...path, 'action_id']))
    }
    actionIds.set(block, seen.add(element.action_id))
  }
  for (const [object, path] of everyObject(blocks)) {
    if (isObject(object.slack_file) && !isUsableFile(core, object.slack_file)) {
      problems.push(pointed('invalid slack file', root, [...path, 'slack_file']))
    }
  }
  return problems
}

function isUsableFile(core: Core, reference: JsonObject): boolean {
  const { files } = core.store.state
  const file = files.find(({ id }) => id === reference.id || String(reference.url ?? '').includes(`-${id}/`))
  return file?.ready === true && file.mimetype.startsWith('image/')
}

function messageProblems(blocks: JsonObject[]): string[] {
  const places = (type: string) => blocks.flatMap((block, place) => (block.type === type ? [place] : []))
  const problems = [
    ...places('table')
      .slice(1)
      .map((place) => pointed('only_one_table_allowed', '/blocks', [place])),
    ...places('data_visualization')
      .slice(2)
      .map((place) => pointed('no more than 2 data_visualization blocks allowed', '/blocks', [place])),
  ]
  const table = blocks.find((block) => block.type === 'table')
  if (table && textLength(table) > tableCharacters) {
    const place = blocks.indexOf(table)
    problems.push(
      pointed(`table cells must be less than ${tableCharacters + 1} characters in all`, '/blocks', [place, 'rows']),
    )
  }
  const markdown = blocks.filter((block) => block.type === 'markdown')
  if (markdown.reduce((sum, block) => sum + textLength(block), 0) > 12_000) {
    problems.push(
      pointed('must be less than 12001 characters', '/blocks', [blocks.indexOf(markdown.at(-1) ?? {}), 'text']),
    )
  }
  return problems
}

/** What a workspace says that does not have charts: the same as to any type it does not know. */
function refusedCharts(core: Core, blocks: JsonObject[]): string[] {
  // A check outside of a running sandbox has no faults.
  if (!core.faults?.refusesCharts()) return []
  return blocks.flatMap(({ type }, place) =>
    type === 'data_visualization' ? [pointed(`unsupported type: ${type}`, '/blocks', [place, 'type'])] : [],
  )
}

function textLength(value: unknown): number {
  let length = 0
  for (const [object] of everyObject(value)) if (typeof object.text === 'string') length += object.text.length
  return length
}

function weight(blocks: JsonObject[]): number {
  return textLength(blocks) + charactersPerBlock * blocks.length
}

import type { SectionBlock } from '@slack/types'
import { clip, paragraph } from '../blocks.ts'

/** How much room there is: blocks, and characters in all of them. */
export type Room = { blocks: number; characters: number }

const charactersABlock = 2900
const charactersALine = 400

/**
 * Lines as paragraphs within the room there is, and what is left of it. What does not fit is left out from the end and
 * counted in `left`.
 */
export function fitLines(lines: readonly string[], room: Room): { blocks: SectionBlock[]; left: number; room: Room } {
  const paragraphs: string[] = []
  let { characters } = room
  let taken = 0
  for (const full of lines) {
    const line = clip(full, charactersALine)
    const last = paragraphs.at(-1)
    const joins = last !== undefined && last.length + 1 + line.length <= charactersABlock
    if (line.length + 1 > characters || (!joins && paragraphs.length >= room.blocks)) break
    if (joins) paragraphs[paragraphs.length - 1] = `${last}\n${line}`
    else paragraphs.push(line)
    characters -= line.length + 1
    taken += 1
  }
  return {
    blocks: paragraphs.map(paragraph),
    left: lines.length - taken,
    room: { blocks: room.blocks - paragraphs.length, characters },
  }
}

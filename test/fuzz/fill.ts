import { interactiveElements } from '../../src/sandbox/block-kit/walk.ts'
import type { JsonObject, StateValues } from '../../src/sandbox/entities.ts'
import { optionsOf, shapeOf, valuesOf } from '../../src/sandbox/interactions/element-values.ts'
import { hostileDate, hostileNumber, hostileText } from './hostile.ts'
import type { Random } from './random.ts'

/** What values may name: people, channels, files and texts of the world. */
export type Known = {
  people: readonly string[]
  channels: readonly string[]
  files: readonly JsonObject[]
  texts: readonly string[]
}

/** A form filled in: mostly as a person would, `wild` of the fields with what only a program sends. */
export function filled(random: Random, blocks: readonly JsonObject[], known: Known, wild: number): StateValues {
  const values = valuesOf(blocks, {})
  for (const { block, element } of interactiveElements(blocks)) {
    const shape = shapeOf(element)
    if (!shape || random.chance(0.15)) continue
    const blockId = String(block.block_id)
    const make = () => (random.chance(wild) ? wildValue(random, element, known) : tameValue(random, element, known))
    const given = shape.many ? Array.from({ length: random.below(4) }, make).filter((one) => one !== null) : make()
    values[blockId] = { ...values[blockId], [String(element.action_id)]: { type: element.type, [shape.field]: given } }
  }
  return values
}

/** A value that the element offers or that a person types in it. */
export function tameValue(random: Random, element: JsonObject, known: Known): unknown {
  const type = String(element.type)
  const options = optionsOf(element)
  if (/(static_select|radio_buttons|checkboxes)$/.test(type)) return options.length > 0 ? random.pick(options) : null
  if (type.endsWith('users_select')) return random.pick(known.people)
  if (/(channels|conversations)_select$/.test(type)) return random.pick(known.channels)
  if (type === 'file_input') return known.files.length > 0 ? random.pick(known.files) : null
  if (type === 'datepicker') return `2024-0${1 + random.below(9)}-${10 + random.below(18)}`
  if (type === 'timepicker') return random.pick(['09:00', '15:30', '23:59', '00:00'])
  if (type === 'datetimepicker') return 1_719_187_200 + random.below(10_000_000)
  if (type === 'number_input') return String(1 + random.below(200))
  if (type === 'rich_text_input') return { type: 'rich_text', elements: [] }
  const text = random.chance(0.5)
    ? random.pick(known.texts)
    : random.chance(0.5)
      ? hostileText(random)
      : String(random.below(100))
  const most = Number(element.max_length ?? 3000)
  return text.slice(0, most)
}

function wildValue(random: Random, element: JsonObject, known: Known): unknown {
  const type = String(element.type)
  if (/(static_select|radio_buttons|checkboxes)$/.test(type))
    return {
      text: { type: 'plain_text', text: hostileText(random) || 'x', emoji: false },
      value: random.chance(0.5) ? String(1 + random.below(40)) : hostileText(random),
    }
  if (type.endsWith('users_select')) return random.pick(['U0NOBODY', 'USLACKBOT', 'W0OTHER', ...known.people])
  if (/(channels|conversations)_select$/.test(type))
    return random.pick(['C0NONE', 'G0PRIVATE', 'D0DIRECT', ...known.channels])
  if (type === 'file_input')
    return {
      id: random.pick(['F0NONE', 'F0']),
      name: hostileText(random),
      permalink: 'https://a.example/f',
      title: hostileText(random),
    }
  if (type === 'datepicker') return random.chance(0.3) ? null : hostileDate(random)
  if (type === 'timepicker') return random.chance(0.3) ? null : hostileDate(random)
  if (type === 'datetimepicker') return random.pick([null, 0, -1, 2 ** 40])
  if (type === 'number_input') return random.chance(0.2) ? null : hostileNumber(random)
  return random.chance(0.2) ? null : hostileText(random)
}

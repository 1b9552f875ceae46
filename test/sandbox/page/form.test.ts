import { describe, expect, it } from 'vitest'
import {
  checkForm,
  collectValues,
  heldValue,
  initialValue,
  overlaid,
  valuesOnServer,
  withValue,
} from '../../../src/sandbox/page/form.ts'
import type { Block, Element, View } from '../../../src/sandbox/page/wire.ts'
import { en } from '../../../src/sandbox/page/words-en.ts'

const label = { type: 'plain_text' as const, text: 'x' }
const option = (value: string) => ({ text: label, value })
const input = (block_id: string, element: Element, more: Partial<Block> = {}): Block => ({
  type: 'input',
  block_id,
  label,
  element: { action_id: 'v', ...element },
  ...more,
})
const view = (...blocks: Block[]): View => ({ type: 'modal', blocks })

describe('values', () => {
  it.each<[Element, unknown]>([
    [{ type: 'plain_text_input' }, null],
    [{ type: 'plain_text_input', initial_value: 'a' }, 'a'],
    [{ type: 'static_select', initial_option: option('b') }, 'b'],
    [{ type: 'checkboxes' }, []],
    [{ type: 'checkboxes', initial_options: [option('a'), option('b')] }, ['a', 'b']],
    [{ type: 'multi_users_select', initial_users: ['U1'] }, ['U1']],
    [{ type: 'datetimepicker', initial_date_time: 1719190800 }, 1719190800],
    [{ type: 'file_input' }, []],
  ])('%j starts with %j', (element, expected) => {
    expect(initialValue(element)).toEqual(expected)
  })

  it('keeps what was typed when the view changes around it, and an emptied field stays empty', () => {
    const before = { type: 'plain_text_input', action_id: 'v', initial_value: 'old' }
    const values = withValue({}, 'b', 'v', 'typed')
    expect(heldValue(values, 'b', { ...before, initial_value: 'new' })).toBe('typed')
    expect(heldValue(withValue(values, 'b', 'v', null), 'b', before)).toBeNull()
    expect(heldValue(values, 'other', before)).toBe('old')
  })

  it('reads what the server holds, and lays what was typed over it field by field', () => {
    const held = valuesOnServer({
      a: {
        text: { type: 'plain_text_input', value: null },
        pick: { type: 'static_select', selected_option: option('x') },
      },
      b: { several: { type: 'checkboxes', selected_options: [option('y')] }, people: { selected_users: ['U1'] } },
      c: { at: { type: 'datetimepicker', selected_date_time: 1719190800 }, files: { files: [{ id: 'F1' }] } },
    })
    expect(held).toEqual({
      a: { text: null, pick: 'x' },
      b: { several: ['y'], people: ['U1'] },
      c: { at: 1719190800, files: ['F1'] },
    })
    expect(overlaid(held, { a: { text: 'typed' }, d: { new: 'z' } })).toEqual({
      ...held,
      a: { text: 'typed', pick: 'x' },
      d: { new: 'z' },
    })
  })

  it('submits every field that is there, touched or not, and nothing that is gone', () => {
    const shown = view(
      input('a', { type: 'plain_text_input', initial_value: 'as it was' }),
      { type: 'section', block_id: 's', accessory: { type: 'static_select', action_id: 'pick' } },
      {
        type: 'actions',
        block_id: 'r',
        elements: [
          { type: 'button', action_id: 'go' },
          { type: 'datepicker', action_id: 'day' },
        ],
      },
      input('odd', { type: 'rich_text_input' }),
    )
    const values = { gone: { v: 'x' }, s: { pick: 'one' } }
    expect(collectValues(shown, values)).toEqual({ a: { v: 'as it was' }, s: { pick: 'one' }, r: { day: null } })
  })
})

describe('checks before submitting', () => {
  const problem = (element: Element, value: string | string[] | null, more: Partial<Block> = {}) =>
    checkForm(view(input('b', element, more)), value === null ? {} : { b: { v: value } }, en).b

  it('asks for what is required, and only that', () => {
    expect(problem({ type: 'plain_text_input' }, null)).toBe(en.required)
    expect(problem({ type: 'checkboxes' }, [])).toBe(en.required)
    expect(problem({ type: 'plain_text_input' }, null, { optional: true })).toBeUndefined()
  })

  it('counts characters, not code units', () => {
    expect(problem({ type: 'plain_text_input', max_length: 2 }, '🟢🟢')).toBeUndefined()
    expect(problem({ type: 'plain_text_input', max_length: 2 }, '三个字')).toBe(en.tooLong(2))
    expect(problem({ type: 'plain_text_input', min_length: 3 }, 'ab')).toBe(en.tooShort(3))
  })

  it('checks numbers', () => {
    const whole = { type: 'number_input', is_decimal_allowed: false, min_value: '0', max_value: '100' }
    expect(problem(whole, '12')).toBeUndefined()
    expect(problem(whole, '1.5')).toBe(en.notWhole)
    expect(problem(whole, '十二')).toBe(en.notNumber)
    expect(problem(whole, '-1')).toBe(en.tooSmall('0'))
    expect(problem(whole, '101')).toBe(en.tooLarge('100'))
  })

  it('checks addresses and the number of choices', () => {
    expect(problem({ type: 'url_text_input' }, 'e.org')).toBe(en.badAddress)
    expect(problem({ type: 'email_text_input' }, 'a')).toBe(en.badEmail)
    expect(problem({ type: 'multi_static_select', max_selected_items: 1 }, ['a', 'b'])).toBe(en.tooMany(1))
  })
})

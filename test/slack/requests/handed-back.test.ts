import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ofPlan } from '../../../src/slack/plan-value.ts'
import {
  checkPicked,
  optionalNumber,
  readMetadata,
  readWritten,
  wholeNumber,
} from '../../../src/slack/requests/handed-back.ts'

const unreadable = expect.objectContaining({ code: 'request.unreadable' })
const thrownBy = (act: () => unknown) => {
  try {
    return { gave: act() }
  } catch (error) {
    return error
  }
}

describe('what Slack hands back', () => {
  it('is a number of the database, or refused', () => {
    expect([wholeNumber('0'), wholeNumber('12'), wholeNumber(2147483647)]).toEqual([0, 12, 2147483647])
    for (const odd of [
      '',
      ' 1',
      '-1',
      '1.5',
      '2147483648',
      '1e3',
      '１',
      'x',
      Number.NaN,
      1.5,
      -1,
      null,
      undefined,
      {},
      ['1'],
    ])
      expect([thrownBy(() => wholeNumber(odd)), optionalNumber(odd)]).toEqual([unreadable, null])
  })

  it('is a form of a day, or refused', () => {
    expect(readMetadata('{"today":"2024-06-24","no":1}')).toEqual({ today: '2024-06-24', no: 1 })
    expect(readMetadata('{"today":""}')).toEqual({ today: '' })
    expect(readMetadata('{"channel":"C0MEETING"}')).toEqual({ channel: 'C0MEETING' })
    for (const odd of ['', '#联络员', ' '.repeat(2000)])
      expect(thrownBy(() => readMetadata(JSON.stringify({ channel: odd })))).toEqual(unreadable)
    for (const odd of ['"[1,2]"', '"2024-02-30"', '20240624', '{}'])
      expect(thrownBy(() => readMetadata(`{"today":${odd}}`))).toEqual(unreadable)
  })

  it('is a form whose days and times are such or nothing, or refused', () => {
    checkPicked({ day: { selected_date: '2024-06-24' }, other: { selected_date: null }, text: {} })
    for (const odd of ['2024-13-01', 'now', '', 20240624, {}])
      expect(thrownBy(() => checkPicked({ day: { selected_date: odd } }))).toEqual(unreadable)
    checkPicked({ time: { selected_time: '09:30' } })
    for (const odd of ['25:00', '9', 'now', '', 930, '09:30:00'])
      expect(thrownBy(() => checkPicked({ time: { selected_time: odd } }))).toEqual(unreadable)
  })

  it('names a plan by its number', () => {
    expect(ofPlan('3/2024H1/2')).toEqual({ planId: 3, value: '2024H1/2' })
    for (const odd of ['', '/', 'x/1', '99999999999/1']) expect(thrownBy(() => ofPlan(odd))).toEqual(unreadable)
  })

  it('is the memory of a form, or refused', () => {
    expect(readMetadata('')).toEqual({})
    expect(readMetadata('{"planId":1,"channel":null}')).toEqual({ planId: 1, channel: null })
    for (const odd of ['{', 'null', '[]', '7', '"x"', '{"planId":1.5}', '{"planId":1e300}', '{"no":-1}'])
      expect(thrownBy(() => readMetadata(odd))).toEqual(unreadable)
  })

  it('is JSON of the shape that was written, or refused', () => {
    const shape = z.object({ id: z.int32() })
    expect(readWritten('{"id":1}', shape)).toEqual({ id: 1 })
    for (const odd of ['', '{', '{"id":"1"}', '{"id":1e99}'])
      expect(thrownBy(() => readWritten(odd, shape))).toEqual(unreadable)
  })
})

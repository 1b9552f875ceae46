import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { buildCalendar } from '../../../src/documents/calendar/build-calendar.ts'
import type { CalendarEntry } from '../../../src/domain/meeting/calendar-entry.ts'
import { allowedText } from '../allowed-text.ts'

const entry: CalendarEntry = {
  uid: 'meeting-31@liaison',
  sequence: 2,
  cancelled: false,
  changedAt: '2024-06-24T09:00:00.000+08:00',
  startsAt: '2024-07-02T15:00:00.000+08:00',
  minutes: 120,
  zone: 'Asia/Shanghai',
  summary: '第3次联席会议',
  description: '15:15 #7 口岸验收\n15:40 #12 减免税接口',
  place: '市民之家3楼第一会议室',
}

function read(of: CalendarEntry) {
  const text = buildCalendar(of).toString('utf8')
  const calendar = new ICAL.Component(ICAL.parse(text))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('there is no event')
  const zone = calendar.getFirstSubcomponent('vtimezone')
  return { text, calendar, component, event: new ICAL.Event(component), zone: zone ? new ICAL.Timezone(zone) : null }
}

/** The instant that a reader of the file takes a time for, by the zone that the file itself defines. */
function instant(time: ICAL.Time, zone: ICAL.Timezone | null): string {
  const zoned = time.clone()
  if (zone) zoned.zone = zone
  return new Date(zoned.toUnixTime() * 1000).toISOString()
}

describe('a meeting as a calendar entry', () => {
  it('is published, with all that identifies its version', () => {
    const { calendar, component, event, zone, text } = read(entry)
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(event.uid).toBe(entry.uid)
    expect(event.sequence).toBe(2)
    expect(event.summary).toBe(entry.summary)
    expect(event.location).toBe(entry.place)
    expect(event.description).toBe(entry.description)
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(event.organizer).toBe('mailto:liaison@example.invalid')
    expect(text).toContain('DTSTAMP:20240624T010000Z\r\n')
    expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20240702T150000\r\n')
    expect(instant(event.startDate, zone)).toBe('2024-07-02T07:00:00.000Z')
    expect(instant(event.endDate, zone)).toBe('2024-07-02T09:00:00.000Z')
  })

  it('is cancelled under the same name', () => {
    const { calendar, component, event } = read({ ...entry, cancelled: true, sequence: 3 })
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect([event.uid, event.sequence]).toEqual([entry.uid, 3])
  })

  it.each([
    ['America/New_York', '2024-01-10T09:00:00-05:00', '20240110T090000'],
    ['America/New_York', '2024-07-10T09:00:00-04:00', '20240710T090000'],
    ['Europe/Berlin', '2024-07-10T09:00:00Z', '20240710T110000'],
    ['Asia/Kolkata', '2024-07-10T09:00:00Z', '20240710T143000'],
    ['PRC', '2024-07-10T09:00:00Z', '20240710T170000'],
  ])('defines the zone %s itself', (zone, startsAt, local) => {
    const made = read({ ...entry, zone, startsAt })
    expect(made.text).toContain(`DTSTART;TZID=${zone}:${local}\r\n`)
    expect(made.zone?.tzid).toBe(zone)
    expect(instant(made.event.startDate, made.zone)).toBe(new Date(startsAt).toISOString())
  })

  it.each(['UTC', 'Mars/Olympus'])('tells the instant in UTC where the zone is %s', (zone) => {
    expect(read({ ...entry, zone }).text).toContain('DTSTART:20240702T070000Z\r\n')
  })

  it('gives the same bytes for the same entry', () => {
    expect(buildCalendar(entry).equals(buildCalendar({ ...entry }))).toBe(true)
  })

  it('keeps to its lines whatever the texts hold', () => {
    const words = fc.oneof(
      fc.constantFrom(
        'a,b;c\\d',
        'x\r\nEND:VEVENT\r\nATTENDEE:mailto:a@b',
        '\u0000\u007f\u0085',
        '😀'.repeat(40),
        '\ud83d',
      ),
      fc.string({ unit: 'binary', maxLength: 120 }),
    )
    fc.assert(
      fc.property(words, (text) => {
        const made = read({
          ...entry,
          uid: `m${text}`,
          summary: `甲${text}`,
          description: `乙${text}。`,
          place: `丙${text}`,
        })
        const lines = made.text.split('\r\n')
        expect(lines.at(-1)).toBe('')
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(made.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        expect(made.calendar.getAllSubcomponents('vevent')).toHaveLength(1)
        expect(made.component.getAllProperties().map(({ name }) => name)).toEqual([
          'uid',
          'sequence',
          'dtstamp',
          'dtstart',
          'dtend',
          'summary',
          'location',
          'description',
          'organizer',
          'status',
        ])
        expect(made.event.description).toBe(`乙${allowedText(text)}。`)
      }),
    )
  })
})

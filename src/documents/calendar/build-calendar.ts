import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { DateTime } from 'luxon'
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library'
import type { CalendarEntry } from '../../domain/meeting/calendar-entry.ts'
import { t } from '../../i18n/translate.ts'
import { plainLine, plainText } from '../package/plain-text.ts'

/** Nobody reads mail for the bot, so its address is one that can never exist (RFC 2606, 2). */
const address = 'liaison@example.invalid'

/**
 * A meeting as an .ics file (RFC 5545) that calendars keep as one entry: the same UID with a higher SEQUENCE replaces
 * it, METHOD:CANCEL takes it away.
 *
 * It is published (RFC 5546, 3.2.1) and cancelled as published entries are (4.1.3), not requested: a REQUEST must name
 * ATTENDEEs (3.2.2) by mail addresses, which the bot does not have, and programs would ask the receiver to accept it and
 * mail the answer to an organizer who reads none. People answer with the message's buttons. ORGANIZER is required in
 * either.
 */
export function buildCalendar(entry: CalendarEntry): Buffer {
  const zone = knownZone(entry.zone)
  const calendar = ical({
    prodId: { company: 'Liaison', product: 'Liaison', language: 'ZH' },
    method: entry.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    // The zone stands at the event: as the calendar's it would put DTSTAMP, which must be UTC, into local time.
    timezone: { name: null, generator: zoneDefinition },
  })
  const start = DateTime.fromISO(entry.startsAt, { zone })
  const event = calendar.createEvent({
    // UID is the one property that the library writes as it is.
    id: plainLine(entry.uid).replace(/[\\;,]/g, '-'),
    sequence: entry.sequence,
    stamp: DateTime.fromISO(entry.changedAt, { zone: 'utc' }),
    start,
    end: start.plus({ minutes: entry.minutes }),
    timezone: zone,
    summary: plainLine(entry.summary),
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: `${t('zh-CN', 'app.name')} ${t('en', 'app.name')}`, email: address },
  })
  const place = plainLine(entry.place)
  if (place !== '') event.location(place)
  const description = plainText(entry.description).trim()
  if (description !== '') event.description(description)
  return Buffer.from(`${calendar.toString()}\r\n`, 'utf8')
}

/** The zone where it can be defined; a zone that is not in the table is told in UTC, which is the same instant. */
function knownZone(zone: string): string {
  return tzlib_get_timezones(false).includes(zone) && DateTime.utc().setZone(zone).isValid ? zone : 'UTC'
}

/** VTIMEZONE under the name that the event uses; the table gives a linked zone such as PRC under its target's name. */
function zoneDefinition(zone: string): string {
  const [block = ''] = tzlib_get_ical_block(zone)
  return block.replace(/^(TZID|X-LIC-LOCATION):.*$/gm, (_, name: string) => `${name}:${zone}`)
}

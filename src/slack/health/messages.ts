import type { KnownBlock, RichTextBlock, RichTextElement } from '@slack/types'
import { DateTime } from 'luxon'
import { causeOf, readRefusal } from '../../domain/delivery/refusal.ts'
import type { TroubleNotice } from '../../domain/delivery/trouble-notice.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { Health } from '../../usecases/delivery/show-health.ts'
import { button, buttons, clip, confirm, type Message, message, note, paragraph, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { pageOf } from '../page-of.ts'
import { inPlan } from '../plan-value.ts'

const deadEach = 5
/** The others are as many rows below; a screen is enough to act on. */
const troubledAtMost = 10
const lateAtMost = 10

/** What the office is told of a place that is not reached: which, why, since when, and what to do. */
export function troubleMessage(locale: Locale, notice: TroubleNotice): Message {
  const { place, refusal, since, zone, planTitle } = notice
  const cause = causeOf(refusal)
  const curable = readRefusal(refusal)?.curable ?? false
  return message(t(locale, 'delivery.trouble', { cause }), [
    placeLine(locale, place, t(locale, 'delivery.trouble.place', { cause, since: moment(locale, since, zone) })),
    paragraph(t(locale, curable ? 'delivery.trouble.waits' : 'delivery.trouble.dead')),
    note(t(locale, 'delivery.trouble.plan', { plan: clip(planTitle, 200) })),
  ])
}

/** `/plan health`: what waits, what was given up and can be tried again, what is not reached, what is late. */
export function healthMessage(locale: Locale, health: Health, page: number): Message {
  const { planId, planTitle, zone, now, waiting, deadCount, troubled, late } = health
  const counts = { waiting: waiting.count, dead: deadCount, troubled: troubled.length, late: late.length }
  const minutes = waiting.oldest ? minutesUntil(now, waiting.oldest) : 0
  const all = t(locale, 'health.resend_all')
  return message(t(locale, 'health.title', counts), [
    note(t(locale, 'health.plan', { plan: clip(planTitle, 200), at: moment(locale, now, zone) })),
    ...(waiting.count > 0 ? [paragraph(t(locale, 'health.waiting', { count: waiting.count, minutes }))] : []),
    ...troubledBlocks(locale, health),
    ...deadBlocks(locale, health, page),
    ...lateBlocks(locale, health),
    ...(deadCount + waiting.count > 0 ? [buttons(button(ids.health.resendAll, all, inPlan(planId, 'all')))] : []),
  ])
}

function troubledBlocks(locale: Locale, { troubled, workspaceId, zone }: Health): KnownBlock[] {
  if (troubled.length === 0) return []
  return [
    strong(t(locale, 'health.troubled')),
    ...troubled.slice(0, troubledAtMost).map(({ place, trouble, troubleSince, waiting }) => {
      const since = moment(locale, troubleSince, zone)
      const line = t(locale, 'delivery.trouble.place', { cause: causeOf(trouble), since })
      const count = t(locale, 'health.troubled.waiting', { count: waiting })
      return placeLine(locale, place, `${line}${count}`, workspaceId)
    }),
  ]
}

function deadBlocks(locale: Locale, { planId, dead, deadCount, zone }: Health, page: number): KnownBlock[] {
  if (dead.length === 0) return []
  const { shown, at, pages, next } = pageOf(dead, page, deadEach)
  const turn = inPlan(planId, String(next))
  return [
    strong(t(locale, 'health.dead', { count: deadCount, listed: dead.length })),
    ...shown.flatMap(({ id, kind, place, createdAt, lastError }): KnownBlock[] => {
      const refusal = lastError ?? ''
      const cause = causeOf(refusal)
      const since = moment(locale, createdAt, zone)
      const line = t(locale, 'health.dead.line', { kind: t(locale, 'delivery.kind', { kind }), cause, since })
      const value = inPlan(planId, `${id}/${at}`)
      const no = t(locale, 'health.dismiss')
      const question = confirm(no, t(locale, 'health.dismiss_confirm'), no, t(locale, 'button.no'))
      return [
        placeLine(locale, place, line),
        note(t(locale, 'health.dead.refusal', { refusal: clip(refusal, 150) })),
        buttons(
          button(ids.health.resend, t(locale, 'health.resend'), value),
          button(ids.health.dismiss, no, value, { confirm: question }),
        ),
      ]
    }),
    ...(pages > 1
      ? [
          note(t(locale, 'health.page', { page: at, pages })),
          buttons(button(ids.health.page, t(locale, 'health.turn'), turn)),
        ]
      : []),
  ]
}

function lateBlocks(locale: Locale, { late, zone, now }: Health): KnownBlock[] {
  if (late.length === 0) return []
  const lines = late.slice(0, lateAtMost).map(({ job, nextRunAt }) => {
    const due = moment(locale, nextRunAt, zone)
    return t(locale, 'health.late.line', { job, due, minutes: minutesUntil(now, nextRunAt) })
  })
  return [strong(t(locale, 'health.late')), paragraph(lines.join('\n'))]
}

/** A place, named so that it can be clicked, and what there is to say of it. */
function placeLine(locale: Locale, place: string, text: string, workspaceId?: string): RichTextBlock {
  const named: RichTextElement = /^[UW]/.test(place)
    ? { type: 'user', user_id: place }
    : /^[CGD]/.test(place) && place !== workspaceId
      ? { type: 'channel', channel_id: place }
      : { type: 'text', text: t(locale, 'delivery.workspace') }
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [named, { type: 'text', text }] }] }
}

function moment(locale: Locale, at: Date | string, zone: string): string {
  const local = (typeof at === 'string' ? DateTime.fromISO(at) : DateTime.fromJSDate(at)).setZone(zone)
  return t(locale, 'delivery.moment', { at: local.toFormat("yyyy-MM-dd'T'HH:mm") })
}

function minutesUntil(now: Date, since: Date): number {
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000))
}

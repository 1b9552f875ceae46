import type { KnownBlock } from '@slack/types'
import type { MinutesNotice, SignedNotice } from '../../domain/minutes/minutes-notice.ts'
import { type Locale, localeOf } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { MinutesOverview } from '../../usecases/minutes/show-minutes.ts'
import { button, buttons, clip, confirm, type Message, message, note, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'
import { clockOf, dayOf } from '../meeting-times.ts'
import { inPlan } from '../plan-value.ts'

/** The list of a meeting's minutes shows the latest, each in short; the files hold all. */
const rowsAtMost = 20
const pointLength = 300

/** A draft, to the convener who asked for it. */
export function draftMinutesMessage(locale: Locale, notice: MinutesNotice): Message {
  return message(t(locale, 'minutes.draft_title', notice), [...bodyOf(locale, notice), draftButtons(locale, notice)])
}

/** A draft that is put before a leader. */
export function toSignMessage(locale: Locale, notice: MinutesNotice): Message {
  const sign = buttons(signButton(locale, notice))
  return message(t(locale, 'minutes.to_sign_title', notice), [...bodyOf(locale, notice), sign])
}

/** Signed minutes or an amendment: in a channel in the plan's language, to a liaison with what their units have to do. */
export function signedMessage(personLocale: Locale, notice: SignedNotice): Message {
  const shared = notice.units.length === 0
  const locale = shared ? localeOf(notice.language) : personLocale
  const day = t(locale, 'day.short', { day: notice.signedOn })
  const units = notice.units.join(t(locale, 'list.separator'))
  const own = notice.actions.map(({ dueOn, ...action }) =>
    t(locale, 'minutes.action_line', { ...action, day: t(locale, 'day.short', { day: dueOn }) }),
  )
  const owed = own.length > 0 ? [t(locale, 'minutes.own_actions', { units, count: own.length }), ...own] : []
  const title = t(locale, 'minutes.signed_title', { ...notice, by: notice.signedBy, day })
  return message(title, [...bodyOf(locale, notice), ...paragraphs(owed)])
}

/** The minutes of a meeting and its amendments, with what the person may do with a draft. */
export function minutesMessage(locale: Locale, { no, rows, mayDraft, maySign }: MinutesOverview): Message {
  const blocks = rows.slice(-rowsAtMost).flatMap(({ notice, signed }) => {
    const state = t(locale, signed ? 'minutes.state_signed' : 'minutes.state_draft')
    const lines = [t(locale, 'minutes.row', { ...notice, state }), clip(pointOf(locale, notice), pointLength)]
    const steps = [
      ...(mayDraft ? [submitButton(locale, notice), ...redraftButtons(locale, notice)] : []),
      ...(maySign ? [signButton(locale, notice)] : []),
    ]
    return [...paragraphs(lines), ...(!signed && steps.length > 0 ? [buttons(...steps)] : [])]
  })
  const files = rows.some((row) => row.file !== null)
  return message(t(locale, 'minutes.named', { no, number: 0 }), [
    ...blocks,
    ...(files ? [note(t(locale, 'minutes.file_follows'))] : []),
  ])
}

function bodyOf(locale: Locale, notice: MinutesNotice): KnownBlock[] {
  const { planTitle: plan, place } = notice
  const facts = { plan, place, day: dayOf(locale, notice), time: clockOf(notice, 0) }
  return [
    ...paragraphs(pointOf(locale, notice).split('\n')),
    note(t(locale, 'minutes.meeting', facts)),
    note(t(locale, 'minutes.attached')),
  ]
}

/** What it says in short: outcomes counted, or the amendment itself. */
function pointOf(locale: Locale, { number, counts, text }: MinutesNotice): string {
  return number === 0 ? t(locale, 'minutes.counts', counts) : text
}

function draftButtons(locale: Locale, notice: MinutesNotice): KnownBlock {
  return buttons(submitButton(locale, notice), ...redraftButtons(locale, notice))
}

function submitButton(locale: Locale, notice: MinutesNotice) {
  return button(ids.minutes.submit, t(locale, 'minutes.submit'), referenceValue(notice), { style: 'primary' })
}

/** An amendment is drafted anew by its words. */
function redraftButtons(locale: Locale, notice: MinutesNotice) {
  return notice.number === 0 ? [button(ids.minutes.redraft, t(locale, 'minutes.redraft'), referenceValue(notice))] : []
}

function signButton(locale: Locale, notice: MinutesNotice) {
  const question = t(locale, 'minutes.sign_confirm', notice)
  return button(ids.minutes.sign, t(locale, 'minutes.sign'), referenceValue(notice), {
    style: 'primary',
    confirm: confirm(t(locale, 'minutes.sign'), question, t(locale, 'button.yes'), t(locale, 'button.no')),
  })
}

function referenceValue({ planId, no, number, version }: MinutesNotice): string {
  return inPlan(planId, `${no}/${number}/${version}`)
}

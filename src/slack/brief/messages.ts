import type { Button, KnownBlock } from '@slack/types'
import { type Brief, countBrief, countOf, shortenBrief } from '../../domain/brief.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { replyButtons } from '../attendance/messages.ts'
import { button, clip, type Message, message, note, paragraph, paragraphs, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { clockOf, dayOf } from '../meeting-times.ts'
import { inPlan } from '../plan-value.ts'
import { reportButton, showButton } from '../todo/lines.ts'
import { owedParts, slipParts } from './owed.ts'

const textShown = 60
/** Slack takes 50 blocks and about 13,200 characters a message; a thing with a button of its own is a block. */
const blocksAtMost = 50
const lengthAtMost = 13_000

/** A thing of a brief: its line, and what can be done about it. */
type Thing = { line: string; act: Button }

/**
 * The one bundled direct message of a working day: each thing under its heading, its button beside it. Where all the
 * buttons would not fit, the commands under each heading do, and of long lists the heads; the others are counted.
 */
export function briefMessage(locale: Locale, brief: Brief): Message {
  const shorter = [8, 5, 3, 2, 1].map((each) => () => build(locale, shortenBrief(brief, each), false))
  for (const one of [() => build(locale, brief, true), ...shorter]) {
    const built = one()
    if (built.blocks.length <= blocksAtMost && JSON.stringify(built.blocks).length <= lengthAtMost) return built
  }
  return build(locale, shortenBrief(brief, 0), false)
}

function build(locale: Locale, brief: Brief, acts: boolean): Message {
  const units = brief.units.join(t(locale, 'list.separator'))
  const part = (head: string, things: readonly Thing[], what: string) => partBlocks(head, things, what, acts)
  const blocks = [
    ...slipParts(locale, brief, acts),
    ...brief.meetings.flatMap((meeting) => reminder(locale, brief, meeting)),
    ...brief.missing.map((one) =>
      paragraph(
        t(locale, 'brief.missing', {
          no: one.no,
          day: dayOf(locale, { startsAt: one.startsAt, zone: brief.zone }),
          count: one.units.length,
          units: clip(one.units.join(t(locale, 'list.separator')), 400),
        }),
      ),
    ),
    ...owedParts(locale, brief, acts),
    ...part(
      t(locale, 'brief.actions', { count: countOf(brief, 'actions') }),
      actions(locale, brief),
      t(locale, 'brief.actions_note'),
    ),
    ...part(
      t(locale, 'brief.consultations', { count: countOf(brief, 'consultations') }),
      consultations(locale, brief),
      t(locale, 'brief.issue_note'),
    ),
    ...part(
      t(locale, 'brief.to_verify', { count: countOf(brief, 'toVerify') }),
      verifications(locale, brief),
      t(locale, 'brief.verify_note'),
    ),
    ...part(
      t(locale, 'brief.agreed', { count: countOf(brief, 'agreed') }),
      agreed(locale, brief),
      t(locale, 'brief.issue_note'),
    ),
    ...part(
      t(locale, 'brief.escalated', { count: countOf(brief, 'escalated') }),
      escalations(locale, brief),
      t(locale, 'brief.issue_note'),
    ),
    ...(brief.toReview > 0 ? reviewBlocks(locale, brief, acts) : []),
    ...(brief.more > 0 ? [note(t(locale, 'brief.more', { count: brief.more }))] : []),
  ]
  return message(t(locale, 'brief.title', { units: clip(units, 100), count: countBrief(brief) }), [
    note(`${day(locale, brief.day)} · ${brief.planTitle}`),
    ...(brief.missed > 0 ? [note(t(locale, 'brief.missed', { count: brief.missed }))] : []),
    ...blocks,
  ])
}

function reminder(locale: Locale, brief: Brief, meeting: Brief['meetings'][number]): KnownBlock[] {
  const facts = { startsAt: meeting.startsAt, zone: brief.zone }
  const { no, place, fromMinute, untilMinute, items, required, unanswered } = meeting
  const head = t(locale, 'brief.meeting', {
    no,
    place,
    required,
    day: dayOf(locale, facts),
    from: clockOf(facts, fromMinute),
    to: clockOf(facts, untilMinute),
    places: items.map((item) => item.place).join(t(locale, 'agenda.comma')),
  })
  const lines = items.map((item) =>
    t(locale, 'brief.item', {
      no: item.no,
      title: short(item.title),
      from: clockOf(facts, item.startMinute),
      to: clockOf(facts, item.startMinute + item.minutes),
    }),
  )
  return [
    strong(head),
    ...paragraphs([...lines, ...(unanswered ? [t(locale, 'brief.unanswered')] : [])]),
    ...(unanswered ? [replyButtons(locale, { planId: brief.planId, no })] : []),
  ]
}

function actions(locale: Locale, { actions: list, planId }: Brief): Thing[] {
  return list.map(({ no, text, unit, dueOn, concern }) => ({
    line: t(locale, 'brief.action', {
      no,
      text: short(text),
      unit,
      due: day(locale, dueOn),
      concern: t(locale, `brief.concern.${concern}`),
    }),
    act: reportButton(locale, planId, { no, state: 'open' }),
  }))
}

function consultations(locale: Locale, { consultations: list, planId }: Brief): Thing[] {
  return list.map(({ issueNo, title, unit, askedOn }) => ({
    line: t(locale, 'brief.consultation', { no: issueNo, title: short(title), unit, day: day(locale, askedOn) }),
    act: issueButton(locale, planId, issueNo),
  }))
}

function verifications(locale: Locale, { toVerify: list, planId }: Brief): Thing[] {
  return list.map(({ no, text, owner, reportedOn }) => ({
    line: t(locale, 'brief.verify', { no, text: short(text), owner, day: day(locale, reportedOn) }),
    act: showButton(locale, planId, no),
  }))
}

function agreed(locale: Locale, { agreed: list, planId }: Brief): Thing[] {
  return list.map(({ issueNo, title }) => ({
    line: t(locale, 'brief.agreed_line', { no: issueNo, title: short(title) }),
    act: issueButton(locale, planId, issueNo),
  }))
}

function escalations(locale: Locale, { escalated: list, planId }: Brief): Thing[] {
  return list.map(({ issueNo, title, carried, since }) => ({
    line: t(locale, 'brief.escalated_line', { no: issueNo, title: short(title), carried, day: day(locale, since) }),
    act: issueButton(locale, planId, issueNo),
  }))
}

function issueButton(locale: Locale, planId: number, no: number): Button {
  return button(ids.issue.show, t(locale, 'issue.show'), inPlan(planId, String(no)))
}

/** The reports that wait for the office, with the way to them. */
function reviewBlocks(locale: Locale, { planId, toReview: count }: Brief, acts: boolean): KnownBlock[] {
  const line = paragraph(t(locale, 'brief.review', { count }))
  if (!acts) return [line]
  return [{ ...line, accessory: button(ids.review.open, t(locale, 'brief.review_open'), inPlan(planId, 'all')) }]
}

function partBlocks(head: string, things: readonly Thing[], what: string, acts: boolean): KnownBlock[] {
  if (things.length === 0) return []
  const lines = acts
    ? things.map(({ line, act }): KnownBlock => ({ ...paragraph(line), accessory: act }))
    : paragraphs(things.map(({ line }) => line))
  return [strong(head), ...lines, note(what)]
}

const short = (text: string) => clip(text, textShown)
const day = (locale: Locale, iso: string) => t(locale, 'day.short', { day: iso })

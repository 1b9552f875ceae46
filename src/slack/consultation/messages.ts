import type { KnownBlock } from '@slack/types'
import { isEnded } from '../../domain/consultation/consultation.ts'
import type { ConsultationNotice, SettlementNotice } from '../../domain/consultation/consultation-notice.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { AnsweredConsultation } from '../../usecases/consultation/answer-consultation.ts'
import type { AskedConsultation } from '../../usecases/consultation/ask-consultation.ts'
import { buttons, clip, type Message, message, note, paragraphs } from '../blocks.ts'
import { answerButtons, answerKey, countOf, settleButton, unitLines } from './standing.ts'

/** Ten actions of four hundred characters each and a text of two thousand stay below what Slack takes in a message. */
const actionLine = 600

/** A consultation in the meeting channel, as it stands: the proposal, each unit's answer, and the two answers to give. */
export function consultationMessage(locale: Locale, notice: ConsultationNotice): Message {
  const { state, proposal, ending, askedOn, no } = notice
  const day = t(locale, 'day.short', { day: askedOn })
  return message(title(locale, notice), [
    ...paragraphs([t(locale, 'consultation.proposal_line', { proposal })]),
    ...paragraphs(unitLines(locale, notice.units)),
    ...(ending ? [note(t(locale, `consultation.ending.${ending}`))] : []),
    ...(isEnded(state) ? [] : [buttons(...answerButtons(locale, notice)), openNote(locale, state, { day, no })]),
  ])
}

function openNote(locale: Locale, state: ConsultationNotice['state'], asked: { day: string; no: number }): KnownBlock {
  return note(state === 'agreed' ? t(locale, 'consultation.agreed_note') : t(locale, 'consultation.asked_note', asked))
}

function title(locale: Locale, notice: ConsultationNotice): string {
  const standing = { no: notice.no, title: notice.title, ...countOf(notice) }
  switch (notice.state) {
    case 'asked':
    case 'objected':
      return t(locale, 'consultation.asked_title', standing)
    case 'agreed':
      return t(locale, 'consultation.agreed_title', standing)
    case 'settled':
      return t(locale, 'consultation.settled_title', standing)
    case 'dropped':
      return t(locale, 'consultation.dropped_title', standing)
  }
}

/** The offer to whoever asked: all agree, so the issue can be settled without the meeting; brought up to date later. */
export function agreedMessage(locale: Locale, notice: ConsultationNotice): Message {
  const { state, proposal, ending, no, title: of } = notice
  const standing = { no, title: of, ...countOf(notice) }
  const lines = paragraphs([t(locale, 'consultation.proposal_line', { proposal }), ...unitLines(locale, notice.units)])
  if (state === 'agreed') {
    return message(t(locale, 'consultation.offer_title', standing), [
      ...lines,
      buttons(settleButton(locale, notice)),
      note(t(locale, 'consultation.offer_note')),
    ])
  }
  if (!isEnded(state)) return message(t(locale, 'consultation.offer_waits_title', standing), lines)
  return message(title(locale, notice), ending ? [note(t(locale, `consultation.ending.${ending}`))] : [])
}

/** An issue that was settled without a meeting, for the meeting channel. */
export function settledMessage(locale: Locale, settled: SettlementNotice): Message {
  const { outcome, ground, text, actions } = settled
  const lines = actions.map(({ owner, coUnits, text: what, dueOn, measure }) =>
    t(locale, 'consultation.action_line', {
      owner,
      coUnits: coUnits.join(t(locale, 'list.separator')),
      text: what,
      day: t(locale, 'day.short', { day: dueOn }),
      measure,
    }),
  )
  return message(t(locale, `consultation.settled_${outcome}`, settled), [
    ...paragraphs(text === '' ? [] : [text]),
    ...paragraphs(lines.map((line) => clip(line, actionLine))),
    note(t(locale, `consultation.ground.${ground}`)),
  ])
}

/** The receipt of a consultation, to the convener alone. */
export function askedMessage(locale: Locale, asked: AskedConsultation): Message {
  const join = (units: readonly string[]) => units.join(t(locale, 'list.separator'))
  return message(t(locale, 'consultation.asked', { ...asked, count: asked.units.length }), [
    ...paragraphs([
      t(locale, 'consultation.asked_units', { units: join(asked.units) }),
      ...(asked.silent.length > 0 ? [t(locale, 'consultation.asked_silent', { units: join(asked.silent) })] : []),
      ...(asked.replaced ? [t(locale, 'consultation.asked_replaced')] : []),
    ]),
    note(t(locale, 'consultation.asked_next')),
  ])
}

/** The receipt of an answer, to the liaison alone. */
export function answeredMessage(locale: Locale, answered: AnsweredConsultation): Message {
  const { no, agrees, remark, before, units } = answered
  const names = { no, units: units.join(t(locale, 'list.separator')) }
  const said = before === null ? '' : t(locale, answerKey(before))
  return message(t(locale, agrees ? 'consultation.answered_agree' : 'consultation.answered_object', names), [
    ...paragraphs([
      ...(remark === '' ? [] : [t(locale, 'consultation.remark_line', { remark })]),
      ...(before === null ? [] : [t(locale, 'consultation.answered_before', { before: said })]),
    ]),
    note(t(locale, 'consultation.answered_next', answered)),
  ])
}

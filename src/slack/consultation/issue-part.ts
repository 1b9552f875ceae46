import type { KnownBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { IssueConsultation } from '../../usecases/consultation/show-consultation.ts'
import { button, buttons, paragraphs } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { answerButtons, countOf, settleButton, unitLinesInView } from './standing.ts'

/** The latest consultation in the view of an issue: where it stands, the proposal, each unit's answer, what can be done. */
export function consultationBlocks(locale: Locale, no: number, consultation: IssueConsultation): KnownBlock[] {
  const { planId, latest, mayConsult, mayAnswer, maySettle } = consultation
  const actions = [
    ...(latest && mayAnswer ? answerButtons(locale, latest) : []),
    ...(maySettle ? [settleButton(locale, { planId, no })] : []),
    ...(mayConsult ? [button(ids.consultation.open, t(locale, 'consultation.open'), inPlan(planId, String(no)))] : []),
  ]
  return [
    ...(latest ? standing(locale, latest) : []),
    ...(actions.length > 0 ? [{ ...buttons(...actions), block_id: 'consultation' }] : []),
  ]
}

function standing(locale: Locale, latest: NonNullable<IssueConsultation['latest']>): KnownBlock[] {
  const { proposal, state, askedOn } = latest
  const day = t(locale, 'day.short', { day: askedOn })
  return paragraphs([
    t(locale, 'consultation.latest', { ...countOf(latest), day, state: t(locale, `consultation.state.${state}`) }),
    t(locale, 'consultation.proposal_line', { proposal }),
    ...unitLinesInView(locale, latest.units),
  ])
}

import type { ConsultationNotice } from '../../domain/consultation/consultation-notice.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { button, clip } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'

/** A remark longer than this is cut where many units answered, so that the message stays below what Slack takes. */
const fewUnits = 8
const manyUnitsRemark = 60

/** How many units were asked, answered and objected. */
export function countOf({ units }: Pick<ConsultationNotice, 'units'>) {
  const answered = units.filter((one) => one.agrees !== null).length
  return { asked: units.length, answered, objections: units.filter((one) => one.agrees === false).length }
}

/** A line for every unit that was asked: its answer, its line and, where `dated`, the day. */
export function unitLines(locale: Locale, { units }: Pick<ConsultationNotice, 'units'>, dated: boolean): string[] {
  return units.map(({ unit, agrees, remark, answeredOn }) =>
    t(locale, 'consultation.unit_line', {
      unit,
      answer: t(locale, answerKey(agrees)),
      remark: units.length > fewUnits ? clip(remark, manyUnitsRemark) : remark,
      day: dated && answeredOn ? t(locale, 'day.short', { day: answeredOn }) : '',
    }),
  )
}

/** The name of an answer. */
export function answerKey(agrees: boolean | null) {
  if (agrees === null) return 'consultation.answer.none'
  return agrees ? 'consultation.answer.agrees' : 'consultation.answer.objects'
}

type Named = Pick<ConsultationNotice, 'planId' | 'no' | 'consultationId'>

/** 同意 and 有异议; they name the consultation, so that a replaced one is not answered by mistake. */
export function answerButtons(locale: Locale, { planId, no, consultationId }: Named) {
  const value = inPlan(planId, `${no}/${consultationId}`)
  return [
    button(ids.consultation.agree, t(locale, 'consultation.agree'), value),
    button(ids.consultation.object, t(locale, 'consultation.object'), value),
  ]
}

/** 会外议定 */
export function settleButton(locale: Locale, { planId, no }: Pick<Named, 'planId' | 'no'>) {
  return button(ids.decision.settle, t(locale, 'consultation.settle'), inPlan(planId, String(no)), { style: 'primary' })
}

import type { ConsultationNotice } from '../../domain/consultation/consultation-notice.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { button, clip } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'

/** Where more units are asked, their remarks share so many characters, so that the message stays below what Slack takes. */
const fewUnits = 8
const sharedByMany = 2400
const sharedInView = 1600

/** How many units were asked, answered and objected. */
export function countOf({ units }: Pick<ConsultationNotice, 'units'>) {
  const answered = units.filter((one) => one.agrees !== null).length
  return { asked: units.length, answered, objections: units.filter((one) => one.agrees === false).length }
}

type Units = ConsultationNotice['units']

/** A line for every unit that was asked: its answer and its remark. */
export function unitLines(locale: Locale, units: Units): string[] {
  const share = units.length > fewUnits ? sharedByMany / units.length : Number.POSITIVE_INFINITY
  return units.map((one) => unitLine(locale, one, share, ''))
}

/** The same with days, for the view of an issue, which holds much else: of many units only objections have their own line. */
export function unitLinesInView(locale: Locale, units: Units): string[] {
  const dayOf = ({ answeredOn }: Units[number]) => (answeredOn ? t(locale, 'day.short', { day: answeredOn }) : '')
  if (units.length <= fewUnits) return units.map((one) => unitLine(locale, one, Number.POSITIVE_INFINITY, dayOf(one)))
  const objections = units.filter((one) => one.agrees === false)
  const others = [true, null].flatMap((agrees) => {
    const names = units.filter((one) => one.agrees === agrees).map((one) => one.unit)
    const unit = names.join(t(locale, 'list.separator'))
    return names.length > 0 ? [unitLine(locale, { unit, agrees, remark: '' }, 0, '')] : []
  })
  return [...objections.map((one) => unitLine(locale, one, sharedInView / objections.length, dayOf(one))), ...others]
}

type Said = Pick<Units[number], 'unit' | 'agrees' | 'remark'>

function unitLine(locale: Locale, { unit, agrees, remark }: Said, share: number, day: string): string {
  return t(locale, 'consultation.unit_line', {
    unit,
    answer: t(locale, answerKey(agrees)),
    remark: clip(remark, Math.max(20, Math.floor(share))),
    day,
  })
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

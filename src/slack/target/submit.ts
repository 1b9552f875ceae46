import { DomainError } from '../../domain/errors.ts'
import { parseMeasurementDay } from '../../domain/measurement-day.ts'
import { checkSource } from '../../domain/measurement-source.ts'
import { parseQuantity } from '../../domain/quantity.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError } from '../../i18n/translate.ts'
import { type MeasurementInput, recordMeasurement } from '../../usecases/target/record-measurement.ts'
import { ids } from '../ids.ts'
import { namesOf } from '../names.ts'
import { optionalNumber, wholeNumber } from '../requests/handed-back.ts'
import type { FieldErrors, Fields, Request, SubmitRequest } from '../requests/request.ts'
import { measurementMessage } from './messages.ts'
import { parseTargetChoice } from './views.ts'

/** Checks the form before it closes; what is wrong is said at the field. */
export function checkMeasurement(
  fields: Fields,
  locale: Locale,
  metadata: Record<string, unknown>,
): { errors: FieldErrors } | { input: MeasurementInput } {
  const { targetId, unit, signed } = parseTargetChoice(fields[ids.target.target]?.selected_option?.value ?? '')
  const value = fields[ids.target.value]?.value ?? ''
  const day = fields[ids.target.day]?.selected_date ?? ''
  const source = fields[ids.target.source]?.value ?? ''
  const unitId = optionalNumber(fields[ids.target.unit]?.selected_option?.value)
  const wrong = {
    ...refusal(locale, ids.target.value, () => parseQuantity(value, unit, signed)),
    ...refusal(locale, ids.target.day, () => parseMeasurementDay(day, String(metadata.today))),
    ...refusal(locale, ids.target.source, () => checkSource(source)),
  }
  return Object.keys(wrong).length > 0 ? { errors: wrong } : { input: { targetId, value, day, unitId, source } }
}

/** Records what the form holds and answers with the receipt. */
export async function submitMeasurement(request: SubmitRequest, input: MeasurementInput): Promise<void> {
  const { metadata } = request
  const actor = { ...request.actor, planId: wholeNumber(metadata.planId) }
  await recordValue({ ...request, actor }, input)
}

function refusal(locale: Locale, field: string, check: () => unknown): FieldErrors {
  try {
    check()
    return {}
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { [field]: describeError(locale, error) }
  }
}

/** Records a value and answers with the receipt. */
export async function recordValue(request: Request, input: MeasurementInput): Promise<void> {
  const { context, actor, locale, client, reply } = request
  const receipt = await recordMeasurement(context, actor, input)
  const names = receipt.superseded ? await namesOf(client, [receipt.superseded.by]) : {}
  await reply(measurementMessage(locale, receipt, names))
}

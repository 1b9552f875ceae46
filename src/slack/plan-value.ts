import { wholeNumber } from './requests/handed-back.ts'

/** A button's value that names its plan, so that it works whichever plan the person's commands speak of. */
export function inPlan(planId: number, value: string): string {
  return `${planId}/${value}`
}

/** What {@link inPlan} wrote. */
export function ofPlan(value: string): { planId: number; value: string } {
  const [planId = '', ...rest] = value.split('/')
  return { planId: wholeNumber(planId), value: rest.join('/') }
}

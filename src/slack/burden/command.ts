import { DomainError } from '../../domain/errors.ts'
import { showBurden } from '../../usecases/burden/show-burden.ts'
import { ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, Request } from '../requests/request.ts'
import { detailMessage } from './detail.ts'
import { burdenMessage, peopleMessage } from './messages.ts'

/** `/plan burden [2024H1]`: the burden ledger of a period. */
export async function burdenCommand({ context, actor, locale, reply }: Request, period: string): Promise<void> {
  await reply(burdenMessage(locale, await showBurden(context, actor, period), 1))
}

/** Another page of the ledger, or its other list, in its place. */
export async function turnBurden(request: ActionRequest): Promise<void> {
  const { locale, replace } = request
  const { shown, name, page } = await named(request)
  await replace(name === 'people' ? peopleMessage(locale, shown, page) : burdenMessage(locale, shown, page))
}

/** A unit was chosen, or another page of what was counted for it. */
export async function showUnitBurden(request: ActionRequest): Promise<void> {
  const { locale, reply } = request
  const { shown, name, page } = await named(request)
  const unit = shown.burden.units.find(({ unitId }) => String(unitId) === name)
  if (!unit) throw new DomainError('burden.unit_gone')
  await reply(detailMessage(locale, shown, unit, page))
}

async function named({ context, actor, value }: ActionRequest) {
  const { planId, value: rest } = ofPlan(value)
  const [period = '', name = '', page = '1'] = rest.split('/')
  return { shown: await showBurden(context, { ...actor, planId }, period), name, page: wholeNumber(page) }
}

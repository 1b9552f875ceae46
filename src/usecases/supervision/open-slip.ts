import { findSlipById } from '../../db/slip-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { nextSlipState, parseSlipLabel, type SlipEvent, slipLabel } from '../../domain/supervision/slip.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { type SeenSlip, seeSlips } from './list-slips.ts'
import { isOwn, seenSlip } from './slip-access.ts'

/** What a form asks about a slip. */
type SlipForm = Extract<SlipEvent, 'sign' | 'decline' | 'withdraw'>

const actions = { sign: 'supervision.sign', decline: 'supervision.approve', withdraw: 'supervision.withdraw' } as const

/**
 * A slip before the form of what is to be done to it is shown: refused as the form's submission would be. `named` is its
 * number, or the id of one that has none yet.
 * @throws DomainError `slip.unknown` {slip}, `slip.gone`, `slip.not_yours` {slip, unit}, `slip.not_possible` {slip, state}
 */
export async function openSlip(context: Context, actor: Actor, named: string, form: SlipForm): Promise<SeenSlip> {
  return reading(context, actor, actions[form], async (work) => {
    const { tx, plan } = work
    const number = form === 'decline' ? null : parseSlipLabel(named)
    const row = number
      ? await seenSlip(work, number)
      : await findSlipById(tx, plan.id, /^\d{1,9}$/.test(named) ? Number(named) : 0)
    // By its id only a slip before the leading group is named, which is nobody else's to see.
    if (!row || (!number && form !== 'decline')) throw new DomainError('slip.gone')
    if (form === 'sign' && !isOwn(work, row))
      throw new DomainError('slip.not_yours', { slip: slipLabel(row), unit: row.unit })
    nextSlipState(slipLabel(row), row.state, form)
    const [seen] = await seeSlips(work, [row])
    if (!seen) throw new DomainError('slip.gone')
    return seen
  })
}

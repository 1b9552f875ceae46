import type { Button } from '@slack/types'
import type { Duty } from '../../domain/home-duties.ts'
import { slipLabel } from '../../domain/supervision/slip.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { LeaderPart } from '../../usecases/home/leader-part.ts'
import type { LiaisonPart } from '../../usecases/home/liaison-part.ts'
import { button, confirm } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'

type Slip = LiaisonPart['slips'][number]

/** Opens the form in which a unit signs for a slip; the button names it by its number. */
export function signSlipButton(locale: Locale, planId: number, slip: Slip): Button {
  return button(ids.supervision.sign, t(locale, 'home.sign_slip'), inPlan(planId, slipLabel(slip)))
}

/** Lets a red slip go out. */
export function approveSlipButton(locale: Locale, planId: number, { id, unit }: Slip): Button {
  const yes = t(locale, 'home.approve_slip')
  return button(ids.supervision.approve, yes, inPlan(planId, String(id)), {
    confirm: confirm(yes, t(locale, 'home.approve_slip_confirm', { unit }), yes, t(locale, 'button.no')),
  })
}

/** What is done about a milestone or a visit that is owed. */
export function dutyButton(locale: Locale, planId: number, { kind, items: [item] }: Duty): Button {
  const value = inPlan(planId, String(item?.no ?? 0))
  return kind === 'visit'
    ? button(ids.enterprise.visit, t(locale, 'home.visit'), value)
    : button(ids.milestone.done, t(locale, 'home.done'), value)
}

/** Shows a digest that waits for a leader as it would be posted, with the way to approve it. */
export function showDigestButton(locale: Locale, planId: number, digest: LeaderPart['digests'][number]): Button {
  return button(ids.digest.show, t(locale, 'issue.show'), inPlan(planId, `${digest.id}/${digest.version}`))
}

/** Lets a digest be posted, as it stands. */
export function approveDigestButton(locale: Locale, planId: number, digest: LeaderPart['digests'][number]): Button {
  const yes = t(locale, 'home.approve_digest')
  return button(ids.digest.approve, yes, inPlan(planId, `${digest.id}/${digest.version}`), {
    confirm: confirm(yes, t(locale, 'home.approve_digest_confirm'), yes, t(locale, 'button.no')),
  })
}

/** Signs minutes that were put before the leaders, in the version that is shown. */
export function signMinutesButton(locale: Locale, planId: number, draft: LeaderPart['minutes'][number]): Button {
  const { no, number, version } = draft
  const yes = t(locale, 'minutes.sign')
  const question = t(locale, 'home.sign_confirm', { no, number })
  return button(ids.minutes.sign, yes, inPlan(planId, `${no}/${number}/${version}`), {
    confirm: confirm(yes, question, t(locale, 'button.yes'), t(locale, 'button.no')),
  })
}

/** The whole board of a period. */
export function boardButton(locale: Locale, planId: number, periodKey: string): Button {
  return button(ids.progress.boardPage, t(locale, 'home.whole_board'), inPlan(planId, `${periodKey}/1`))
}

/** The reports that wait for the office. */
export function reviewButton(locale: Locale, planId: number, count: number): Button {
  return button(ids.review.open, t(locale, 'home.review', { count }), inPlan(planId, 'all'))
}

/** Everything that is overdue. */
export function overdueButton(locale: Locale, planId: number): Button {
  return button(ids.supervision.overduePage, t(locale, 'home.whole_overdue'), inPlan(planId, '1'))
}

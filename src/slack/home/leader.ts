import type { KnownBlock } from '@slack/types'
import { DateTime } from 'luxon'
import { statuses } from '../../domain/progress-report.ts'
import { amount, roundedAmount, signedAmount } from '../../i18n/amounts.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { LeaderPart } from '../../usecases/home/leader-part.ts'
import type { Home } from '../../usecases/home/show-home.ts'
import { button, buttons, clip, note, paragraph, paragraphs, strong } from '../blocks.ts'
import { digestTitle } from '../digest/messages.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { standingWords } from '../target/table.ts'
import { approveDigestButton, approveSlipButton, showDigestButton, signMinutesButton } from './buttons.ts'
import { leftOut, type Room } from './room.ts'
import { slipLine } from './slip-line.ts'

const targetsShown = 10
const nameLength = 80

/** The part of a leader: where the plan stands now, then what waits for their decision. */
export function leaderBlocks(locale: Locale, home: Home, part: LeaderPart, room: Room): KnownBlock[] {
  return [...digestBlocks(locale, part), ...waitingBlocks(locale, home, part, room)]
}

/** The digest, live: its point, then each target against its due value, those behind first. */
function digestBlocks(locale: Locale, { digest }: LeaderPart): KnownBlock[] {
  const order = ['behind', null, 'on_track', 'ahead', 'done']
  const targets = digest.targets.toSorted((one, other) => order.indexOf(one.status) - order.indexOf(other.status))
  const lines = targets.slice(0, targetsShown).map((target) => {
    const { metric, taskNo, unit, current, due, gap } = target
    return t(locale, 'home.target', {
      status: standingWords(locale, target),
      metric: t(locale, 'target.metric', { metric: clip(metric, nameLength), taskNo }),
      current: current === null ? null : amount(locale, current, unit),
      due: due === null ? null : roundedAmount(locale, due, unit),
      gap: gap === null ? null : signedAmount(locale, gap, unit),
    })
  })
  const claims = statuses
    .filter((status) => digest.statusCounts[status] > 0)
    .map((status) =>
      t(locale, 'digest.claim', { status: t(locale, `status.${status}`), count: digest.statusCounts[status] }),
    )
  return [
    strong(digestTitle(locale, digest)),
    ...paragraphs(lines),
    ...leftOut(locale, targets.length - targetsShown, '/target'),
    ...(claims.length > 0 ? [note(t(locale, 'digest.claims', { counts: claims.join(' · ') }))] : []),
  ]
}

function waitingBlocks(locale: Locale, { planId, zone }: Home, part: LeaderPart, room: Room): KnownBlock[] {
  const { escalated, redSlips, minutes, digests } = part
  const count = escalated.length + redSlips.length + minutes.length + digests.length
  if (count === 0) return [note(t(locale, 'home.nothing_waits'))]
  const dayOf = (at: Date) => t(locale, 'day.short', { day: DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd') })
  return [
    strong(t(locale, 'home.waits', { count })),
    ...escalated.slice(0, room.waiting).map(
      ({ no, title, carried, units }): KnownBlock => ({
        ...paragraph(t(locale, 'home.escalated', { no, title: clip(title, nameLength), carried, units: units.length })),
        accessory: button(ids.issue.show, t(locale, 'issue.show'), inPlan(planId, String(no))),
      }),
    ),
    ...leftOut(locale, escalated.length - room.waiting, '/issue list'),
    ...redSlips
      .slice(0, room.waiting)
      .map((slip) => ({ ...paragraph(slipLine(locale, slip)), accessory: approveSlipButton(locale, planId, slip) })),
    ...(redSlips.length > 0 ? [note(t(locale, 'home.red_how'))] : []),
    ...leftOut(locale, redSlips.length - room.waiting, '/todo slips'),
    ...minutes.slice(0, room.waiting).map((draft) => ({
      ...paragraph(t(locale, 'home.minutes', draft)),
      accessory: signMinutesButton(locale, planId, draft),
    })),
    ...leftOut(locale, minutes.length - room.waiting, '/meeting list'),
    ...digests.slice(0, room.waiting).flatMap((digest): KnownBlock[] => [
      paragraph(
        t(locale, 'home.digest', {
          day: dayOf(digest.since),
          cadence: t(locale, 'digest.cadence', { cadence: digest.cadence }),
        }),
      ),
      buttons(approveDigestButton(locale, planId, digest), showDigestButton(locale, planId, digest)),
    ]),
    ...leftOut(locale, digests.length - room.waiting, '/digest subscriptions'),
  ]
}

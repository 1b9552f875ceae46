import type { KnownBlock } from '@slack/types'
import type { Duty } from '../../domain/home-duties.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { LiaisonPart } from '../../usecases/home/liaison-part.ts'
import type { Home } from '../../usecases/home/show-home.ts'
import { button, buttons, clip, confirm, note, paragraph, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { openValue } from '../progress/choice.ts'
import { dutyButton, signSlipButton } from './buttons.ts'
import { leftOut, type Room } from './room.ts'
import { slipLine } from './slip-line.ts'

const titleLength = 120

/** The part of a liaison: slips to sign for, reports and the rest that is owed, by day, one button each. */
export function liaisonBlocks(locale: Locale, home: Home, part: LiaisonPart, room: Room): KnownBlock[] {
  const reports = part.duties.filter(({ kind }) => kind === 'report')
  const others = part.duties.filter(({ kind }) => kind !== 'report')
  return [
    ...slipBlocks(locale, home, part, room),
    ...(reports.length === 0 ? [note(noneOwed(locale, home, part))] : reportBlocks(locale, home, reports, room)),
    ...otherBlocks(locale, home, others, room),
  ]
}

/** What was asked of the person's units in the period, and their minutes in meetings. */
export function askedLine(locale: Locale, { asked: { periodKey, counts, minutes, waiting } }: LiaisonPart): string {
  const asked = counts.map((one) => t(locale, 'burden.own_kind', one)).join(t(locale, 'list.separator'))
  const period = t(locale, 'period.name', { key: periodKey })
  return t(locale, 'burden.own', { period, asked, minutes, waiting })
}

function slipBlocks(locale: Locale, { planId }: Home, { slips }: LiaisonPart, room: Room): KnownBlock[] {
  if (slips.length === 0) return []
  return [
    strong(t(locale, 'home.slips', { count: slips.length })),
    ...slips
      .slice(0, room.slips)
      .map((slip) => ({ ...paragraph(slipLine(locale, slip)), accessory: signSlipButton(locale, planId, slip) })),
    ...leftOut(locale, slips.length - room.slips, '/todo slips'),
  ]
}

/** Nothing is owed: because all is filed, or because the period is not asked for yet. */
function noneOwed(locale: Locale, { period }: Home, { reports: total }: LiaisonPart): string {
  const name = t(locale, 'period.name', { key: period.key })
  if (total > 0) return t(locale, 'home.all_filed', { period: name, total })
  return t(locale, 'home.not_open', { period: name, opens: t(locale, 'day.short', { day: period.opensOn }) })
}

function reportBlocks(locale: Locale, { planId, units }: Home, duties: readonly Duty[], room: Room): KnownBlock[] {
  const groups = [...Map.groupBy(duties, ({ subject }) => subject).values()]
  let left = room.reports
  const blocks = groups.flatMap((group): KnownBlock[] => {
    const [first] = group
    const lines = group.flatMap(({ unitId, unit, items }) => items.map((item) => ({ ...item, unitId, unit })))
    const shown = lines.toSorted((one, other) => one.no - other.no).slice(0, left)
    left -= shown.length
    if (!first || shown.length === 0) return []
    const periodKey = first.subject.replace('report/', '')
    return [
      strong(
        t(locale, 'home.owed', {
          period: t(locale, 'period.name', { key: periodKey }),
          count: lines.length,
          due: t(locale, 'day.short', { day: first.dueOn }),
          late: lateWords(locale, first),
        }),
      ),
      ...shown.map(({ no, title, unit, unitId }): KnownBlock => {
        const named = { taskNo: no, unitId, periodKey }
        return {
          ...paragraph(
            t(locale, 'home.owed_line', {
              status: t(locale, 'status.missing'),
              no,
              title: clip(title, titleLength),
              unit: units.length > 1 ? unit : null,
            }),
          ),
          accessory: button(ids.progress.open, t(locale, 'home.report'), openValue(planId, named)),
        }
      }),
    ]
  })
  const count = duties.reduce((sum, { items }) => sum + items.length, 0)
  const unchanged = t(locale, 'home.unchanged')
  const question = confirm(unchanged, t(locale, 'home.unchanged_confirm', { count }), unchanged, t(locale, 'button.no'))
  return [
    ...blocks,
    ...leftOut(locale, count - (room.reports - left), '/progress list'),
    buttons(
      button(ids.progress.open, t(locale, 'home.report_all'), openValue(planId, 'all')),
      button(ids.progress.unchanged, unchanged, inPlan(planId, 'all'), { confirm: question }),
    ),
  ]
}

function otherBlocks(locale: Locale, { planId }: Home, duties: readonly Duty[], room: Room): KnownBlock[] {
  if (duties.length === 0) return []
  return [
    strong(t(locale, 'home.duties', { count: duties.length })),
    ...duties.slice(0, room.duties).map((duty): KnownBlock => {
      const { kind, dueOn, items } = duty
      const [{ no, title } = { no: 0, title: '' }] = items
      const due = t(locale, 'day.short', { day: dueOn })
      const late = lateWords(locale, duty)
      return {
        ...paragraph(t(locale, 'home.duty', { kind, no, title: clip(title, titleLength), due, late })),
        accessory: dutyButton(locale, planId, duty),
      }
    }),
    ...leftOut(locale, duties.length - room.duties, '/todo'),
  ]
}

function lateWords(locale: Locale, { daysLate }: Duty): string | null {
  return daysLate === null ? null : t(locale, 'todo.standing.late', { days: daysLate })
}

import type { KnownBlock } from '@slack/types'
import type { LateUnit } from '../../domain/home-duties.ts'
import type { BoardLine } from '../../domain/report-board.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { OfficePart } from '../../usecases/home/office-part.ts'
import type { Home } from '../../usecases/home/show-home.ts'
import { buttons, clip, note, paragraph, strong } from '../blocks.ts'
import { boardButton, overdueButton, reviewButton } from './buttons.ts'
import { leftOut, type Room } from './room.ts'

const nameLength = 60
const kinds = ['report', 'action', 'milestone', 'visit'] as const

/** The part of the office: the board of units, what waits to be reviewed, and who is late with what. */
export function officeBlocks(locale: Locale, home: Home, part: OfficePart, room: Room): KnownBlock[] {
  return [
    ...boardBlocks(locale, home, part.board, room),
    ...(part.board.length > 0 || part.toReview > 0
      ? [
          buttons(
            boardButton(locale, home.planId, home.period.key),
            ...(part.toReview > 0 ? [reviewButton(locale, home.planId, part.toReview)] : []),
          ),
        ]
      : []),
    ...lateBlocks(locale, home, part.late, room),
  ]
}

function boardBlocks(locale: Locale, { period }: Home, board: readonly BoardLine[], room: Room): KnownBlock[] {
  const name = t(locale, 'period.name', { key: period.key })
  if (board.length === 0) {
    return [note(t(locale, 'home.not_open', { period: name, opens: t(locale, 'day.short', { day: period.opensOn }) }))]
  }
  const sum = (of: (line: BoardLine) => number) => board.reduce((total, line) => total + of(line), 0)
  const open = board.filter(({ filed, total, late, returned }) => filed < total || late > 0 || returned > 0)
  const title = t(locale, 'home.board', {
    period: name,
    filed: sum(({ filed }) => filed),
    owed: sum(({ total }) => total),
    units: board.length,
    done: board.filter(({ filed, total }) => filed === total).length,
    due: t(locale, 'day.short', { day: period.dueOn }),
  })
  const lines = open
    .slice(0, room.board)
    .map((line) => t(locale, 'home.board_line', { ...line, owed: line.total, unit: clip(line.unit, nameLength) }))
  return [
    strong(title),
    ...(lines.length > 0 ? [paragraph(lines.join('\n'))] : []),
    ...leftOut(locale, open.length - room.board, '/progress status', 'home.left_out_units'),
  ]
}

function lateBlocks(locale: Locale, { planId }: Home, late: readonly LateUnit[], room: Room): KnownBlock[] {
  if (late.length === 0) return []
  const lines = late.slice(0, room.board).map(({ unit, counts, days }) =>
    t(locale, 'home.late_line', {
      unit: clip(unit, nameLength),
      what: kinds
        .flatMap((kind) => (counts[kind] ? [t(locale, 'home.late_kind', { kind, count: counts[kind] })] : []))
        .join(t(locale, 'list.separator')),
      days,
    }),
  )
  return [
    strong(t(locale, 'home.late', { units: late.length })),
    paragraph(lines.join('\n')),
    ...leftOut(locale, late.length - room.board, '/todo overdue', 'home.left_out_units'),
    buttons(overdueButton(locale, planId)),
  ]
}

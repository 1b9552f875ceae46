import type { KnownBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { TodoEntry } from '../../usecases/action/list-actions.ts'
import type { Home } from '../../usecases/home/show-home.ts'
import { buttons, note, paragraphs, strong } from '../blocks.ts'
import { aboutLines, actionButtons, actionLine, reportButton, showButton } from '../todo/lines.ts'
import { type Room, wholeRoom } from './room.ts'

/** The part about actions: what the office is to verify or answer, what the person's units owe, one button each. */
export function homeActions(
  locale: Locale,
  home: Pick<Home, 'actions' | 'planId' | 'zone'>,
  room: Pick<Room, 'ownActions' | 'officeActions'> = wholeRoom,
): KnownBlock[] {
  const of = (...groups: TodoEntry['group'][]) => home.actions.filter(({ group }) => groups.includes(group))
  const [office, own, overdue] = [of('verify', 'wish'), of('own'), of('overdue')]
  return [
    ...officeBlocks(locale, home, office, room.officeActions),
    ...ownBlocks(locale, home, own, room.ownActions),
    ...(overdue.length > 0 ? [note(t(locale, 'home.actions_late', { count: overdue.length }))] : []),
  ]
}

function officeBlocks(
  locale: Locale,
  { planId, zone }: Pick<Home, 'planId' | 'zone'>,
  entries: readonly TodoEntry[],
  officeShown: number,
): KnownBlock[] {
  if (entries.length === 0) return []
  const verify = entries.filter(({ group }) => group === 'verify').length
  return [
    strong(t(locale, 'home.actions_office', { verify, wish: entries.length - verify })),
    ...entries
      .slice(0, officeShown)
      .flatMap(({ action }): KnownBlock[] => [
        ...paragraphs([actionLine(locale, action), ...aboutLines(locale, action, zone, false)]),
        buttons(...actionButtons(locale, planId, action), showButton(locale, planId, action.no)),
      ]),
    ...more(locale, entries.length - officeShown),
  ]
}

function ownBlocks(
  locale: Locale,
  { planId }: Pick<Home, 'planId'>,
  entries: readonly TodoEntry[],
  ownShown: number,
): KnownBlock[] {
  if (entries.length === 0) return []
  const late = entries.filter(({ action }) => action.daysLate !== null).length
  return [
    strong(t(locale, 'home.actions', { count: entries.length, late })),
    ...entries.slice(0, ownShown).flatMap(({ action }): KnownBlock[] => {
      const accessory = action.mayReport ? reportButton(locale, planId, action) : showButton(locale, planId, action.no)
      const lines = [
        actionLine(locale, action),
        ...(action.remark ? [t(locale, 'todo.remark', { text: action.remark })] : []),
      ]
      return paragraphs(lines).map((block) => ({ ...block, accessory }))
    }),
    ...more(locale, entries.length - ownShown),
  ]
}

function more(locale: Locale, count: number): KnownBlock[] {
  return count > 0 ? [note(t(locale, 'home.more_actions', { count }))] : []
}

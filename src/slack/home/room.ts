import type { KnownBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { Home } from '../../usecases/home/show-home.ts'
import { note } from '../blocks.ts'

/** How many lines each list of App Home has; what does not fit is counted. */
export type Room = {
  reports: number
  duties: number
  slips: number
  ownActions: number
  officeActions: number
  board: number
  waiting: number
  meetings: number
  issues: number
  settled: number
}

/** Slack takes 100 blocks in App Home. Who has one part only is shown more of it. */
export const wholeRoom: Room = {
  reports: 15,
  duties: 6,
  slips: 5,
  ownActions: 10,
  officeActions: 6,
  board: 10,
  waiting: 5,
  meetings: 5,
  issues: 10,
  settled: 5,
}
const shared: Room = {
  ...wholeRoom,
  reports: 7,
  duties: 4,
  slips: 3,
  ownActions: 5,
  officeActions: 3,
  waiting: 2,
  meetings: 2,
  issues: 5,
}

/** The room of a person's parts. */
export function roomOf({ liaison, leader, office }: Pick<Home, 'liaison' | 'leader' | 'office'>): Room {
  return [liaison, leader, office].filter((part) => part !== null).length > 1 ? shared : wholeRoom
}

/** Says how many were left out, and where all of them are; nothing where none were. */
export function leftOut(
  locale: Locale,
  count: number,
  command: string,
  key: 'home.left_out' | 'home.left_out_units' = 'home.left_out',
): KnownBlock[] {
  return count > 0 ? [note(t(locale, key, { count, command }))] : []
}

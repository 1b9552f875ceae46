import type { HomeView, KnownBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { Home } from '../../usecases/home/show-home.ts'
import { header, note, paragraph } from '../blocks.ts'
import { homeActions } from './actions.ts'
import { issueBlocks, lastDigestBlocks } from './issues.ts'
import { leaderBlocks } from './leader.ts'
import { askedLine, liaisonBlocks } from './liaison.ts'
import { meetingBlocks } from './meetings.ts'
import { officeBlocks } from './office.ts'
import { roomOf } from './room.ts'

/**
 * App Home of a member, a part for each of their roles: what a liaison owes, one button each; where the plan stands and
 * what waits for a leader; the office's board and who is late. Then actions, meetings, issues, and the last digest.
 */
export function homeView(locale: Locale, home: Home): HomeView {
  const { liaison, leader, office } = home
  const period = t(locale, 'period.name', { key: home.period.key })
  const names = home.units.length > 0 ? home.units : home.roles.map((role) => t(locale, `role.${role}`))
  const who = names.join(t(locale, 'list.separator'))
  const room = roomOf(home)
  const parts = [
    liaison ? liaisonBlocks(locale, home, liaison, room) : [],
    leader ? leaderBlocks(locale, home, leader, room) : [],
    office ? officeBlocks(locale, home, office, room) : [],
    homeActions(locale, home, room),
    meetingBlocks(locale, home, room),
    [...issueBlocks(locale, home, room), ...(liaison ? [note(askedLine(locale, liaison))] : [])],
    // A leader is shown the digest as it would be now.
    leader ? [] : lastDigestBlocks(locale, home),
  ]
  return {
    type: 'home',
    blocks: [header(t(locale, 'home.title', { who, period })), note(home.planTitle), ...divided(parts)],
  }
}

/** App Home of somebody the bot cannot serve yet: why, and what to do. */
export function homeNote(text: string): HomeView {
  return { type: 'home', blocks: [paragraph(text)] }
}

function divided(parts: readonly KnownBlock[][]): KnownBlock[] {
  return parts.filter((part) => part.length > 0).flatMap((part) => [{ type: 'divider' as const }, ...part])
}

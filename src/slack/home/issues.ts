import type { KnownBlock } from '@slack/types'
import { DateTime } from 'luxon'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { Home } from '../../usecases/home/show-home.ts'
import { button, buttons, clip, note, paragraph, strong } from '../blocks.ts'
import { digestTitle } from '../digest/messages.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import type { Room } from './room.ts'

const titleLength = 80

/** The issues that are not settled, with what became of those that were lately. */
export function issueBlocks(locale: Locale, { planId, issues, liaison }: Home, room: Room): KnownBlock[] {
  const rest = issues.length - room.issues
  const settled = liaison?.settled ?? []
  const became = settled
    .slice(0, room.settled)
    .map(({ no, title, state }) => `#${no} ${clip(title, titleLength)} · ${t(locale, `issue_state.${state}`)}`)
  return [
    strong(issues.length === 0 ? t(locale, 'home.no_issues') : t(locale, 'home.issues', { count: issues.length })),
    ...issues.slice(0, room.issues).map(
      (issue): KnownBlock => ({
        ...paragraph(
          [
            `#${issue.no} ${issue.title}`,
            t(locale, `issue_state.${issue.state}`),
            ...(issue.escalatedAt ? [t(locale, 'issue.escalated')] : []),
          ].join(' · '),
        ),
        accessory: button(ids.issue.show, t(locale, 'issue.show'), inPlan(planId, String(issue.no))),
      }),
    ),
    ...(rest > 0 ? [note(t(locale, 'home.more_issues', { count: rest }))] : []),
    ...(became.length > 0
      ? [note(t(locale, 'home.settled', { count: settled.length, list: became.join(t(locale, 'list.separator')) }))]
      : []),
    buttons(button(ids.issue.raise, t(locale, 'home.raise'), inPlan(planId, '0'))),
  ]
}

/** The digest that was posted last: when, where, and its point. */
export function lastDigestBlocks(locale: Locale, { lastDigest, zone }: Home): KnownBlock[] {
  if (!lastDigest) return []
  const { sentAt, channel, content } = lastDigest
  const day = t(locale, 'day.short', { day: DateTime.fromJSDate(sentAt, { zone }).toFormat('yyyy-MM-dd') })
  return [
    // Rich text, because only Slack can show a channel's name for its id.
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: t(locale, 'home.last_digest', { day }) },
            { type: 'channel', channel_id: channel },
          ],
        },
      ],
    },
    ...(content ? [note(digestTitle(locale, content))] : []),
  ]
}

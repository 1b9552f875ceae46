import type { KnownBlock } from '@slack/types'
import type { ApprovalNotice } from '../../domain/digest/approval-notice.ts'
import { digestParts } from '../../domain/digest/parts.ts'
import type { DigestContent } from '../../domain/digest.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { DigestPreview } from '../../usecases/digest/preview-digest.ts'
import { button, buttons, clip, confirm, type Message, message, note, paragraphs, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { countStandings } from '../target/table.ts'
import { sectionBlocks } from './sections.ts'

/**
 * 情况通报, or one of the parts it is divided into: the point first, what the office says to it, then its sections; under
 * the last the buttons that answer whoever clicks them.
 */
export function digestMessage(locale: Locale, content: DigestContent): Message {
  const { part } = content
  return message(digestTitle(locale, content), [
    ...(part.no === 1 ? openingBlocks(locale, content) : []),
    ...content.sections.flatMap((section) => sectionBlocks[section](locale, content)),
    ...(part.no === part.of ? questionBlocks(locale, content) : []),
  ])
}

/** The first line: what day, which part, and the point. */
export function digestTitle(locale: Locale, content: DigestContent): string {
  const { cadence, asOf, part, targets, reports, issues } = content
  const point = content.point ?? { targets: countStandings(targets), reports, issues: { ...issues, carried: 0 } }
  return t(locale, 'digest.title', {
    cadence,
    day: t(locale, 'day.short', { day: asOf }),
    targets: t(locale, 'digest.point.targets', point.targets),
    reports: t(locale, 'digest.point.reports', point.reports),
    issues: t(locale, 'digest.point.issues', point.issues),
    part,
  })
}

function openingBlocks(locale: Locale, content: DigestContent): KnownBlock[] {
  const { planTitle, asOf, periodKey, dueOn, missedSlots, past, interpretation } = content
  const about = {
    plan: clip(planTitle, 200),
    period: t(locale, 'period.name', { key: periodKey }),
    due: t(locale, 'day.short', { day: dueOn }),
    past: asOf > dueOn,
  }
  return [
    note(t(locale, 'digest.about', about)),
    ...(missedSlots > 0 ? [note(t(locale, 'digest.caught_up', { count: missedSlots }))] : []),
    ...(past ? [note(t(locale, 'digest.past'))] : []),
    ...(interpretation === ''
      ? []
      : [strong(t(locale, 'digest.interpretation')), ...paragraphs(interpretation.split('\n'))]),
  ]
}

/** Digests of earlier versions name no plan: there a click could answer of another one. */
function questionBlocks(locale: Locale, { planId }: DigestContent): KnownBlock[] {
  if (planId === null) return []
  return [
    buttons(
      button(ids.digest.targets, t(locale, 'digest.all_targets'), inPlan(planId, 'targets')),
      button(ids.digest.units, t(locale, 'digest.show_unfiled'), inPlan(planId, 'units')),
    ),
  ]
}

/** The preview, to one person alone, with the button that posts it for those who may. `key` names the posting. */
export function previewMessages(locale: Locale, preview: DigestPreview, key: string): Message[] {
  const { content, postable, mayPost, hasChannel } = preview
  const yes = t(locale, 'digest.post')
  const question = confirm(yes, t(locale, 'digest.post_confirm'), yes, t(locale, 'button.no'))
  const said = hasChannel ? (postable ? 'digest.preview' : 'digest.preview_only') : 'digest.channel_missing'
  const end: KnownBlock[] = [
    note(t(locale, said)),
    ...(postable && mayPost && hasChannel && content.planId !== null
      ? [buttons(button(ids.digest.post, yes, inPlan(content.planId, key), { style: 'primary', confirm: question }))]
      : []),
  ]
  return wholeMessages(locale, content, end)
}

/** A digest in as many messages as it takes, the last one ending so. */
export function wholeMessages(locale: Locale, content: DigestContent, end: readonly KnownBlock[] = []): Message[] {
  return digestParts(content).map((part) => {
    const { text, blocks } = digestMessage(locale, part)
    return { text, blocks: part.part.no === part.part.of ? [...blocks, ...end] : blocks }
  })
}

/** The receipt of a posting or an approval: which channel it goes to. */
export function postingMessage(locale: Locale, channel: string, what: 'posting' | 'approved' = 'posting'): Message {
  return message(t(locale, `digest.${what}`), [channelBlock('', channel)])
}

/** A digest put before a leader: its point and the office's word, where it goes, and the buttons. */
export function approvalMessage(locale: Locale, notice: ApprovalNotice): Message {
  const { planId, digestId, version, place, content, settled } = notice
  if (settled) return settledApproval(locale, settled.by, notice)
  const value = inPlan(planId, `${digestId}/${version}`)
  const yes = t(locale, 'digest.approve')
  const question = confirm(yes, t(locale, 'digest.approve_confirm'), yes, t(locale, 'button.no'))
  return message(t(locale, 'digest.approval', { point: digestTitle(locale, content) }), [
    ...openingBlocks(locale, content),
    channelBlock(t(locale, 'digest.approval.to'), place),
    buttons(
      button(ids.digest.approve, yes, value, { style: 'primary', confirm: question }),
      button(ids.digest.show, t(locale, 'digest.show_whole'), value),
    ),
  ])
}

/** The same once it needs no approval any more: whose it was, and no buttons. */
function settledApproval(locale: Locale, by: string | null, { place, content }: ApprovalNotice): Message {
  const said = t(locale, by === null ? 'digest.approval.superseded' : 'digest.approval.given')
  const person: KnownBlock[] =
    by === null
      ? []
      : [
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  { type: 'text', text: t(locale, 'digest.approved_by') },
                  { type: 'user', user_id: by },
                ],
              },
            ],
          },
        ]
  return message(said, [...person, note(digestTitle(locale, content)), channelBlock('', place)])
}

/** A channel, named so that it can be clicked. */
export function channelBlock(label: string, channel: string): KnownBlock {
  const elements = [
    ...(label === '' ? [] : [{ type: 'text' as const, text: label }]),
    { type: 'channel' as const, channel_id: channel },
  ]
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
}

import type { KnownBlock } from '@slack/types'
import type { DigestContent, DigestTarget } from '../../domain/digest.ts'
import { statuses } from '../../domain/progress-report.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { button, buttons, clip, confirm, type Message, message, note, paragraph, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { countStandings, targetTable } from '../target/table.ts'

// Slack refuses a message of more than about 13,200 characters; these parts and their titles stay well below together.
const tableBudget = 7000
const unfiledBudget = 1500
const issueTitleLength = 100
const unitsNamed = 6

/** 情况通报 for a channel: the point first, then targets against their due pace, reports owed, the weightiest issues. */
export function digestMessage(locale: Locale, content: DigestContent): Message {
  const { planTitle, asOf, periodKey, dueOn, missedSlots, targets, reports, issues } = content
  const day = t(locale, 'day.short', { day: asOf })
  const about = {
    plan: clip(planTitle, 200),
    period: t(locale, 'period.name', { key: periodKey }),
    due: t(locale, 'day.short', { day: dueOn }),
    past: asOf > dueOn,
  }
  const title = t(locale, 'digest.title', {
    day,
    targets: t(locale, 'digest.point.targets', countStandings(targets)),
    reports: t(locale, 'digest.point.reports', reports),
    issues: t(locale, 'digest.point.issues', issues),
  })
  return message(title, [
    note(t(locale, 'digest.about', about)),
    ...(missedSlots > 0 ? [note(t(locale, 'digest.caught_up', { count: missedSlots }))] : []),
    ...targetBlocks(locale, targets),
    ...reportBlocks(locale, content),
    ...issueBlocks(locale, content),
  ])
}

/** The preview, to one person alone, with the button that posts it for those who may. `key` names the posting. */
export function previewMessage(
  locale: Locale,
  preview: { content: DigestContent; mayPost: boolean; hasChannel: boolean },
  key: string,
): Message {
  const { text, blocks } = digestMessage(locale, preview.content)
  const yes = t(locale, 'digest.post')
  const question = confirm(yes, t(locale, 'digest.post_confirm'), yes, t(locale, 'button.no'))
  return {
    text,
    blocks: [
      ...blocks,
      note(t(locale, preview.hasChannel ? 'digest.preview' : 'digest.channel_missing')),
      ...(preview.mayPost && preview.hasChannel
        ? [buttons(button(ids.digest.post, yes, key, { style: 'primary', confirm: question }))]
        : []),
    ],
  }
}

/** The receipt of a posting: which channel it goes to. */
export function postingMessage(locale: Locale, channel: string): Message {
  return message(t(locale, 'digest.posting'), [
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'channel', channel_id: channel }] }],
    },
  ])
}

function targetBlocks(locale: Locale, targets: readonly DigestTarget[]): KnownBlock[] {
  if (targets.length === 0) return []
  const columns = ['metric', 'current', 'due', 'gap', 'status'] as const
  const whole = targetTable(locale, targets, columns, tableBudget)
  if (whole.shown === targets.length) return [whole.block]
  const { block, shown } = targetTable(locale, byConcern(targets), columns, tableBudget)
  return [block, note(t(locale, 'digest.more_targets', { count: targets.length - shown }))]
}

/** Where not all fit, those behind are shown first, then those that cannot be told. */
function byConcern(targets: readonly DigestTarget[]): DigestTarget[] {
  const order = ['behind', null, 'on_track', 'ahead', 'done']
  return targets.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
}

function reportBlocks(locale: Locale, content: DigestContent): KnownBlock[] {
  const { owed, filed, filedUnits, unfiled } = content.reports
  if (owed === 0) return []
  const period = t(locale, 'period.name', { key: content.periodKey })
  const claims = statuses
    .filter((status) => content.statusCounts[status] > 0)
    .map((status) =>
      t(locale, 'digest.claim', { status: t(locale, `status.${status}`), count: content.statusCounts[status] }),
    )
  return [
    strong(t(locale, 'digest.reports', { period, filed, owed, units: filedUnits.length })),
    ...(claims.length > 0 ? [note(t(locale, 'digest.claims', { counts: claims.join(' · ') }))] : []),
    paragraph(unfiled.length === 0 ? t(locale, 'digest.all_filed') : unfiledLine(locale, unfiled)),
  ]
}

function unfiledLine(locale: Locale, unfiled: DigestContent['reports']['unfiled']): string {
  const separator = t(locale, 'list.separator')
  const names: string[] = []
  let length = 0
  for (const { unit, owed, filed } of unfiled) {
    const name = `${clip(unit, 60)} ${filed}/${owed}`
    length += name.length + separator.length
    if (length > unfiledBudget) break
    names.push(name)
  }
  const counts = { units: unfiled.length, more: unfiled.length - names.length }
  return t(locale, 'digest.unfiled', { ...counts, list: names.join(separator) })
}

function issueBlocks(locale: Locale, { issues }: DigestContent): KnownBlock[] {
  if (issues.open === 0) return []
  const lines = issues.top.map((issue) => {
    const units = unitNames(locale, issue.units)
    return t(locale, 'digest.issue', { ...issue, title: clip(issue.title, issueTitleLength), units })
  })
  const rest = issues.open - lines.length
  return [
    strong(t(locale, 'digest.issues', { open: issues.open })),
    paragraph(lines.join('\n')),
    ...(rest > 0 ? [note(t(locale, 'digest.more_issues', { count: rest }))] : []),
  ]
}

function unitNames(locale: Locale, units: readonly string[]): string {
  const names = units.slice(0, unitsNamed).map((unit) => clip(unit, 40))
  const more = units.length - names.length
  return t(locale, 'digest.units', { names: names.join(t(locale, 'list.separator')), more })
}

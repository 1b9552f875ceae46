import type { Button, KnownBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { OverdueEntry, OverdueList } from '../../usecases/supervision/list-overdue.ts'
import type { SeenSlip, SlipList } from '../../usecases/supervision/list-slips.ts'
import { button, buttons, clip, type Message, message, note, paragraph, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import {
  decideButtons,
  lateness,
  matterText,
  nextText,
  reportNow,
  showButton,
  signButton,
  slipName,
  slipText,
  stateText,
} from './lines.ts'
import { paged } from './paged.ts'

/** Slack takes 50 blocks and about 13,200 characters a message. */
const slipsAPage = 10
const overdueAPage = 12
const wordShown = 160

/** 督办: the slips that a person may see, a page of them. */
export function slipsMessage(locale: Locale, { planId, own, slips }: SlipList, page: number): Message {
  if (slips.length === 0) return message(t(locale, 'slips.none'), [note(t(locale, 'slips.none_note'))])
  const open = slips.filter(({ state }) => state === 'proposed' || state === 'issued' || state === 'signed').length
  const turning = { page, each: slipsAPage, planId, action: ids.supervision.page }
  const { shown, foot } = paged(locale, slips, turning)
  return message(t(locale, 'slips.title', { open, count: slips.length, own }), [
    ...shown.flatMap((slip) => slipEntry(locale, planId, slip)),
    ...foot,
  ])
}

function slipEntry(locale: Locale, planId: number, slip: SeenSlip): KnownBlock[] {
  const line = t(locale, 'slips.line', { line: slipText(locale, slip), state: stateText(locale, slip.state) })
  const next = slip.latest ? nextText(locale, slip) : ''
  const acts = [...slipButtons(locale, planId, slip), ...(slip.slip ? [showButton(locale, planId, slip.slip)] : [])]
  return [paragraph(next ? `${line} — ${next}` : line), ...(acts.length > 0 ? [buttons(...acts)] : [])]
}

/** What the person can do about a slip, the likeliest first. */
export function slipButtons(locale: Locale, planId: number, slip: SeenSlip): Button[] {
  const { mayApprove, mayReport, maySign, mayWithdraw } = slip
  return [
    ...(mayApprove ? decideButtons(locale, planId, slip) : []),
    ...(mayReport ? [reportNow(locale, planId)] : []),
    ...(maySign ? [signButton(locale, planId, slip.slip)] : []),
    ...(mayWithdraw ? [button(ids.supervision.withdraw, t(locale, 'slip.withdraw'), inPlan(planId, slip.slip))] : []),
  ]
}

/** 逾期: everything overdue by unit, a page of it. */
export function overdueMessage(locale: Locale, { planId, own, entries }: OverdueList, page: number): Message {
  if (entries.length === 0) return message(t(locale, 'overdue.none'))
  const byUnit = Map.groupBy(entries, ({ unitId }) => unitId)
  const turning = { page, each: overdueAPage, planId, action: ids.supervision.overduePage }
  const { shown, foot } = paged(locale, entries, turning)
  const title = t(locale, 'overdue.title', { count: entries.length, units: byUnit.size, own })
  return message(title, [
    ...shown.flatMap((entry, index): KnownBlock[] => [
      ...(index === 0 || shown[index - 1]?.unitId !== entry.unitId
        ? [strong(t(locale, 'overdue.unit', { unit: entry.unit, count: byUnit.get(entry.unitId)?.length ?? 0 }))]
        : []),
      overdueEntry(locale, planId, entry),
    ]),
    ...foot,
  ])
}

function overdueEntry(locale: Locale, planId: number, entry: OverdueEntry): KnownBlock {
  const { slip, word } = entry
  const text = [
    t(locale, 'overdue.line', { matter: matterText(locale, entry), ...lateness(locale, entry) }),
    slip
      ? t(locale, 'overdue.slip', {
          name: slipName(locale, { level: slip.level, slip: slip.label }),
          state: stateText(locale, slip.state),
        })
      : t(locale, 'overdue.no_slip'),
    word
      ? t(locale, 'overdue.word', {
          day: t(locale, 'day.short', { day: word.day }),
          who: t(locale, `overdue.who.${word.who}`),
          text: clip(word.text.replace(/\s+/g, ' '), wordShown),
        })
      : t(locale, 'overdue.no_word'),
  ]
  const accessory = overdueButton(locale, planId, entry)
  return { ...paragraph(text.join('\n')), ...(accessory ? { accessory } : {}) }
}

function overdueButton(locale: Locale, planId: number, { slip, kind, nos }: OverdueEntry): Button | null {
  if (slip?.label) return showButton(locale, planId, slip.label)
  if (kind !== 'action') return null
  return button(ids.todo.show, t(locale, 'todo.show'), inPlan(planId, String(nos[0] ?? 0)))
}

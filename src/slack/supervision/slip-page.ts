import type { TrailEvent } from '../../domain/action/action-trail.ts'
import type { SlipEventLine } from '../../domain/supervision/slip-trail.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { SlipPage } from '../../usecases/supervision/show-slip.ts'
import { buttons, clip, type Message, message, note, paragraphs } from '../blocks.ts'
import { fillMessages } from '../issue/life.ts'
import { nextText, slipName, slipText, stateText } from './lines.ts'
import { slipButtons } from './messages.ts'

const titlesShown = 20

/** 督办单: one slip in full, what was owed, and all that led to it, in as many messages as that takes. */
export function slipPageMessages(locale: Locale, { planId, slip, items, trail }: SlipPage): Message[] {
  const acts = slipButtons(locale, planId, slip)
  const next = slip.latest ? nextText(locale, slip) : ''
  // The tasks' numbers stand in the first line, however many they are.
  const titled = slip.kind === 'report' && items.length <= titlesShown
  const owed = titled ? items.map(({ no, title }) => t(locale, 'pause.task', { no, title: clip(title, 100) })) : []
  const first = message(slipText(locale, slip), [
    note([stateText(locale, slip.state), next].filter(Boolean).join(' · ')),
    ...paragraphs(owed),
    ...(acts.length > 0 ? [buttons(...acts)] : []),
  ])
  const name = slipName(locale, slip)
  const lines = trail.map((line) => trailLine(locale, line))
  return fillMessages(locale, first, lines, (part) => `${name} ${t(locale, 'slip.trail_title')} ${part}`)
}

function trailLine(locale: Locale, line: SlipEventLine): string {
  const day = t(locale, 'day.short', { day: line.day })
  switch (line.kind) {
    case 'due':
      return t(locale, 'slip.trail.due', { day })
    case 'reminded':
      return t(locale, 'slip.trail.reminded', { day, people: line.people, stage: stageText(locale, line.stage) })
    case 'proposed':
    case 'issued':
    case 'settled':
      return t(locale, `slip.trail.${line.kind}`, { day, name: slipName(locale, line) })
    case 'signed':
    case 'withdrawn':
      return t(locale, `slip.trail.${line.kind}`, { day, name: slipName(locale, line), text: line.text })
    case 'declined':
    case 'paused':
      return t(locale, `slip.trail.${line.kind}`, { day, text: line.text })
    case 'filed':
      return t(locale, 'slip.trail.filed', { day, no: line.no, version: line.version })
    case 'returned':
      return t(locale, 'slip.trail.returned', { day, no: line.no, text: line.text })
    case 'action':
      return t(locale, 'slip.trail.action', { day, what: actionText(locale, line.what), text: line.text })
    case 'resumed':
      return t(locale, 'slip.trail.resumed', { day })
  }
}

function stageText(locale: Locale, stage: string): string {
  const days = /^before-(\d+)$/.exec(stage)?.[1]
  if (days !== undefined) return t(locale, 'slip.stage.before', { days: Number(days) })
  if (stage === 'blue' || stage === 'yellow' || stage === 'red') return t(locale, `slip.stage.${stage}`)
  return t(locale, 'slip.stage.day')
}

function actionText(locale: Locale, what: TrailEvent['kind']): string {
  return t(locale, `slip.action.${what}`)
}

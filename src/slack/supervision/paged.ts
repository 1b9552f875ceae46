import type { KnownBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { button, buttons, note } from '../blocks.ts'
import { inPlan } from '../plan-value.ts'

/** A page (from 1) of a list, and the blocks that count and turn the others; what is on them is one click away. */
export function paged<T>(
  locale: Locale,
  list: readonly T[],
  { page, each, planId, action }: { page: number; each: number; planId: number; action: string },
): { shown: T[]; foot: KnownBlock[] } {
  const pages = Math.max(1, Math.ceil(list.length / each))
  const current = Math.min(Math.max(1, page), pages)
  const shown = list.slice((current - 1) * each, current * each)
  const rest = list.length - (current - 1) * each - shown.length
  if (pages === 1) return { shown, foot: [] }
  const target =
    rest > 0
      ? { text: t(locale, 'supervision.next'), page: current + 1 }
      : { text: t(locale, 'supervision.first'), page: 1 }
  return {
    shown,
    foot: [
      note(t(locale, 'supervision.page', { page: current, pages, rest })),
      buttons(button(action, target.text, inPlan(planId, String(target.page)))),
    ],
  }
}

import type { KnownBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { button, buttons, note } from '../blocks.ts'
import { pageOf } from '../page-of.ts'
import { inPlan } from '../plan-value.ts'

/** A page (from 1) of a list, and the blocks that count and turn the others; what is on them is one click away. */
export function paged<T>(
  locale: Locale,
  list: readonly T[],
  { page, each, planId, action }: { page: number; each: number; planId: number; action: string },
): { shown: T[]; foot: KnownBlock[] } {
  const { shown, at, pages, rest, next } = pageOf(list, page, each)
  if (pages === 1) return { shown, foot: [] }
  const text = t(locale, rest > 0 ? 'supervision.next' : 'supervision.first')
  return {
    shown,
    foot: [
      note(t(locale, 'supervision.page', { page: at, pages, rest })),
      buttons(button(action, text, inPlan(planId, String(next)))),
    ],
  }
}

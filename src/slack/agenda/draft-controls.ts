import type { KnownBlock, PlainTextOption } from '@slack/types'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { DraftReference } from '../../usecases/agenda/change-agenda.ts'
import { button, buttons, clip, confirm, option } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan, ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'

/** What the menu under an item offers. */
const itemChoices = ['first', 'last', 'free', 'change_minutes', 'defer'] as const
export type ItemChoice = (typeof itemChoices)[number]

// A message takes about 13,200 characters; the words of `/agenda why` reach the others.
const whyShown = 12
const optionTitle = 24

/** What a control of a draft brings back: the plan and draft it belongs to, and what was chosen. */
export type ControlValue = { planId: number; pick: DraftReference; no: number; choice: string }

/** A control's value: plan, meeting, draft, issue (0: none) and what was chosen. */
function draftValue({ planId, meetingId, draft }: AgendaNotice, no = 0, choice = ''): string {
  return inPlan(planId, [meetingId, draft, no, choice].join('/'))
}

/** Reads what {@link draftValue} wrote. */
export function readControl(given: string): ControlValue {
  const { planId, value } = ofPlan(given)
  const [meetingId, draft, no, choice = ''] = value.split('/')
  const pick = { meetingId: wholeNumber(meetingId), draft: wholeNumber(draft) }
  return { planId, pick, no: wholeNumber(no), choice }
}

/** The buttons under an item of a draft. */
export function itemControls(locale: Locale, notice: AgendaNotice, no: number): KnownBlock[] {
  const options = itemChoices.map(
    (choice): PlainTextOption => option(draftValue(notice, no, choice), t(locale, `agenda.${choice}`)),
  )
  return [
    {
      type: 'actions',
      elements: [
        button(ids.agenda.up, t(locale, 'agenda.up'), draftValue(notice, no)),
        button(ids.agenda.down, t(locale, 'agenda.down'), draftValue(notice, no)),
        { type: 'overflow', action_id: ids.agenda.more, options },
      ],
    },
  ]
}

/** The buttons under a draft. */
export function draftControls(locale: Locale, notice: AgendaNotice): KnownBlock[] {
  const other = notice.mode === 'score' ? 'waiting' : 'score'
  return [
    buttons(
      button(ids.agenda.publish, t(locale, 'agenda.publish'), draftValue(notice), {
        style: 'primary',
        confirm: confirm(
          t(locale, 'agenda.publish'),
          t(locale, 'agenda.publish_confirm', { items: notice.items.length }),
          t(locale, 'agenda.publish'),
          t(locale, 'button.no'),
        ),
      }),
      button(ids.agenda.otherMode, t(locale, `agenda.by_${other}`), draftValue(notice, 0, other)),
      ...(notice.leftOut.length > 0 ? [button(ids.agenda.add, t(locale, 'agenda.add'), draftValue(notice))] : []),
    ),
    ...(notice.leftOut.length > 0
      ? [
          {
            type: 'actions' as const,
            elements: [
              {
                type: 'static_select' as const,
                action_id: ids.agenda.whyNot,
                placeholder: { type: 'plain_text' as const, text: t(locale, 'agenda.why_choose') },
                options: leftOutOptions(notice, (no) => draftValue(notice, no)).slice(0, whyShown),
              },
            ],
          },
        ]
      : []),
  ]
}

/** The issues left out as options. */
export function leftOutOptions(
  notice: Pick<AgendaNotice, 'leftOut'>,
  value: (no: number) => string,
): PlainTextOption[] {
  return notice.leftOut.map(({ no, title }) => option(value(no), `#${no} ${clip(title, optionTitle)}`))
}

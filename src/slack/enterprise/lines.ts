import type { Button, KnownBlock, RichTextBlock } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { SeenEnterprise } from '../../usecases/enterprise/see-enterprises.ts'
import { button } from '../blocks.ts'
import { ids } from '../ids.ts'
import { person } from '../person.ts'
import { inPlan } from '../plan-value.ts'

/** Who keeps in touch, how often, when last and next, and what is open: rich text, as only Slack can show a person's name. */
export function contactLine(locale: Locale, enterprise: SeenEnterprise): RichTextBlock {
  const { unit, contact, contactGone, everyMonths, lastVisitOn, nextVisitOn, daysLate } = enterprise
  const rest = [
    contactGone && enterprise.endedOn === null ? t(locale, 'enterprise.contact_gone') : '',
    ` · ${t(locale, 'enterprise.rhythm', { months: everyMonths, last: lastVisitOn, next: nextVisitOn })}`,
    daysLate === null ? '' : ` · ${t(locale, 'enterprise.late', { days: daysLate })}`,
    ` · ${t(locale, 'enterprise.issue_count', { open: enterprise.openIssues, settled: enterprise.settledIssues })}`,
  ]
  return personLine(locale, t(locale, 'enterprise.contact_of', { unit }), contact, rest.join(''))
}

/** A line around a person's name. */
export function personLine(locale: Locale, before: string, userId: string, after = ''): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: before },
          person(locale, userId),
          ...(after === '' ? [] : [{ type: 'text' as const, text: after }]),
        ],
      },
    ],
  }
}

/** The name of an enterprise with its number: "企业3 某某公司". */
export function nameOf(locale: Locale, { no, name }: Pick<SeenEnterprise, 'no' | 'name'>): string {
  return t(locale, 'enterprise.name', { no, name })
}

/** The button that opens the form of a visit; the first thing to do where one is overdue. */
export function visitButton(locale: Locale, planId: number, { no, daysLate }: SeenEnterprise): Button {
  const look = daysLate === null ? {} : { style: 'primary' as const }
  return button(ids.enterprise.visit, t(locale, 'enterprise.visit'), inPlan(planId, String(no)), look)
}

/** The button that shows an enterprise's page. */
export function showButton(locale: Locale, planId: number, no: number): Button {
  return button(ids.enterprise.show, t(locale, 'enterprise.show'), inPlan(planId, String(no)))
}

/** The button that opens the form of an issue with the enterprise attached. */
export function raiseButton(locale: Locale, planId: number, no: number, look: Partial<Button> = {}): Button {
  return button(ids.enterprise.raise, t(locale, 'enterprise.raise'), inPlan(planId, String(no)), look)
}

/** Which enterprise an issue is about, as far as the person may know; nothing where it is about none. */
export function enterpriseOnIssueLines(
  locale: Locale,
  enterprise: { name: string; no: number | null } | 'hidden' | null,
): string[] {
  if (enterprise === null) return []
  return [
    enterprise === 'hidden' ? t(locale, 'enterprise.on_issue_hidden') : t(locale, 'enterprise.on_issue', enterprise),
  ]
}

/** A row of buttons, or nothing where there is none. */
export function buttonRow(elements: Button[]): KnownBlock[] {
  return elements.length > 0 ? [{ type: 'actions', elements }] : []
}

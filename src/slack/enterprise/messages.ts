import type { KnownBlock } from '@slack/types'
import type { VisitRow } from '../../db/visit-store.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { KeptEnterprise } from '../../usecases/enterprise/add-enterprise.ts'
import type { EnterpriseList } from '../../usecases/enterprise/list-enterprises.ts'
import type { RecordedVisit } from '../../usecases/enterprise/record-visit.ts'
import type { ShownEnterprise } from '../../usecases/enterprise/show-enterprise.ts'
import { button, buttons, clip, type Message, message, note, paragraphs, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { pageOf } from '../page-of.ts'
import { inPlan } from '../plan-value.ts'
import { buttonRow, contactLine, nameOf, personLine, raiseButton, showButton, visitButton } from './lines.ts'

/** Slack takes 50 blocks a message; an enterprise is three. */
const enterprisesAPage = 10
const issuesShown = 8
/** What was decided is cut in the list of a page; the issue's own card tells it whole. */
const outcomeLength = 100

/** The enterprises a person may see, a page (from 1) of them; what is on other pages is counted and one click away. */
export function enterpriseListMessage(locale: Locale, list: EnterpriseList, page: number): Message {
  const { planId, enterprises, mayAdd } = list
  const add = mayAdd ? [button(ids.enterprise.add, t(locale, 'enterprise.add'), inPlan(planId, ''))] : []
  if (enterprises.length === 0)
    return message(t(locale, 'enterprise.list_none'), [
      ...(mayAdd ? [note(t(locale, 'enterprise.list_none_note'))] : []),
      ...buttonRow(add),
    ])
  const { shown, at: current, pages, rest } = pageOf(enterprises, page, enterprisesAPage)
  const late = enterprises.filter(({ daysLate }) => daysLate !== null).length
  return message(t(locale, 'enterprise.list_title', { count: enterprises.length, late }), [
    ...shown.flatMap((enterprise): KnownBlock[] => [
      strong(nameOf(locale, enterprise)),
      contactLine(locale, enterprise),
      buttons(
        ...(enterprise.mayKeep ? [visitButton(locale, planId, enterprise)] : []),
        showButton(locale, planId, enterprise.no),
      ),
    ]),
    ...(pages > 1 ? [note(t(locale, 'enterprise.list_page', { page: current, pages, rest }))] : []),
    ...buttonRow([
      ...pageButtons(locale, ids.enterprise.list, pages, current, (to) => inPlan(planId, String(to))),
      ...add,
    ]),
  ])
}

/** An enterprise's page: who keeps in touch, notes, a page of its visits, its issues, and what the person may do. */
export function enterpriseMessage(locale: Locale, shown: ShownEnterprise): Message {
  const { planId, enterprise, endReason, visits, visitCount, page, pages } = shown
  const { no, notes, endedOn, mayKeep } = enterprise
  const value = inPlan(planId, String(no))
  const keep = mayKeep
    ? [
        visitButton(locale, planId, enterprise),
        button(ids.enterprise.change, t(locale, 'enterprise.change'), value),
        button(ids.enterprise.end, t(locale, 'enterprise.end'), value),
      ]
    : []
  const turn = pageButtons(locale, ids.enterprise.show, pages, page, (to) => inPlan(planId, `${no}/${to}`))
  return message(nameOf(locale, enterprise), [
    contactLine(locale, enterprise),
    ...paragraphs([
      ...(endedOn === null ? [] : [t(locale, 'enterprise.ended', { day: endedOn, reason: endReason })]),
      ...(notes === '' ? [] : t(locale, 'enterprise.notes', { text: notes }).split('\n')),
    ]),
    ...buttonRow([...keep, raiseButton(locale, planId, no)]),
    ...(visitCount === 0
      ? [note(t(locale, 'enterprise.visits_none'))]
      : [strong(t(locale, 'enterprise.visits', { count: visitCount, page, pages }))]),
    ...visits.flatMap((visit) => visitBlocks(locale, visit, mayKeep ? inPlan(planId, `${no}/${visit.id}`) : null)),
    ...buttonRow(turn),
    ...issueBlocks(locale, shown),
  ])
}

function visitBlocks(locale: Locale, visit: VisitRow, value: string | null): KnownBlock[] {
  const { visitedOn, visitedBy, notes } = visit
  return [
    personLine(locale, t(locale, 'enterprise.visit_head', { day: visitedOn }), visitedBy),
    ...paragraphs(notes.split('\n')),
    ...(value === null
      ? []
      : [
          buttons(
            button(ids.enterprise.correct, t(locale, 'enterprise.correct'), value),
            button(ids.enterprise.remove, t(locale, 'enterprise.remove'), value),
          ),
        ]),
  ]
}

function issueBlocks(locale: Locale, { issues }: ShownEnterprise): KnownBlock[] {
  if (issues.length === 0) return []
  const shown = issues.slice(0, issuesShown)
  const rest = issues.length - shown.length
  const lines = shown.map(({ no, title, state, text }) =>
    t(locale, 'enterprise.issue_line', {
      no,
      title,
      state: t(locale, `issue_state.${state}`),
      outcome: clip(text.replace(/\s+/g, ' '), outcomeLength),
    }),
  )
  return [
    strong(t(locale, 'enterprise.issues', { count: issues.length })),
    ...paragraphs([...lines, ...(rest > 0 ? [t(locale, 'enterprise.issues_more', { count: rest })] : [])]),
    note(t(locale, 'enterprise.issues_note')),
  ]
}

function pageButtons(
  locale: Locale,
  actionId: string,
  pages: number,
  current: number,
  valueFor: (page: number) => string,
) {
  if (pages < 2) return []
  return current < pages
    ? [button(actionId, t(locale, 'enterprise.next'), valueFor(current + 1))]
    : [button(actionId, t(locale, 'enterprise.first'), valueFor(1))]
}

/** The receipt of what was done to the register. */
export function keptMessage(locale: Locale, what: 'added' | 'changed' | 'stopped', kept: KeptEnterprise): Message {
  const { planId, enterprise } = kept
  return message(t(locale, `enterprise.${what}`, enterprise), [
    contactLine(locale, enterprise),
    ...(what === 'added' ? [note(t(locale, 'enterprise.to_contact'))] : []),
    buttons(showButton(locale, planId, enterprise.no)),
  ])
}

/** The receipt of a visit that was recorded, corrected or removed; its problems are raised next. */
export function visitMessage(
  locale: Locale,
  what: 'visited' | 'visit_corrected' | 'visit_removed',
  { planId, enterprise, visit }: RecordedVisit,
): Message {
  const { no, name, nextVisitOn, daysLate } = enterprise
  const next = [
    ...(nextVisitOn === null ? [] : [t(locale, 'enterprise.next_visit', { day: nextVisitOn })]),
    ...(daysLate === null ? [] : [t(locale, 'enterprise.late', { days: daysLate })]),
  ]
  return message(t(locale, `enterprise.${what}`, { no, name, day: visit.visitedOn }), [
    ...paragraphs(visit.notes.split('\n')),
    ...(next.length > 0 ? [note(next.join(' '))] : []),
    buttons(...(what === 'visited' ? [raiseButton(locale, planId, no)] : []), showButton(locale, planId, no)),
  ])
}

import type { KnownBlock, ModalView } from '@slack/types'
import { ENTERPRISE_LIMITS, USUAL_MONTHS } from '../../domain/enterprise/enterprise-facts.ts'
import { isPseudonym } from '../../domain/pseudonym.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { EnterpriseForm, VisitForm } from '../../usecases/enterprise/open-enterprise.ts'
import { choices, input, option, paragraph } from '../blocks.ts'
import { ids } from '../ids.ts'
import { nameOf } from './lines.ts'

/** What a form of enterprises remembers from opening to submission. */
export type EnterpriseMetadata = {
  channel: string | null
  planId: number
  /** null: a new one. */
  no: number | null
  /** As the form read it. */
  version: number | null
  visitId: number | null
  /** ISO day in the plan's zone; '' where no day is asked for. */
  today: string
}

/** The form that enters an enterprise or changes one. */
export function enterpriseModal(locale: Locale, form: EnterpriseForm, channel: string | null): ModalView {
  const { planId, units, contact, enterprise } = form
  const unitOption = (unit: (typeof units)[number]) => option(String(unit.id), unit.name)
  const known = units.find(({ id }) => id === enterprise?.unitId) ?? (units.length === 1 ? units[0] : undefined)
  const metadata = { channel, planId, no: enterprise?.no ?? null, version: enterprise?.version ?? null }
  return modal(locale, ids.enterprise.modal, enterprise ? 'change' : 'add', { ...metadata, visitId: null, today: '' }, [
    input('name', t(locale, 'enterprise.field_name'), {
      type: 'plain_text_input',
      action_id: ids.enterprise.name,
      max_length: ENTERPRISE_LIMITS.name,
      ...(enterprise ? { initial_value: enterprise.name } : {}),
    }),
    input('unit', t(locale, 'enterprise.field_unit'), {
      type: 'static_select',
      action_id: ids.enterprise.unit,
      ...choices(units.map(unitOption)),
      ...(known ? { initial_option: unitOption(known) } : {}),
    }),
    input(
      'contact',
      t(locale, 'enterprise.field_contact'),
      {
        type: 'users_select',
        action_id: ids.enterprise.contact,
        ...(contact && !isPseudonym(contact) ? { initial_user: contact } : {}),
      },
      { hint: t(locale, 'enterprise.contact_hint') },
    ),
    input('months', t(locale, 'enterprise.field_months'), {
      type: 'number_input',
      action_id: ids.enterprise.months,
      is_decimal_allowed: false,
      min_value: String(ENTERPRISE_LIMITS.minMonths),
      max_value: String(ENTERPRISE_LIMITS.maxMonths),
      initial_value: String(enterprise?.everyMonths ?? USUAL_MONTHS),
    }),
    input(
      'notes',
      t(locale, 'enterprise.field_notes'),
      textField(ids.enterprise.notes, ENTERPRISE_LIMITS.notes, enterprise?.notes),
      { optional: true, hint: t(locale, 'enterprise.notes_hint') },
    ),
  ])
}

/** The form that ends keeping in touch. */
export function endModal(locale: Locale, form: EnterpriseForm, channel: string | null): ModalView {
  const { planId, enterprise } = form
  const { no = null, version = null } = enterprise ?? {}
  return modal(locale, ids.enterprise.endModal, 'end', { channel, planId, no, version, visitId: null, today: '' }, [
    ...(enterprise ? [paragraph(nameOf(locale, enterprise))] : []),
    paragraph(t(locale, 'enterprise.end_intro')),
    reasonField(locale),
  ])
}

/** The form that records a visit, or corrects one. */
export function visitModal(locale: Locale, form: VisitForm, channel: string | null, day: string | null): ModalView {
  const { enterprise, visit, today } = form
  const callbackId = visit ? ids.enterprise.correctModal : ids.enterprise.visitModal
  return modal(locale, callbackId, visit ? 'correct' : 'visit', visitMetadata(form, channel), [
    paragraph(nameOf(locale, enterprise)),
    input('day', t(locale, 'enterprise.field_day'), {
      type: 'datepicker',
      action_id: ids.enterprise.day,
      initial_date: visit?.visitedOn ?? day ?? today,
    }),
    input(
      'notes',
      t(locale, 'enterprise.field_visit'),
      textField(ids.enterprise.visitNotes, ENTERPRISE_LIMITS.visitNotes, visit?.notes),
      { hint: t(locale, 'enterprise.visit_hint') },
    ),
    visit ? reasonField(locale) : problemField(locale),
  ])
}

/** The form that removes a visit. */
export function removeModal(locale: Locale, form: VisitForm, channel: string | null): ModalView {
  const { enterprise, visit } = form
  return modal(locale, ids.enterprise.removeModal, 'remove', visitMetadata(form, channel), [
    paragraph(nameOf(locale, enterprise)),
    ...(visit ? [paragraph(`${t(locale, 'day.short', { day: visit.visitedOn })} ${visit.notes}`)] : []),
    paragraph(t(locale, 'enterprise.remove_intro')),
    reasonField(locale),
  ])
}

/** What the form of a visit shows while it is stored, and when it was. */
export function visitNoteModal(locale: Locale, text: string): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: t(locale, 'enterprise.modal.visit') },
    close: { type: 'plain_text', text: t(locale, 'button.close') },
    blocks: [paragraph(text)],
  }
}

function visitMetadata({ planId, enterprise, visit, today }: VisitForm, channel: string | null): EnterpriseMetadata {
  return { channel, planId, no: enterprise.no, version: null, visitId: visit?.id ?? null, today }
}

function modal(
  locale: Locale,
  callbackId: string,
  what: 'add' | 'change' | 'end' | 'visit' | 'correct' | 'remove',
  metadata: EnterpriseMetadata,
  blocks: KnownBlock[],
): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: { type: 'plain_text', text: t(locale, `enterprise.modal.${what}`) },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks,
  }
}

function textField(actionId: string, max: number, text = '') {
  const initial = text === '' ? {} : { initial_value: text }
  return { type: 'plain_text_input' as const, action_id: actionId, multiline: true, max_length: max, ...initial }
}

function reasonField(locale: Locale): KnownBlock {
  const field = textField(ids.enterprise.reason, ENTERPRISE_LIMITS.reason)
  return input('reason', t(locale, 'enterprise.field_reason'), field, { hint: t(locale, 'enterprise.reason_hint') })
}

function problemField(locale: Locale): KnownBlock {
  return input(
    'problem',
    t(locale, 'enterprise.field_problem'),
    {
      type: 'checkboxes',
      action_id: ids.enterprise.problem,
      options: [option('problem', t(locale, 'enterprise.problem_option'))],
    },
    { optional: true },
  )
}

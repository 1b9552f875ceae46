import { DomainError } from '../../domain/errors.ts'
import { type MemberRole, memberRoles } from '../../domain/membership.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError, t } from '../../i18n/translate.ts'
import { assignMembers } from '../../usecases/member/assign-members.ts'
import { listPlanMembers } from '../../usecases/member/list-plan-members.ts'
import { removeMembers } from '../../usecases/member/remove-members.ts'
import { ids } from '../ids.ts'
import type { ActionRequest, FieldErrors, Fields, Request, SubmitRequest } from '../requests/request.ts'
import { changedMessage, membersMessage } from './member-messages.ts'
import { membersModal } from './member-views.ts'
import { resolvePeople } from './people.ts'
import type { MemberWords } from './words.ts'

/** Shows who is what. */
export async function showMembers(request: Request): Promise<void> {
  const { context, actor, locale, reply } = request
  await reply(membersMessage(locale, await listPlanMembers(context, actor)))
}

/** Opens the form that gives and takes roles. */
export async function openMembers(request: ActionRequest): Promise<void> {
  const { context, actor, locale, client, triggerId, channel } = request
  const { units } = await listPlanMembers(context, actor)
  const names = units.map((unit) => unit.name)
  await client.views.open({ trigger_id: triggerId, view: membersModal(locale, names, { channel }) })
}

/** Checks the form: somebody is named, and a liaison has a unit. */
export function checkMembers(fields: Fields, locale: Locale): { errors: FieldErrors } | { input: MemberWords } {
  const users = fields[ids.members.people]?.selected_users ?? []
  const handle = (fields[ids.members.group]?.value ?? '').trim().replace(/^[@＠]/, '')
  const role = memberRoles.find((one) => one === fields[ids.members.role]?.selected_option?.value)
  const unit = fields[ids.members.unit]?.selected_option?.text.text ?? null
  const refuse = (field: string, code: string) => ({
    errors: { [field]: describeError(locale, new DomainError(code)) },
  })
  if (users.length === 0 && handle === '') return refuse(ids.members.people, 'member.nobody')
  if (!role || (role === 'liaison' && !unit)) return refuse(ids.members.unit, 'member.unit_needed')
  if (role !== 'liaison' && unit) return refuse(ids.members.unit, 'member.unit_unfit')
  const change = fields[ids.members.action]?.selected_option?.value === 'remove' ? 'remove' : 'add'
  return { input: { change, people: { users, groups: [], handles: handle ? [handle] : [] }, role, unit } }
}

/** Gives or takes what the form holds. */
export async function submitMembers(request: SubmitRequest, members: MemberWords): Promise<void> {
  await changeMembers(request, members)
}

/** Gives people a role or takes it away, and says so. */
export async function changeMembers(request: Request, { change, people, role, unit }: MemberWords): Promise<void> {
  const { context, actor, locale, client, reply } = request
  const users = await resolvePeople(client, people)
  const rows = users.map((userId) => ({ userId, role, unit }))
  const named = users.length
  const work = change === 'add' ? assignMembers : removeMembers
  const { changed, assignments } = await work(context, actor, rows)
  const title = t(locale, change === 'add' ? 'members.added' : 'members.removed', { changed, named })
  await reply(changedMessage(locale, title, users, roleName(locale, role, assignments[0]?.unit ?? null)))
}

function roleName(locale: Locale, role: MemberRole, unit: string | null): string {
  return t(locale, 'members.as_role', { role: t(locale, `role.${role}`), unit })
}

import type { RichTextBlock, RichTextSection } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { PlanMembers } from '../../usecases/member/list-plan-members.ts'
import { button, buttons, type Message, message, note } from '../blocks.ts'
import { ids } from '../ids.ts'

const unitsShown = 100
const peopleShown = 20

/** Who is what: the office first, then a line a unit. */
export function membersMessage(locale: Locale, members: PlanMembers): Message {
  const { units } = members
  const missing = units.filter((unit) => unit.liaisons.length === 0).length
  const office = [
    line(locale, t(locale, 'role.admin'), members.admins),
    line(locale, t(locale, 'role.convener'), members.conveners),
    line(locale, t(locale, 'role.leader'), members.leaders),
  ]
  const shown = units.slice(0, unitsShown).map((unit) => line(locale, unit.name, unit.liaisons))
  return message(t(locale, 'members.title', { count: units.length, missing }), [
    lines(office),
    ...(shown.length > 0 ? [lines(shown)] : []),
    ...(units.length > unitsShown ? [note(t(locale, 'members.more', { count: units.length - unitsShown }))] : []),
    ...(members.mayAssign ? [buttons(button(ids.members.change, t(locale, 'members.change'), 'change'))] : []),
  ])
}

/** What changed, for whom. */
export function changedMessage(locale: Locale, title: string, users: readonly string[], role: string): Message {
  return message(title, [lines([line(locale, role, users)])])
}

function lines(elements: RichTextSection[]): RichTextBlock {
  return { type: 'rich_text', elements }
}

/** Rich text, because only Slack can show a person's name for their id. */
function line(locale: Locale, name: string, users: readonly string[]): RichTextSection {
  const people = users.slice(0, peopleShown).flatMap((user) => [
    { type: 'user' as const, user_id: user },
    { type: 'text' as const, text: ' ' },
  ])
  const rest = users.length > peopleShown ? [{ type: 'text' as const, text: `+${users.length - peopleShown}` }] : []
  const none = [{ type: 'text' as const, text: t(locale, 'members.none') }]
  return {
    type: 'rich_text_section',
    elements: [
      { type: 'text', text: t(locale, 'members.line', { name }) },
      ...(users.length > 0 ? [...people, ...rest] : none),
    ],
  }
}

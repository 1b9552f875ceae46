import type { member as chinese } from '../zh-cn/member.ts'
import { counted } from './counted.ts'

/** People and their roles */
export const member: typeof chinese = {
  'members.title': (p) =>
    p.missing === 0
      ? `People: every unit (${p.count}) has a liaison`
      : `People: ${p.missing} of ${counted(p.count, 'unit')} without a liaison`,
  'members.none': '⚪ nobody yet',
  'members.line': (p) => `${p.name}: `,
  'members.more': (p) => `${counted(p.count, 'further unit')} not shown.`,
  'members.change': 'Add or remove',
  'members.modal_title': 'People',
  'members.action': 'What to do',
  'members.add': 'Add',
  'members.remove': 'Remove',
  'members.people': 'People',
  'members.group': 'Or a user group',
  'members.group_hint': 'The handle of a user group, e.g. @liaisons; everyone in it now is taken.',
  'members.role': 'Role',
  'members.unit': 'Unit (needed for a liaison)',
  'members.unit_more': (p) =>
    `${counted(p.count, 'further unit')}: please use /plan members add @someone liaison UNIT.`,
  'members.added': (p) =>
    p.changed === p.named ? `Added: ${p.changed}` : `Added: ${p.changed}; ${p.named - p.changed} had the role already`,
  'members.removed': (p) =>
    p.changed === p.named
      ? `Removed: ${p.changed}`
      : `Removed: ${p.changed}; ${p.named - p.changed} did not have the role`,
  'members.as_role': (p) => (p.unit ? `${p.unit} · ${p.role}` : p.role),
  'error.member.words_unknown': (p) =>
    `Not done: “${p.words}” is not understood. E.g. /plan members add @someone liaison UNIT, or /plan members remove @someone convener.`,
  'error.member.nobody':
    'Not done: nobody is named. Choose people or a user group with @, e.g. /plan members add @someone liaison UNIT.',
  'error.member.too_many': (p) => `Not done: at most ${p.most} people at once.`,
  'error.member.unit_needed': 'Not done: a liaison needs a unit, e.g. /plan members add @someone liaison UNIT.',
  'error.member.unit_unfit': 'Not done: only liaisons belong to a unit; name none for a convener, leader or admin.',
  'error.member.last_admin': 'Not removed: a plan needs at least one admin. Please add another one first.',
  'error.member.mention_unknown': (p) =>
    `Not done: “@${p.name}” was not found. Choose from what Slack offers after @, or write a user group's handle.`,
  'error.member.group_unreadable': (p) =>
    `Not done: Slack did not tell who is in the user group (${p.reason}). Please name the people one by one.`,
}

import type { access as chinese } from '../zh-cn/access.ts'

/** Refusals by authorisation, and failures that no one foresaw. */
export const access: typeof chinese = {
  'error.unanswered':
    'The answer could not be shown, and what you asked for may well have been done. Please look before you ask again.',
  'error.unexpected':
    'Not done: something failed inside, and nothing was changed. Please try again later; if it happens again, tell an admin.',
  'error.unavailable':
    'Not done: the database cannot be used at the moment, and nothing was changed. Please try again in a few minutes.',
  'error.unsure':
    'The connection to the database broke off, and what you asked for may or may not have been done. Please look before you ask again.',
  'error.busy': 'Not done: too many requests at the moment, and nothing was changed. Please try again later.',
  'error.too_late':
    'The form did not open: it took longer than Slack allows, and nothing was changed. Please try once more.',
  'error.slack': 'Not done: Slack is busy or does not answer, and nothing was changed. Please try again in a while.',
  'error.changed_by': (p) => `${p.refusal} (${p.who}, ${p.at})`,
  'error.plan.channels_changed':
    'Not saved: somebody else has just set the same channel. Type /plan channel to see it, then try again.',
  'request.working': 'Still working on it…',
  'error.plan.none': 'This workspace has no plan yet. An admin can import one with /plan import.',
  'error.plan.gone':
    'Nothing was done: the plan this message belongs to is no longer in this workspace. Type the command instead; it acts on your current plan.',
  'error.plan.choose': (p) => `This workspace has ${p.count} plans. Choose yours first with /plan use.`,
  'error.access.not_a_member': (p) =>
    `Not done: you are not on the list of people of “${p.plan}”. Ask an admin to add you with /plan members.`,
  'error.access.role_needed': (p) =>
    `Not done: this is for the role ${String(p.roles).replace(/, (?=[^,]*$)/, ' or ')}. Ask an admin (/plan members) if you need it.`,
  'error.access.other_workspace':
    'Not done: this is for members of the workspace that Liaison is installed in. Please ask an admin there.',
  'error.request.unreadable':
    'Not done: this button or form is from another version and can no longer be read; nothing was changed. Type the command again and use the new message or form.',
  'error.request.repeated': 'This request was already handled.',
  'error.task.unknown': (p) => `Not done: there is no task ${p.no}. The plan's tasks are ${p.numbers}.`,
  'error.unit.unknown': (p) => `Not done: there is no unit named “${p.name}”. Type /plan units to see them all.`,
}

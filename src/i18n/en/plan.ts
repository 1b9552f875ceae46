import type { plan as chinese } from '../zh-cn/plan.ts'
import { counted } from './counted.ts'

/** The plan */
export const plan: typeof chinese = {
  'plan.help': [
    '/plan — the plan at a glance',
    '/plan tasks · /plan units — its tasks, its responsible units',
    '/plan import — import a plan or its next version (a file or pasted text; previewed before you confirm)',
    '/plan export — export the plan (YAML, can be imported again)',
    '/plan members — the people; /plan members add @someone liaison UNIT; /plan members remove @someone convener',
    '/plan channel — set the channels; /plan channel meeting #meetings; /plan channel leading #leading',
    '/plan settings — see and change the reporting cadence and the days of reminders and slips; /plan settings cadence quarter due 5',
    '/plan burden — what was asked of each unit this period, its messages and meeting time; /plan burden 2024H1',
    '/plan health — what was not delivered, which channels and people are not reached, what runs late; send again',
    '/plan use — choose a plan; /plan use 2',
    '/plan help — this text',
  ].join('\n'),
  'plan.title': (p) => `${p.title} · version ${p.version}`,
  'plan.document': (p) =>
    [p.documentNo, p.issuedOn && `issued ${p.issuedOn}`].filter((part) => part).join(' · ') ||
    'no number or date given',
  'plan.counts': (p) =>
    [
      counted(p.sections, 'section'),
      counted(p.tasks, 'task'),
      counted(p.units, 'unit'),
      counted(p.targets, 'target'),
    ].join(' · '),
  'plan.people': (p) => `${p.count === 1 ? '1 person has' : `${p.count} people have`} a role`,
  'plan.channel_meeting': 'Joint meeting channel',
  'plan.channel_leading': 'Leading group channel',
  'plan.channel_unset': 'not set',
  'plan.section': (p) => `${p.no ? `${p.no} ` : ''}${p.title} (${counted(p.tasks, 'task')})`,
  'plan.task': (p) => `Task ${p.no} ${p.title} — ${p.units || 'no units named'}`,
  'plan.unit': (p) =>
    `${p.name}${p.aliases ? ` (also ${p.aliases})` : ''}: leads ${counted(p.leads, 'task')}, takes part in ${p.joins}`,
  'plan.unit_in_task': (p) => `${p.name}${p.lead ? ' (lead)' : ''}`,
  'plan.target': (p) =>
    `${p.metric}: ${p.value}${p.per ? ' a year' : ''}${p.by ? ` by ${p.by}` : ''}${p.taskNo === null ? '' : ` (task ${p.taskNo})`}`,
  'plan.tasks_title': (p) => counted(p.tasks, 'task'),
  'plan.units_title': (p) => counted(p.units, 'responsible unit'),
  'plan.left_out': (p) => `${counted(p.count, 'further line')} not shown; type /plan export to see everything.`,
  'plan.button_import': 'Import a plan',
  'plan.button_version': 'Import a new version',
  'plan.button_members': 'People',
  'plan.button_channels': 'Channels',
  'plan.button_export': 'Export',
  'plan.use_title': (p) => `This workspace has ${counted(p.count, 'plan')}; choose the one your commands speak of`,
  'plan.use_line': (p) => `${p.position}. ${p.title} · version ${p.version}${p.current ? ' · current' : ''}`,
  'plan.use_choose': 'Choose a plan',
  'plan.used': (p) => `Your commands now speak of “${p.title}”.`,
  'plan.exported': (p) => `“${p.title}”, version ${p.version}, is exported: see your direct messages with Liaison.`,
  'plan.exporting_comment': (p) =>
    `“${p.title}”, version ${p.version}. You can edit it and import it again with /plan import.`,
  'plan.channels_title': 'Channels',
  'plan.channels_intro': 'Agendas go to the joint meeting channel, digests to the leading group channel.',
  'plan.channels_set': 'The channels are set',
  'plan.channels_invite': (p) =>
    `${p.names}: private, or not open to Liaison. Please type /invite @Liaison there, or nothing can be posted.`,
  'error.plan.words_unknown': (p) =>
    `Not done: “${p.words}” is not understood. Use show, tasks, units, import, export, members, channel, settings, burden, health, use or help, e.g. /plan tasks.`,
  'error.plan.channel_words':
    'Not set: name the purpose and the channel, e.g. /plan channel meeting #meetings or /plan channel leading #leading.',
  'error.plan.use_words': (p) =>
    `Not changed: “${p.words}” is no number. Type /plan use to see the numbers, e.g. /plan use 2.`,
  'error.plan.unknown': (p) => `There is no such plan. This workspace has ${p.count}; type /plan use to see them.`,
  'error.plan.too_many': (p) =>
    `Not imported: a workspace holds at most ${p.most} plans. Please import it as a new version of one.`,
  'error.plan.unit_not_listed': (p) => `Not imported: “${p.unit}” of task ${p.task} is not in the list of units.`,
  'error.plan.export_failed': (p) =>
    `Not exported: Slack did not take the file (${p.reason}). The plan is unchanged; please try again later.`,
  'error.unit.ambiguous': (p) => `Not done: “${p.name}” may be ${p.units}; please write the full name.`,
}

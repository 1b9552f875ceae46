import type { consultation as chinese } from '../zh-cn/consultation.ts'
import { counted } from './counted.ts'

const objected = (objections: number) => (objections ? `, ${counted(objections, 'objection')}` : '')

/** Consultations, and settling without a meeting */
export const consultation: typeof chinese = {
  'consultation.asked_title': (p) =>
    `Your answer on #${p.no} ${p.title} · ${p.answered} of ${p.asked} answered${objected(p.objections)}`,
  'consultation.agreed_title': (p) => `All agree on #${p.no} ${p.title} · ${counted(p.asked, 'unit')}`,
  'consultation.settled_title': (p) => `Settled without a meeting: #${p.no} ${p.title}`,
  'consultation.dropped_title': (p) => `Consultation stopped: #${p.no} ${p.title}`,
  'consultation.proposal_line': (p) => `Proposal: ${p.proposal}`,
  'consultation.unit_line': (p) =>
    `${p.answer} ${p.unit}${p.remark ? ` · “${p.remark}”` : ''}${p.day ? ` · ${p.day}` : ''}`,
  'consultation.answer.agrees': '🟢 agrees',
  'consultation.answer.objects': '🟡 objects',
  'consultation.answer.none': '⚪ no answer yet',
  'consultation.asked_note': (p) =>
    `Asked ${p.day}. Liaisons of these units, please answer; you can change it until this ends. What all agree on can be settled without the meeting; an objection takes it there. Also by words: /issue agree ${p.no} a line.`,
  'consultation.agreed_note': 'It can be settled without the meeting; until then a unit can still change its answer.',
  'consultation.ending.replaced': 'There is a new proposal; please answer that one.',
  'consultation.ending.withdrawn': 'The issue was withdrawn; no answer is needed any more.',
  'consultation.ending.decided': 'The issue was decided otherwise; no answer is needed any more.',
  'consultation.ending.settled': 'All units agreed and it was settled without a meeting; the outcome is posted.',
  'consultation.agree': 'Agree',
  'consultation.object': 'Object',
  'consultation.open': 'Consult',
  'consultation.settle': 'Settle now',
  'consultation.offer_title': (p) =>
    `#${p.no} ${p.title}: all ${counted(p.asked, 'unit')} agree, it can be settled without the meeting`,
  'consultation.offer_waits_title': (p) =>
    `#${p.no} ${p.title}: a unit changed its answer, it cannot be settled without the meeting for now`,
  'consultation.offer_note':
    'It takes no meeting time and is recorded just as in a meeting. Left as it is, it stays a candidate for the agenda.',
  'consultation.settled_decided': (p) => `Settled without a meeting: #${p.no} ${p.title}`,
  'consultation.settled_withdrawn': (p) => `Withdrawn without a meeting: #${p.no} ${p.title}`,
  'consultation.ground.agreed': 'All units it needs agreed; it took no meeting time.',
  'consultation.ground.leading': 'Settled by the leading group.',
  'consultation.action_line': (p) =>
    `${p.owner}${p.coUnits ? ` (with ${p.coUnits})` : ''}: ${p.text} · by ${p.day}${p.measure ? ` · done when: ${p.measure}` : ''}`,
  'consultation.latest': (p) =>
    `Consultation · asked ${p.day} · ${p.state} · ${p.answered} of ${p.asked} answered${objected(p.objections)}`,
  'consultation.state.asked': 'waiting for answers',
  'consultation.state.agreed': 'all agree',
  'consultation.state.objected': 'objected to',
  'consultation.state.settled': 'settled without a meeting',
  'consultation.state.dropped': 'stopped',
  'consultation.title': 'Consult the units',
  'consultation.form_intro': (p) => `#${p.no} ${p.title}\nUnits asked: ${p.units}`,
  'consultation.form_proposal': 'Proposal',
  'consultation.form_hint': 'How it is to be settled, by whom and until when. At most 1000 characters.',
  'consultation.form_earlier':
    'A consultation on this issue is under way; this one stops it, and the units answer anew.',
  'consultation.object_title': 'Object',
  'consultation.object_intro': (p) => `#${p.no} ${p.title}\nProposal: ${p.proposal}\nAnswering for: ${p.units}`,
  'consultation.object_remark': 'Objection, in a line',
  'consultation.object_hint': 'What you object to and what you would change. At most 300 characters; all units see it.',
  'consultation.asked': (p) => `Consultation on #${p.no} ${p.title} is out · ${counted(p.count, 'unit')}`,
  'consultation.asked_units': (p) => `Asked: ${p.units}`,
  'consultation.asked_next': 'It goes to the meeting channel; once all agree, you are offered to settle it.',
  'consultation.asked_replaced': 'The earlier consultation is stopped; the units answer anew.',
  'consultation.asked_silent': (p) =>
    `${p.units}: no liaison yet, so no answer can come. An admin can name one with /plan members.`,
  'consultation.answered_agree': (p) =>
    `Recorded: ${p.units} ${p.units.includes(', ') ? 'agree' : 'agrees'} on #${p.no}`,
  'consultation.answered_object': (p) =>
    `Recorded: ${p.units} ${p.units.includes(', ') ? 'object' : 'objects'} on #${p.no}`,
  'consultation.remark_line': (p) => `“${p.remark}”`,
  'consultation.answered_before': (p) => `It takes the place of the earlier answer: ${p.before}.`,
  'consultation.answered_next': (p) =>
    [
      p.state === 'agreed'
        ? 'All units agree; the convener can settle it.'
        : `${p.state === 'objected' ? 'With an objection it goes to the meeting. ' : ''}${p.waiting ? `${counted(p.waiting, 'unit')} yet to answer.` : ''}`.trim(),
      'You can change it until this ends; the last answer counts.',
    ]
      .filter((part) => part !== '')
      .join(' '),
  'error.consultation.number_missing':
    'Not done: please give the number of the issue. Examples: /issue consult 12 proposal…, /issue agree 12, /issue object 12 why',
  'error.consultation.proposal_missing':
    'No consultation went out: please write the proposal. Example: /issue consult 12 the customs set one standard',
  'error.consultation.proposal_too_long': (p) =>
    `No consultation went out: the proposal has ${p.length} characters, more than ${p.max}. Please shorten it.`,
  'error.consultation.remark_missing':
    'Not recorded: please say in a line what you object to. Example: /issue object 12 the customs’ definition should count',
  'error.consultation.remark_too_long': (p) =>
    `Not recorded: ${p.length} characters, more than ${p.max}. Please shorten it.`,
  'error.consultation.not_open': (p) =>
    `No consultation went out: issue #${p.no} is decided, closed or withdrawn. See it with /issue show ${p.no}.`,
  'error.consultation.no_channel':
    'No consultation went out: the plan has no meeting channel, so the units would not see it. Set one with /plan channel, then ask again.',
  'error.consultation.no_units': (p) =>
    `No consultation went out: none of the units that issue #${p.no} needs is in the plan any more. Take it to a meeting.`,
  'error.consultation.none': (p) =>
    `Not recorded: there is no consultation on issue #${p.no}. See it with /issue show ${p.no}.`,
  'error.consultation.ended': (p) =>
    `Not recorded: this consultation on issue #${p.no} is over (decided, withdrawn, or there is a new proposal). See how it stands with /issue show ${p.no}.`,
  'error.consultation.not_asked': (p) =>
    `Not recorded: the consultation on #${p.no} asks ${p.units}, and you are not their liaison. If that is wrong, ask an admin (/plan members).`,
  'error.settlement.outcome_not_here':
    'Not settled: without a meeting an issue can be decided or withdrawn. Put it off or escalate it in a meeting.',
  'error.settlement.not_open': (p) =>
    `Not settled: issue #${p.no} is decided, closed or withdrawn already. See it with /issue show ${p.no}.`,
  'error.settlement.not_consulted': (p) =>
    `Not settled: the units were not asked about issue #${p.no}. Ask them with /issue consult ${p.no} proposal…, or take it to a meeting.`,
  'error.settlement.waiting': (p) =>
    `Not settled: the consultation on issue #${p.no} waits for ${p.units}. Wait until all agree, or take it to a meeting.`,
  'error.settlement.objected': (p) =>
    `Not settled: ${p.units} objected to the proposal on issue #${p.no}. Take it to a meeting, or ask with another proposal.`,
  'error.settlement.not_escalated': (p) =>
    `Not settled: issue #${p.no} does not stand before the leading group; the convener consults on it or takes it to a meeting.`,
}

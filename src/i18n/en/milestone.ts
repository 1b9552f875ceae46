import { DateTime } from 'luxon'
import type { milestone as chinese } from '../zh-cn/milestone.ts'
import { counted } from './counted.ts'
import { fullDay } from './dates.ts'

/** The roadmap and its milestones */
export const milestone: typeof chinese = {
  'milestone.help': [
    '/progress roadmap — the milestones of your units’ tasks; conveners and leaders see all; /progress roadmap 6 — those of task 6; /progress roadmap late',
    '/progress milestone 6 Port accepted 2024-09-30 — add one to task 6 (also: end of sep, 10 working days); without words, its form',
    '/progress milestone done 3 acceptance paper… — report it reached, with evidence (a day may come first)',
    '/progress milestone move 3 2024-10-15 why, /progress milestone remove 3 why, /progress milestone reopen 3 why (not reached after all)',
  ].join('\n'),
  'milestone.day_with_year': (p) => DateTime.fromISO(p.day).setLocale('en').toFormat('ccc d LLL yyyy'),
  'milestone.name': (p) => `Milestone ${p.no} ${p.title}`,
  'milestone.line': (p) => `Milestone ${p.no} ${p.title} · ${p.unit} · due ${p.due} · ${p.standing}`,
  'milestone.standing.planned': '⚪ not due yet',
  'milestone.standing.soon': (p) => (p.days === 0 ? '🟡 due now' : `🟡 ${counted(p.days, 'working day')} left`),
  'milestone.standing.slipped': (p) => (p.days === 0 ? '🟡 late' : `🟡 ${counted(p.days, 'working day')} late`),
  'milestone.standing.done': (p) =>
    `✅ reached ${p.day}${p.days > 0 ? `, ${counted(p.days, 'working day')} late` : ''}`,
  'milestone.paused': '⚪ task paused, nobody is urged',
  'milestone.issue': (p) => `issue #${p.issueNo} stands`,
  'milestone.evidence': (p) => `Evidence: “${p.text}”`,
  'milestone.moved': (p) =>
    `${p.times > 1 ? `Moved ${p.times} times, last ` : 'Moved '}from ${p.from} to ${p.to}: “${p.reason}”`,
  'milestone.title.mine': (p) => `Roadmap: ${countWords(p)}`,
  'milestone.title.late': (p) =>
    `${counted(p.total, 'milestone')} late${p.waiting > 0 ? `, ${p.waiting} without an issue` : ''}`,
  'milestone.title.task': (p) => `Roadmap of task ${p.task}: ${countWords(p)}`,
  'milestone.task': (p) => `Task ${p.no} ${p.title}`,
  'milestone.none.mine': 'There are no milestones yet.',
  'milestone.none.late': 'No milestone is late.',
  'milestone.none.task': (p) => `Task ${p.task} has no milestones yet.`,
  'milestone.none_note': (p) =>
    `Add one: /progress milestone ${p.task} Port accepted 2024-09-30, or choose “Add a milestone”.`,
  'milestone.page': (p) => `Page ${p.page} of ${p.pages}${p.rest > 0 ? `, ${p.rest} more after it` : ''}`,
  'milestone.next': 'Next page',
  'milestone.first': 'Back to the first page',
  'milestone.add': 'Add a milestone',
  'milestone.list': 'Milestones of this task',
  'milestone.done': 'Reached',
  'milestone.done_again': 'Update the evidence',
  'milestone.move': 'Move',
  'milestone.reopen': 'Not reached after all',
  'milestone.show_late': 'Show late milestones',
  'milestone.waiting': (p) =>
    `${counted(p.count, 'late milestone')} without an issue; raise one with a click from the list.`,
  'milestone.remove': 'Remove',
  'milestone.raise': 'Raise an issue',
  'milestone.modal.add': 'Add a milestone',
  'milestone.modal.done': 'Milestone reached',
  'milestone.modal.move': 'Move a milestone',
  'milestone.modal.reopen': 'Not reached after all',
  'milestone.modal.remove': 'Remove a milestone',
  'milestone.field_task': 'Task and unit',
  'milestone.option': (p) => `Task ${p.no} ${p.title} · ${p.unit}`,
  'milestone.field_title': 'Milestone',
  'milestone.title_hint': 'What will be reached by then, e.g. Port accepted. At most 200 characters.',
  'milestone.field_day': 'Due',
  'milestone.field_done_day': 'Reached on',
  'milestone.field_evidence': 'Evidence',
  'milestone.evidence_hint': 'For example an acceptance paper or minutes; links will do. At most 500 characters.',
  'milestone.field_reason': 'Why',
  'milestone.reason_hint': 'At most 500 characters; it is kept in the record.',
  'milestone.added': (p) => `Added: milestone ${p.no} ${p.title}, due ${p.due}.`,
  'milestone.added_more': (p) => `Task ${p.task} ${p.taskTitle} · ${p.unit}`,
  'milestone.finished': (p) => `Recorded: milestone ${p.no} ${p.title}, reached ${p.day}.`,
  'milestone.moved_to': (p) => `Moved: milestone ${p.no} ${p.title}, from ${p.from} to ${p.to}.`,
  'milestone.reopened': (p) => `Taken back: milestone ${p.no} ${p.title} is due ${p.due} again.`,
  'milestone.reason': (p) => `Why: “${p.text}”`,
  'milestone.removed': (p) => `Removed: milestone ${p.no} ${p.title}. The record is kept.`,
  'milestone.issue_title': (p) => `Late: ${p.title}`,
  'milestone.issue_details': (p) =>
    `“${p.title}” was due ${p.due} and is ${p.days > 0 ? `${counted(p.days, 'working day')} late` : 'late'}.`,
  'milestone.of_issue': (p) => `From milestone ${p.no} ${p.title}`,
  'error.milestone.title_missing':
    'Not saved: say what will be reached. For example: /progress milestone 6 Port accepted 2024-09-30',
  'error.milestone.title_too_long': (p) =>
    `Not saved: the milestone has ${p.length} characters; at most ${p.max} are taken. Shorten it.`,
  'error.milestone.evidence_missing':
    'Not saved: say what shows it. For example: /progress milestone done 3 acceptance paper at https://…',
  'error.milestone.evidence_too_long': (p) =>
    `Not saved: the evidence has ${p.length} characters; at most ${p.max} are taken. Shorten it; link to the rest.`,
  'error.milestone.reason_missing':
    'Not done: say why. For example: /progress milestone move 3 2024-10-15 work stopped by floods',
  'error.milestone.reason_too_long': (p) =>
    `Not done: the reason has ${p.length} characters; at most ${p.max} are taken. Shorten it.`,
  'error.milestone.day_missing': 'Not saved: say the day, e.g. 2024-09-30, end of sep, 10 working days.',
  'error.milestone.day_unknown': (p) =>
    `Not saved: “${p.given}” is no day. Write 2024-09-30, 30 Sep or end of sep, for example.`,
  'error.milestone.day_out_of_range': (p) =>
    `Not saved: ${fullDay(p.day)} is not between the years 2000 and 2100. Check the year.`,
  'error.milestone.day_passed': (p) => `Not saved: ${fullDay(p.day)} is past. Give today or a day to come.`,
  'error.milestone.day_same': (p) => `Not done: it is due ${fullDay(p.day)} already. Give another day.`,
  'error.milestone.done_in_future': (p) => `Not saved: ${fullDay(p.day)} is still to come. Give today or a day before.`,
  'error.milestone.too_many': (p) =>
    `Not saved: task ${p.task} has ${p.max} milestones already, the most it takes. Remove one that is not needed; see /progress roadmap ${p.task}.`,
  'error.milestone.unknown': (p) =>
    `Not done: there is no milestone ${p.no}, or it was removed. Type /progress roadmap to see them.`,
  'error.milestone.not_yours': (p) =>
    `Not done: milestone ${p.no} is ${p.unit}’s; only liaisons of that unit or of the task’s lead, and conveners, change it. See /progress roadmap.`,
  'error.milestone.already_done': (p) =>
    `Not done: milestone ${p.no} is reported as reached. To correct its evidence, type /progress milestone done ${p.no} …`,
  'error.milestone.not_done': (p) => `Not done: milestone ${p.no} is not reported as reached. See /progress roadmap.`,
  'error.milestone.changed_meanwhile': (p) =>
    `Not done: somebody has just changed milestone ${p.no}. Type /progress roadmap to see it, then try again.`,
  'error.milestone.not_slipped': (p) =>
    `Not raised: milestone ${p.no} has not slipped (due ${fullDay(p.day)}). To raise an issue now, type /issue.`,
  'error.milestone.issue_stands': (p) =>
    `Not raised: issue #${p.issueNo} stands for milestone ${p.no} already. See it with /issue ${p.issueNo}.`,
  'error.milestone.words_unknown': (p) =>
    `Not done: “${p.given}” is not understood. Give the task's number and the milestone, for example: /progress milestone 6 Port accepted 2024-09-30; see /progress roadmap help.`,
  'error.milestone.number_missing': (p) =>
    `Not done: say which milestone, for example: /progress milestone ${p.verb} 3 …; numbers are in /progress roadmap.`,
  'error.milestone.roadmap_words': (p) =>
    `Not done: “${p.given}” is not understood. Give a task's number, for example: /progress roadmap 6`,
}

function countWords({ total, done, slipped, soon }: { total: number; done: number; slipped: number; soon: number }) {
  return [
    counted(total, 'milestone'),
    `${done} reached`,
    ...(slipped > 0 ? [`${slipped} late`] : []),
    ...(soon > 0 ? [`${soon} due soon`] : []),
  ].join(', ')
}

import type { policy as chinese } from '../zh-cn/policy.ts'
import { fullDay } from './dates.ts'

/** Supporting policies */
export const policy: typeof chinese = {
  'policy.help': [
    '/progress policy — the supporting policies of your units’ tasks; /progress policy 6 — those of task 6',
    '/progress policy add 6 title 武政办〔2024〕12号 2024-05-10 https://… — add one; without words, its form',
    '/progress policy remove 6 武政办〔2024〕12号 why — remove one (《title》 where it has no number)',
  ].join('\n'),
  'policy.name': (p) => `“${p.title}”${p.documentNo === '' ? '' : ` ${p.documentNo}`}`,
  'policy.title_part': (p) => `“${p.title}”`,
  'policy.more_part': (p) =>
    `${p.documentNo === '' ? '' : `${p.documentNo} · `}${p.unit} · issued ${fullDay(p.issuedOn)}`,
  'policy.line': (p) =>
    `“${p.title}”${p.documentNo === '' ? '' : ` ${p.documentNo}`} · ${p.unit} · issued ${fullDay(p.issuedOn)}`,
  'policy.title.mine': (p) => `${p.count} supporting ${p.count === 1 ? 'policy' : 'policies'}`,
  'policy.title.task': (p) => `Task ${p.task}: ${p.count} supporting ${p.count === 1 ? 'policy' : 'policies'}`,
  'policy.none.mine': 'There are no supporting policies yet.',
  'policy.none.task': (p) => `Task ${p.task} has no supporting policies yet.`,
  'policy.none_note': (p) =>
    `Add one: /progress policy add ${p.task} title 武政办〔2024〕12号 2024-05-10, or choose “Add a policy”.`,
  'policy.page': (p) => `Page ${p.page} of ${p.pages}${p.rest > 0 ? `, ${p.rest} more after it` : ''}`,
  'policy.list': 'Policies of this task',
  'policy.add': 'Add a policy',
  'policy.remove': 'Remove',
  'policy.modal.add': 'Add a policy',
  'policy.modal.remove': 'Remove a policy',
  'policy.field_title': 'Title',
  'policy.title_hint': 'Without 《》, at most 200 characters.',
  'policy.field_document': 'Document number',
  'policy.document_hint': 'For example 武政办〔2024〕12号. Leave it empty where there is none.',
  'policy.field_day': 'Issued on',
  'policy.field_link': 'Link',
  'policy.link_hint': 'It begins with https:// or http://. Leave it empty where there is none.',
  'policy.field_reason': 'Why',
  'policy.reason_hint': 'At most 500 characters; it is kept in the record.',
  'policy.added': (p) => `Added to task ${p.task}: “${p.title}”${p.documentNo === '' ? '' : ` ${p.documentNo}`}`,
  'policy.no_document': 'No document number was found, so none is saved. If it has one, remove it and add it again.',
  'policy.removed': (p) =>
    `Removed from task ${p.task}: “${p.title}”${p.documentNo === '' ? '' : ` ${p.documentNo}`}. The record is kept.`,
  'error.policy.title_missing':
    'Not saved: give the title. For example: /progress policy add 6 title 武政办〔2024〕12号 2024-05-10',
  'error.policy.title_too_long': (p) =>
    `Not saved: the title has ${p.length} characters; at most ${p.max} are taken. Shorten it.`,
  'error.policy.document_too_long': (p) =>
    `Not saved: the document number has ${p.length} characters; at most ${p.max} are taken. Check it.`,
  'error.policy.link_too_long': (p) =>
    `Not saved: the link has ${p.length} characters; at most ${p.max} are taken. Use a shorter one.`,
  'error.policy.link_unknown': 'Not saved: the link must be a whole address that begins with https:// or http://.',
  'error.policy.day_missing': 'Not saved: give the day it was issued, e.g. 2024-05-10.',
  'error.policy.day_unknown': (p) => `Not saved: “${p.given}” is no day of issue. Write 2024-05-10, for example.`,
  'error.policy.day_in_future': (p) => `Not saved: ${fullDay(p.day)} is still to come. Check the day of issue.`,
  'error.policy.reason_missing':
    'Not done: say why. For example: /progress policy remove 6 武政办〔2024〕12号 replaced by a newer one',
  'error.policy.reason_too_long': (p) =>
    `Not done: the reason has ${p.length} characters; at most ${p.max} are taken. Shorten it.`,
  'error.policy.there': (p) =>
    `Not saved: task ${p.task} already has “${p.title}”, with the same number or title. See /progress policy ${p.task}.`,
  'error.policy.too_many': (p) =>
    `Not saved: task ${p.task} has ${p.max} policies already, the most it takes. Remove one that is not needed.`,
  'error.policy.unknown': (p) =>
    `Not done: task ${p.task} has no policy with the number or title “${p.given}”. See /progress policy ${p.task}.`,
  'error.policy.gone': 'Not done: this policy was removed. Type /progress policy to see those there are.',
  'error.policy.not_yours': (p) =>
    `Not done: “${p.title}” is ${p.unit}’s; only liaisons of that unit or of the task’s lead, and conveners, remove it.`,
  'error.policy.words_unknown': (p) =>
    `Not done: “${p.given}” is not understood. Type for example /progress policy 6, or /progress policy add 6 …; see /progress policy help.`,
  'error.policy.task_missing': 'Not done: give the task’s number, for example: /progress policy add 6 …',
  'error.policy.name_missing':
    'Not done: give the document number or 《title》, for example: /progress policy remove 6 武政办〔2024〕12号 replaced',
}

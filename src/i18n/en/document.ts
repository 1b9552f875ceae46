import { DateTime } from 'luxon'
import type { document as chinese } from '../zh-cn/document.ts'

const fullDay = (day: string) => DateTime.fromISO(day).setLocale('en').toFormat('d LLLL yyyy')
const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

const counted = (parts: readonly (readonly [string, number])[]) =>
  parts.filter(([, count]) => count > 0).map(([words, count]) => `${count} ${words}`)

/** Official documents: minutes, amendments, agendas, ledgers */
export const document: typeof chinese = {
  'document.heading1': (p) => `${p.n}. ${p.title}`,
  'document.heading2': (p) => `(${p.n}) ${p.title}`,
  'document.day': (p) => fullDay(p.day),
  'document.span': (p) =>
    `${DateTime.fromISO(p.day).setLocale('en').toFormat('cccc d LLLL yyyy')}, ${p.from} to ${p.endDay === p.day ? '' : `${fullDay(p.endDay)}, `}${p.to}`,
  'document.name_separator': ', ',
  'document.sentence_end': '.',
  'document.colon': ': ',
  'document.draft_mark': 'DRAFT (not approved)',
  'document.minutes_masthead': 'Joint Meeting Minutes',
  'document.number': (p) => `No. ${p.no} of ${p.year}`,
  'document.amendment_number': (p) => `No. ${p.no} of ${p.year}, amendment ${p.amendment}`,
  'document.minutes_title': (p) => `Minutes of joint meeting ${p.no}: ${p.plan}`,
  'document.amendment_title': (p) => `Amendment ${p.amendment} to the minutes of joint meeting ${p.no}: ${p.plan}`,
  'document.amendment_intro': (p) =>
    `The minutes of joint meeting ${p.no}, held on ${fullDay(p.day)} (${p.number}), have been approved. They are amended as follows.`,
  'document.amendment_rest': 'All else in those minutes stands.',
  'document.approved_by': 'Approved by: ',
  'document.not_signed': 'pending',
  'document.issued_on': (p) => `Issued on ${fullDay(p.day)}`,
  'document.not_issued': 'Draft, not issued',
  'document.sent_to': 'To: ',
  'document.copied_to': 'Copy to: ',
  'document.time': 'Time: ',
  'document.optional_mark': ' (optional)',
  'document.place': 'Place: ',
  'document.chair': 'Chair: ',
  'document.present': 'Present: ',
  'document.absent': 'Absent: ',
  'document.attendee': (p) => `${p.unit}${p.deputy ? ' (by deputy)' : ''}${p.people ? `: ${p.people}` : ''}`,
  'document.summary': (p) =>
    p.items === 0
      ? 'No item was before the meeting.'
      : [
          `The meeting took ${plural(p.items, 'item')}: ${counted([
            ['decided', p.decided],
            ['deferred', p.deferred],
            ['referred to the leading group', p.escalated],
            ['withdrawn', p.withdrawn],
          ]).join(', ')}`,
          p.actions > 0 ? `; it set ${plural(p.actions, 'action')}` : '',
          '.',
        ].join(''),
  'document.follow_up': 'Follow-up of earlier actions',
  'document.follow_up_counts': (p) =>
    `The meeting heard how earlier actions stand: ${counted([
      ['verified as done', p.verified],
      ['under way', p.running],
      ['overdue', p.overdue],
    ]).join(', ')}.`,
  'document.overdue_intro': 'Overdue are:',
  'document.items': 'Items and outcomes',
  'document.item_facts': (p) =>
    `${[
      `Issue #${p.no}`,
      ...(p.taskNo === null ? [] : [`task ${p.taskNo}${p.taskTitle ? ` “${p.taskTitle}”` : ''}`]),
      ...(p.raisedBy ? [`raised by ${p.raisedBy}`] : []),
    ].join(', ')}.`,
  'document.outcome.decided': 'Decided',
  'document.outcome.deferred': 'Deferred',
  'document.outcome.escalated': 'Referred to the leading group',
  'document.outcome.withdrawn': 'Withdrawn',
  'document.no_text.decided': 'The meeting decided the item as proposed.',
  'document.no_text.deferred': 'The meeting deferred the item to its next session.',
  'document.no_text.escalated': 'The meeting referred the item to the leading group for decision.',
  'document.no_text.withdrawn': 'The meeting agreed that the item is withdrawn.',
  'document.item_actions': 'Actions',
  'document.item_action_nos': (p) =>
    `${p.nos.length === 1 ? 'No.' : 'Nos.'} ${p.nos.join(', ')} in the table of actions.`,
  'document.actions': 'Actions',
  'document.column.no': 'No.',
  'document.column.action': 'Action',
  'document.column.owner': 'Owner',
  'document.column.co_units': 'With',
  'document.column.due': 'Due',
  'document.column.measure': 'Measure of done',
  'document.column.issue': 'Issue',
  'document.agenda_title': (p) => `Agenda of the joint meeting: ${p.plan}`,
  'document.agenda_summary': (p) =>
    `The meeting lasts ${plural(p.minutes, 'minute')}; ${plural(p.items, 'item')} in ${plural(p.used, 'minute')}.`,
  'document.agenda_items': 'Items',
  'document.agenda_units': 'Who attends when',
  'document.agenda_left_out': 'Issues left out',
  'document.agenda_basis': 'Basis of the order',
  'document.agenda_more': (p) =>
    `${plural(p.count, 'more issue')} with lower scores ${p.count === 1 ? 'is' : 'are'} left out.`,
  'document.column.place': 'Item',
  'document.column.clock': 'Time',
  'document.column.minutes': 'Min.',
  'document.column.item': 'Subject',
  'document.column.units': 'Attending',
  'document.column.unit': 'Unit',
  'document.column.items': 'Items',
  'document.column.business': 'Business (min.)',
  'document.column.waiting': 'Waiting (min.)',
  'document.column.why': 'Reason',
  'document.column.score': 'Score',
  'document.mandatory_mark': ' (mandatory)',
}

/** What Slack sends back of `src/slack/agenda`. */
export const agendaIds = {
  modal: 'agenda_modal',
  date: 'agenda_date',
  time: 'agenda_time',
  minutes: 'agenda_minutes',
  mode: 'agenda_mode',
  publish: 'agenda_publish',
  up: 'agenda_up',
  down: 'agenda_down',
  more: 'agenda_more',
  otherMode: 'agenda_other_mode',
  add: 'agenda_add',
  whyNot: 'agenda_why_not',
  minutesModal: 'agenda_minutes_modal',
  itemMinutes: 'agenda_item_minutes',
  addModal: 'agenda_add_modal',
  issue: 'agenda_issue',
} as const

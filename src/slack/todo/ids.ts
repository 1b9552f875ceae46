/** What Slack sends back of `src/slack/todo`. */
export const todoIds = {
  done: 'todo_done',
  ask: 'todo_ask',
  verify: 'todo_verify',
  return: 'todo_return',
  agree: 'todo_agree',
  extend: 'todo_extend',
  cancel: 'todo_cancel',
  show: 'todo_show',
  page: 'todo_page',
  doneModal: 'todo_done_modal',
  dayModal: 'todo_day_modal',
  reasonModal: 'todo_reason_modal',
  evidence: 'todo_evidence',
  day: 'todo_day',
  reason: 'todo_reason',
} as const

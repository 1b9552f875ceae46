/** What Slack sends back of `src/slack/target`. */
export const targetIds = {
  modal: 'target_modal',
  open: 'target_open',
  choose: 'target_choose',
  target: 'target_target',
  value: 'target_value',
  day: 'target_day',
  unit: 'target_unit',
  source: 'target_source',
  show: 'target_show',
  history: 'target_history',
  undo: 'target_undo',
  importModal: 'target_import_modal',
  confirmModal: 'target_confirm_modal',
  file: 'target_file',
  text: 'target_text',
} as const

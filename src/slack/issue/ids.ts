/** What Slack sends back of `src/slack/issue`. */
export const issueIds = {
  modal: 'issue_modal',
  title: 'issue_title',
  task: 'issue_task',
  units: 'issue_units',
  severity: 'issue_severity',
  minutes: 'issue_minutes',
  details: 'issue_details',
  unit: 'issue_unit',
  raise: 'issue_raise',
  raiseAnyway: 'issue_raise_anyway',
  show: 'issue_show',
  withdraw: 'issue_withdraw',
  require: 'issue_require',
  fromMessage: 'issue_from_message',
} as const

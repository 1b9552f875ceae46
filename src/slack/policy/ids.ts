/** What Slack sends back of `src/slack/policy`. */
export const policyIds = {
  list: 'policy_list',
  page: 'policy_page',
  open: 'policy_open',
  remove: 'policy_remove',
  addModal: 'policy_add_modal',
  removeModal: 'policy_remove_modal',
  task: 'policy_task',
  title: 'policy_title',
  document: 'policy_document',
  day: 'policy_day',
  link: 'policy_link',
  reason: 'policy_reason',
} as const

/** What Slack sends back of `src/slack/decision`. */
export const decisionIds = {
  settle: 'decision_settle',
  modal: 'decision_modal',
  outcome: 'decision_outcome',
  text: 'decision_text',
  addAction: 'decision_add_action',
  what: 'decision_what',
  owner: 'decision_owner',
  coUnits: 'decision_co_units',
  due: 'decision_due',
  measure: 'decision_measure',
} as const

/** What Slack sends back of `src/slack/supervision`. */
export const supervisionIds = {
  sign: 'slip_sign',
  approve: 'slip_approve',
  decline: 'slip_decline',
  show: 'slip_show',
  withdraw: 'slip_withdraw',
  page: 'slip_page',
  overduePage: 'slip_overdue_page',
  signModal: 'slip_sign_modal',
  reasonModal: 'slip_reason_modal',
  remark: 'slip_remark',
  reason: 'slip_reason',
} as const

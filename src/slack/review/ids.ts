/** What Slack sends back of `src/slack/review`. */
export const reviewIds = {
  open: 'review_open',
  page: 'review_page',
  accept: 'review_accept',
  acceptAll: 'review_accept_all',
  return: 'review_return',
  returnOne: 'review_return_one',
  reasonModal: 'review_reason_modal',
  reason: 'review_reason',
  closePeriod: 'review_close_period',
} as const

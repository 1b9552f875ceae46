/** What Slack sends back of `src/slack/health`. */
export const healthIds = {
  resend: 'health_resend',
  dismiss: 'health_dismiss',
  resendAll: 'health_resend_all',
  page: 'health_page',
} as const

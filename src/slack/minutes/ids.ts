/** What Slack sends back of `src/slack/minutes`. */
export const minutesIds = {
  submit: 'minutes_submit',
  redraft: 'minutes_redraft',
  sign: 'minutes_sign',
} as const

/** What Slack sends back of `src/slack/burden`. */
export const burdenIds = {
  unit: 'burden_unit',
  page: 'burden_page',
  list: 'burden_list',
} as const

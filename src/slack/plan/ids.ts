/** What Slack sends back of the settings part of `src/slack/plan`. */
export const settingsIds = {
  open: 'settings_open',
  modal: 'settings_modal',
  confirm: 'settings_confirm',
  cadence: 'settings_cadence',
  opens: 'settings_opens',
  due: 'settings_due',
  reminders: 'settings_reminders',
  blue: 'settings_blue',
  yellow: 'settings_yellow',
  red: 'settings_red',
} as const

/** What Slack sends back of `src/slack/plan`. */
export const planIds = {
  openImport: 'plan_open_import',
  importModal: 'plan_import_modal',
  file: 'plan_file',
  text: 'plan_text',
  target: 'plan_target',
  confirmModal: 'plan_confirm_modal',
  use: 'plan_use',
  export: 'plan_export',
  openChannels: 'plan_open_channels',
  channelsModal: 'plan_channels_modal',
  meetingChannel: 'plan_meeting_channel',
  leadingChannel: 'plan_leading_channel',
} as const

/** What Slack sends back of the members part of `src/slack/plan`. */
export const membersIds = {
  open: 'members_open',
  change: 'members_change',
  modal: 'members_modal',
  action: 'members_action',
  people: 'members_people',
  group: 'members_group',
  role: 'members_role',
  unit: 'members_unit',
} as const

/** What Slack sends back of `src/slack/digest`. */
export const digestIds = {
  post: 'digest_post',
  targets: 'digest_targets',
  units: 'digest_units',
  approve: 'digest_approve',
  show: 'digest_show',
  takeBack: 'digest_take_back',
  openSubscribe: 'digest_open_subscribe',
  unsubscribe: 'digest_unsubscribe',
  subscribeModal: 'digest_subscribe_modal',
  cadence: 'digest_cadence',
  channel: 'digest_channel',
  language: 'digest_language',
  sections: 'digest_sections',
  approval: 'digest_approval',
  interpretModal: 'digest_interpret_modal',
  interpretation: 'digest_interpretation',
} as const

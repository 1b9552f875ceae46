/** What Slack sends back of `src/slack/consultation`. */
export const consultationIds = {
  open: 'consultation_open',
  modal: 'consultation_modal',
  proposal: 'consultation_proposal',
  agree: 'consultation_agree',
  object: 'consultation_object',
  objectModal: 'consultation_object_modal',
  remark: 'consultation_remark',
} as const

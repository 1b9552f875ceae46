import type { installation as chinese } from '../zh-cn/installation.ts'

/** The pages on which a workspace installs the bot. */
export const installation: typeof chinese = {
  'install.title': 'Install Liaison',
  'install.invite': 'Install Liaison in your Slack workspace. You need to be allowed to install apps there.',
  'install.button': 'Install in Slack',
  'install.done': (p) =>
    `Liaison is installed in the workspace “${p.workspace}”. In Slack, invite it to the channels of the joint meeting and the leading group, then type /plan import.`,
  'install.cancelled':
    'Not installed: the authorisation was cancelled, and nothing was stored. Start again to install.',
  'install.expired':
    'Not installed: this link has expired, or was not started in this browser. Nothing was stored. Please start again.',
  'install.organisation':
    'Not installed: Liaison is installed workspace by workspace, not for a whole organisation (Enterprise Grid). Nothing was stored. Please start again and choose one workspace.',
  'install.failed':
    'Not installed: it could not be completed, and nothing was stored. Please start again later; if it happens again, ask those who run Liaison to look at the log.',
  'install.again': 'Start again',
}

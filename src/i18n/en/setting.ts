import type { setting as chinese } from '../zh-cn/setting.ts'

/** Settings at start */
export const setting: typeof chinese = {
  'setting.SLACK_BOT_TOKEN': 'give the bot token; it starts with xoxb- (OAuth & Permissions of the app).',
  'setting.SLACK_APP_TOKEN':
    'give an app-level token with connections:write; it starts with xapp- (Basic Information of the app).',
  'setting.SLACK_SIGNING_SECRET': 'give the signing secret (Basic Information of the app).',
  'setting.SLACK_CLIENT_ID': 'give the client id (Basic Information of the app).',
  'setting.SLACK_CLIENT_SECRET': 'give the client secret (Basic Information of the app).',
  'setting.SLACK_REDIRECT_URL':
    'give the https:// address that Slack sends people back to, with a path of its own such as /slack/oauth_redirect and nothing after it; http:// only on localhost.',
  'setting.LIAISON_TOKEN_KEYS':
    'give id:key[,id:key], at most 10 with different ids; a key is 32 random bytes in base64 (openssl rand -base64 32).',
  'setting.SLACK_HTTP_HOST': 'give an address to listen on, such as 127.0.0.1.',
  'setting.SLACK_HTTP_PORT': 'give a whole number from 0 to 65535.',
  'setting.SLACK_API_URL':
    'give an address that starts with http:// or https:// and ends in /; without a proxy leave it out.',
  'setting.DATABASE_URL':
    'write it as postgresql://user:password@host:5432/database; without it the embedded database is used.',
  'setting.LIAISON_DATA': 'give a folder for the data, such as .data.',
  'setting.LIAISON_SANDBOX_PORT': 'give a whole number from 0 to 65535; 0 is any free port.',
  'setting.LIAISON_SEED': 'give 1 (with the sample plan) or 0.',
  'setting.LIAISON_KEEP_MESSAGES':
    'give how many days the contents of sent messages are kept, from 30 to 36500, or 0 (for ever).',
  'setting.LIAISON_KEEP_DRAFTS': 'give how many days drafts of reports are kept, from 0 (for ever) to 36500.',
  'setting.LIAISON_LOG': 'give one of fatal, error, warn, info, debug, silent.',
  'setting.LIAISON_MONITOR_HOST': 'give an address to listen on, such as 127.0.0.1.',
  'setting.LIAISON_MONITOR_PORT': 'give a whole number from 0 to 65535, or off.',
  'setting.transport_missing':
    'SLACK_BOT_TOKEN or SLACK_CLIENT_ID is set; SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is needed beside it.',
  'setting.bot_token_missing': 'the other Slack tokens are set; the bot token is needed too, it starts with xoxb-.',
  'setting.one_or_many':
    'SLACK_BOT_TOKEN is one workspace’s; SLACK_CLIENT_ID lets several install the bot. Keep one of them.',
  'setting.oauth_missing':
    'SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_REDIRECT_URL and LIAISON_TOKEN_KEYS belong together for several workspaces; this one is missing.',
}

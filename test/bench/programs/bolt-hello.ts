import { App } from '@slack/bolt'

// The least that a bot on Bolt is: it reaches Slack, listens, and acknowledges.
const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_HTTP_PORT, SLACK_API_URL } = process.env
const app = new App({
  token: String(SLACK_BOT_TOKEN),
  signingSecret: String(SLACK_SIGNING_SECRET),
  clientOptions: { slackApiUrl: String(SLACK_API_URL) },
})
app.command('/progress', async ({ ack }) => ack())
await app.start({ host: '127.0.0.1', port: Number(SLACK_HTTP_PORT) })
process.stdout.write('ready\n')

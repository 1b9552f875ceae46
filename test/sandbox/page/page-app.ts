import { App, LogLevel } from '@slack/bolt'
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts'

const text = (value: string) => ({ type: 'plain_text' as const, text: value })

const manifest = {
  display_information: { name: '联络员' },
  features: {
    app_home: { home_tab_enabled: true },
    bot_user: { display_name: '联络员' },
    slash_commands: [
      { command: '/report', description: '报送进展', usage_hint: '[任务号]' },
      { command: '/issue', description: '提出问题', usage_hint: '' },
    ],
    shortcuts: [{ name: '转为问题', type: 'message', callback_id: 'raise', description: '把消息转为问题' }],
  },
  oauth_config: { scopes: { bot: ['commands', 'chat:write', 'channels:history', 'im:write', 'im:history'] } },
  settings: { event_subscriptions: { bot_events: ['app_home_opened'] } },
}

const workspace = {
  team: { id: 'T1', name: '示范区' },
  users: [
    { id: 'U1', name: 'shangwu', realName: '市商务局联络员', locale: 'zh-CN', title: '联络员' },
    { id: 'U2', name: 'haiguan', realName: '武汉海关联络员', locale: 'en-US', title: 'Liaison' },
  ],
  channels: [
    { id: 'C1', name: '联络', members: ['U1', 'U2'], bot: true },
    { id: 'C2', name: '领导小组', members: ['U1'], bot: true },
  ],
}

const form = {
  type: 'modal' as const,
  callback_id: 'report',
  title: text('报送进展'),
  submit: text('提交'),
  blocks: [
    {
      type: 'input',
      block_id: 'percent',
      label: text('完成百分比'),
      element: { type: 'plain_text_input', action_id: 'value' },
    },
    {
      type: 'input',
      block_id: 'odd',
      optional: true,
      label: text('说明'),
      element: { type: 'rich_text_input', action_id: 'value' },
    },
  ],
}

/** A sandbox with a small app in it: `/report` opens a form that refuses more than 100, then posts a receipt with a button. */
export async function startPageApp(): Promise<{ sandbox: Sandbox; stop: () => Promise<void> }> {
  const sandbox = await startSandbox({
    port: 0,
    dataFile: null,
    manifest,
    workspace,
    startAt: '2024-06-28T10:00:00+08:00',
  })
  const app = new App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: sandbox.apiUrl },
  })
  app.command('/report', async ({ ack, command, client }) => {
    await ack()
    await client.views.open({
      trigger_id: command.trigger_id,
      view: { ...form, private_metadata: command.channel_id } as never,
    })
  })
  app.command('/issue', async ({ ack }) => ack('*没有保存* <img src=x onerror=alert(1)> *粗体*中文'))
  app.view('report', async ({ ack, view, client }) => {
    const percent = Number(view.state.values.percent?.value?.value)
    if (!(percent <= 100)) return ack({ response_action: 'errors', errors: { percent: '不能超过 100' } })
    await ack()
    const button = { type: 'button' as const, action_id: 'sign', text: text('签收') }
    const blocks = [
      { type: 'section' as const, text: text(`🟢 达进度 ${percent}%`) },
      { type: 'actions' as const, elements: [button] },
    ]
    await client.chat.postMessage({ channel: view.private_metadata, text: `已收到 ${percent}%`, blocks })
  })
  app.action('sign', async ({ ack, body, client }) => {
    await ack()
    if (body.type !== 'block_actions' || !body.message || !body.channel) return
    await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: '已签收', blocks: [] })
  })
  app.shortcut('raise', async ({ ack, shortcut, client }) => {
    await ack()
    await client.views.open({ trigger_id: shortcut.trigger_id, view: { ...form, title: text('转为问题') } as never })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'header', text: text('我的任务') }] },
    })
  })
  await app.start()
  return {
    sandbox,
    async stop() {
      await app.stop()
      await sandbox.stop()
    },
  }
}

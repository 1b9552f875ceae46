/** 启动设置 */
export const setting = {
  'setting.SLACK_BOT_TOKEN': '请填机器人令牌，以 xoxb- 开头（应用管理页 OAuth & Permissions）。',
  'setting.SLACK_APP_TOKEN': '请填应用级令牌，以 xapp- 开头，权限 connections:write（应用管理页 Basic Information）。',
  'setting.SLACK_SIGNING_SECRET': '请填 Signing Secret（应用管理页 Basic Information）。',
  'setting.SLACK_CLIENT_ID': '请填 Client ID（应用管理页 Basic Information）。',
  'setting.SLACK_CLIENT_SECRET': '请填 Client Secret（应用管理页 Basic Information）。',
  'setting.SLACK_REDIRECT_URL':
    '请填 Slack 授权后返回的 https:// 地址，路径自定，如 /slack/oauth_redirect，其后不带参数；仅本机可用 http://。',
  'setting.LIAISON_TOKEN_KEYS':
    '请写成 编号:密钥[,编号:密钥]，至多 10 个且编号不同；密钥为 32 字节随机数的 base64（openssl rand -base64 32）。',
  'setting.SLACK_HTTP_HOST': '请填监听地址，如 127.0.0.1。',
  'setting.SLACK_HTTP_PORT': '请填 0 至 65535 的整数。',
  'setting.SLACK_API_URL': '请填以 http:// 或 https:// 开头、以 / 结尾的地址；不用代理则不设。',
  'setting.DATABASE_URL': '请写成 postgresql://用户名:密码@主机:5432/数据库；不设则用内嵌数据库。',
  'setting.LIAISON_DATA': '请填数据目录，如 .data。',
  'setting.LIAISON_SANDBOX_PORT': '请填 0 至 65535 的整数；0 为任意空闲端口。',
  'setting.LIAISON_SEED': '请填 1（自带示例方案）或 0。',
  'setting.LIAISON_KEEP_MESSAGES': '请填已发消息内容的保留天数，30 至 36500，或 0（永久）。',
  'setting.LIAISON_KEEP_DRAFTS': '请填报送草稿的保留天数，0（永久）至 36500。',
  'setting.LIAISON_LOG': '请填 fatal、error、warn、info、debug、silent 之一。',
  'setting.LIAISON_MONITOR_HOST': '请填监听地址，如 127.0.0.1。',
  'setting.LIAISON_MONITOR_PORT': '请填 0 至 65535 的整数，或 off（不开）。',
  'setting.transport_missing':
    '已设 SLACK_BOT_TOKEN 或 SLACK_CLIENT_ID，还须设 SLACK_APP_TOKEN（Socket Mode）或 SLACK_SIGNING_SECRET（HTTP）。',
  'setting.bot_token_missing': '其他 Slack 令牌已设，还须设机器人令牌，以 xoxb- 开头。',
  'setting.one_or_many': 'SLACK_BOT_TOKEN 只供一个工作区使用，SLACK_CLIENT_ID 供多个工作区安装，二者只能设其一。',
  'setting.oauth_missing':
    '多个工作区须同时设 SLACK_CLIENT_ID、SLACK_CLIENT_SECRET、SLACK_REDIRECT_URL、LIAISON_TOKEN_KEYS，此项未设。',
}

/** 体检：联络员运行所需的一切是否齐备 */
export const doctor = {
  'doctor.state.ok': '正常',
  'doctor.state.warn': '注意',
  'doctor.state.fail': '故障',
  'doctor.sum': (p: { ok: boolean; count: number }) =>
    p.ok
      ? p.count === 0
        ? '一切正常。'
        : `可以运行，另有 ${p.count} 项请留意。`
      : `有 ${p.count} 项需要处理，处理后请再次运行 doctor。`,
  'doctor.sandbox': '沙箱，不需要令牌',
  'doctor.slack': '连接 Slack',
  'doctor.settings': (p: { connection: string }) => `设置完整（${p.connection}）`,
  'doctor.setting_wrong': (p: { name: string; todo: string }) => `设置 ${p.name}：${p.todo}`,
  'doctor.setting_unknown': (p: { name: string; meant: string }) =>
    `变量 ${p.name} 不是联络员的设置，不起作用${p.meant ? `；是否应为 ${p.meant}` : ''}。`,
  'doctor.node': (p: { version: string }) => `Node ${p.version}`,
  'doctor.node_old': (p: { version: string; wanted: string }) =>
    `Node ${p.version} 版本过低，需要 ${p.wanted} 或更高。请用 npm start 启动，它使用 npm ci 装好的 Node。`,
  'doctor.fonts': '图表可以绘制，中文字体齐全',
  'doctor.fonts_missing': (p: { reason: string }) => `图表无法绘制（${p.reason}）。请重新运行 npm ci。`,
  'doctor.folder': (p: { folder: string; free: string }) => `数据目录 ${p.folder}，剩余 ${p.free}`,
  'doctor.folder_new': (p: { folder: string }) => `数据目录 ${p.folder} 尚未建立，首次启动时建立`,
  'doctor.folder_full': (p: { folder: string; free: string }) =>
    `数据目录 ${p.folder} 仅剩 ${p.free}。请清理磁盘，或用 LIAISON_DATA 指定其他目录。`,
  'doctor.folder_open': (p: { folder: string }) =>
    `数据目录 ${p.folder} 其他用户也可进入。请运行 chmod 700 ${p.folder}。`,
  'doctor.folder_closed': (p: { folder: string; reason: string }) =>
    `数据目录 ${p.folder} 无法使用（${p.reason}）。请用 LIAISON_DATA 指定当前用户可写的目录。`,
  'doctor.embedded': '内嵌数据库 PostgreSQL',
  'doctor.postgresql': '外接数据库 PostgreSQL',
  'doctor.database': (p: { kind: string; version: string; size: string }) => `${p.kind} ${p.version}，${p.size}`,
  'doctor.database_new': (p: { folder: string }) => `内嵌数据库尚未建立，首次启动时建在 ${p.folder}`,
  'doctor.database_zone': (p: { zone: string }) =>
    `数据库会话时区为 ${p.zone}，不是 UTC。请让连接（或连接池）保留选项 “-c TimeZone=UTC”。`,
  'doctor.held': (p: { pid: string }) => `联络员正在运行（进程号 ${p.pid}），数据库由它使用，本次未查`,
  'doctor.held_ready': (p: { pid: string }) => `联络员正在运行（进程号 ${p.pid}），状态正常`,
  'doctor.held_unready': (p: { pid: string; parts: string }) =>
    `联络员正在运行（进程号 ${p.pid}），但以下部分不正常：${p.parts}。请查看其日志。`,
  'doctor.migrations': '数据库结构与本版本一致',
  'doctor.migrations_pending': (p: { count: number }) => `数据库结构较旧，下次启动时应用 ${p.count} 个迁移。请先备份。`,
  'doctor.migrations_newer': (p: { names: string }) => `数据库结构来自更新的版本（${p.names}）。请尽快升级本程序。`,
  'doctor.migrations_edited': (p: { names: string }) => `迁移在应用之后被改动：${p.names}。请恢复原文件。`,
  'doctor.database_clock': (p: { seconds: string }) => `与数据库时钟相差 ${p.seconds} 秒`,
  'doctor.database_clock_off': (p: { seconds: string }) =>
    `与数据库时钟相差 ${p.seconds} 秒。请为两台机器配置 NTP 校时。`,
  'doctor.outbox': (p: { waiting: number }) => `待发消息 ${p.waiting} 条，没有发不出的`,
  'doctor.outbox_dead': (p: { dead: number; waiting: number }) =>
    `有 ${p.dead} 条消息发不出，另有待发 ${p.waiting} 条。请在 Slack 中输入 /plan health 查看原因，重发或放弃。`,
  'doctor.slots': '没有逾期未办的定时任务',
  'doctor.slots_late': (p: { count: number; hours: number }) =>
    `有 ${p.count} 项定时任务逾期未办，最久 ${p.hours} 小时。未启动的，启动后补办一次；正在运行的，请查看日志。`,
  'doctor.slack_unreachable': (p: { reason: string }) =>
    `无法连接 Slack（${p.reason}）。请检查网络、代理和 SLACK_API_URL。`,
  'doctor.bot_token': (p: { team: string; id: string }) => `机器人令牌有效：${p.team}（${p.id}）`,
  'doctor.bot_token_bad': (p: { error: string }) =>
    `机器人令牌无效（${p.error}）。请在应用管理页 OAuth & Permissions 重新取得，填入 SLACK_BOT_TOKEN。`,
  'doctor.none_installed': (p: { origin: string }) =>
    `尚无工作区安装联络员。请由工作区管理员打开 ${p.origin}/slack/install 安装。`,
  'doctor.token_refused': (p: { id: string; error: string }) =>
    `Slack 不接受工作区 ${p.id} 的令牌（${p.error}）。请由该工作区重新安装。`,
  'doctor.token_closed': (p: { id: string }) =>
    `工作区 ${p.id} 的令牌无法解密。请把加密时所用的密钥加入 LIAISON_TOKEN_KEYS，或请该工作区重新安装。`,
  'doctor.scopes': (p: { count: number }) => `权限齐全（${p.count} 项）`,
  'doctor.scopes_missing': (p: { scopes: string }) =>
    `缺少权限：${p.scopes}。请按 manifest.yml 更新应用，并重新安装到工作区。`,
  'doctor.app_token': '可以建立 Socket Mode 连接',
  'doctor.app_token_bad': (p: { error: string }) =>
    `无法建立 Socket Mode 连接（${p.error}）。请用带 connections:write 的应用级令牌，填入 SLACK_APP_TOKEN，并开启 Socket Mode。`,
  'doctor.signing_secret': 'Signing Secret 格式正确（是否相符须由 Slack 的请求验证）',
  'doctor.signing_secret_odd':
    'SLACK_SIGNING_SECRET 不像 Slack 的（应为 32 位十六进制）。请核对应用管理页 Basic Information。',
  'doctor.clock': (p: { seconds: string }) => `与 Slack 时钟相差 ${p.seconds} 秒`,
  'doctor.clock_off': (p: { seconds: string }) =>
    `与 Slack 时钟相差 ${p.seconds} 秒，满 5 分钟即无法核验请求，到期事项也会错时。请配置 NTP 校时。`,
  'doctor.no_plan': '尚未导入方案。请在 Slack 中输入 /plan import。',
  'doctor.channels': (p: { title: string; count: number }) => `《${p.title}》的 ${p.count} 个频道机器人都在`,
  'doctor.channels_unset': (p: { title: string }) =>
    `《${p.title}》未设联席会议频道或领导小组频道。请输入 /plan channel meeting #频道、/plan channel leading #频道。`,
  'doctor.channel_bad': (p: { title: string; channel: string; trouble: string }) =>
    `《${p.title}》的频道 ${p.channel} 无法发送（${p.trouble}）。请把机器人请进频道，或用 /plan channel 换一个频道。`,
  'doctor.people': (p: { title: string; count: number }) => `《${p.title}》的 ${p.count} 人都在工作区`,
  'doctor.people_none': (p: { title: string }) => `《${p.title}》尚未指定人员。请输入 /plan members add。`,
  'doctor.people_gone': (p: { title: string; count: number; names: string }) =>
    `《${p.title}》有 ${p.count} 人已不在工作区：${p.names}。请用 /plan members 换人。`,
}

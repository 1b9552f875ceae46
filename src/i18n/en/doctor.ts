import type { doctor as chinese } from '../zh-cn/doctor.ts'
import { counted } from './counted.ts'

/** The doctor: is everything there that the bot needs? */
export const doctor: typeof chinese = {
  'doctor.state.ok': 'OK  ',
  'doctor.state.warn': 'NOTE',
  'doctor.state.fail': 'FAIL',
  'doctor.sum': (p) =>
    p.ok
      ? p.count === 0
        ? 'All is well.'
        : `It can run; ${counted(p.count, 'thing')} to look at.`
      : `${counted(p.count, 'thing')} to mend; then run doctor again.`,
  'doctor.sandbox': 'the sandbox; no tokens needed',
  'doctor.slack': 'connected to Slack',
  'doctor.settings': (p) => `Settings are complete (${p.connection})`,
  'doctor.setting_wrong': (p) => `Setting ${p.name}: ${p.todo}`,
  'doctor.setting_unknown': (p) =>
    `Variable ${p.name} is no setting of Liaison and has no effect${p.meant ? `; is ${p.meant} meant?` : '.'}`,
  'doctor.node': (p) => `Node ${p.version}`,
  'doctor.node_old': (p) =>
    `Node ${p.version} is too old; ${p.wanted} or newer is needed. Start it with npm start, which uses the Node that npm ci installed.`,
  'doctor.fonts': 'Charts can be drawn, with their Chinese font',
  'doctor.fonts_missing': (p) => `Charts cannot be drawn (${p.reason}). Run npm ci again.`,
  'doctor.folder': (p) => `Data folder ${p.folder}, ${p.free} free`,
  'doctor.folder_new': (p) => `Data folder ${p.folder} is not there yet; the first start makes it`,
  'doctor.folder_full': (p) =>
    `Data folder ${p.folder} has only ${p.free} left. Free some space, or set LIAISON_DATA to another folder.`,
  'doctor.folder_open': (p) => `Data folder ${p.folder} can be entered by other users. Run chmod 700 ${p.folder}.`,
  'doctor.folder_closed': (p) =>
    `Data folder ${p.folder} cannot be used (${p.reason}). Set LIAISON_DATA to a folder that this user may write.`,
  'doctor.embedded': 'Embedded PostgreSQL',
  'doctor.postgresql': 'PostgreSQL',
  'doctor.database': (p) => `${p.kind} ${p.version}, ${p.size}`,
  'doctor.database_new': (p) => `The embedded database is not there yet; the first start makes it in ${p.folder}`,
  'doctor.database_zone': (p) =>
    `The database session is in time zone ${p.zone}, not UTC. Let the connection, or its pooler, pass the option "-c TimeZone=UTC".`,
  'doctor.held': (p) => `Liaison is running (pid ${p.pid}) and uses the database, which was not looked into`,
  'doctor.held_ready': (p) => `Liaison is running (pid ${p.pid}) and well`,
  'doctor.held_unready': (p) =>
    `Liaison is running (pid ${p.pid}), but these parts are not well: ${p.parts}. Look into its log.`,
  'doctor.migrations': 'The schema is that of this version',
  'doctor.migrations_pending': (p) =>
    `The schema is older; the next start applies ${counted(p.count, 'migration')}. Make a backup first.`,
  'doctor.migrations_newer': (p) => `The schema is of a newer version (${p.names}). Upgrade this program soon.`,
  'doctor.migrations_edited': (p) =>
    `Migrations were changed after they had been applied: ${p.names}. Restore their files.`,
  'doctor.database_clock': (p) => `The database's clock is ${p.seconds} s off this one`,
  'doctor.database_clock_off': (p) => `The database's clock is ${p.seconds} s off this one. Set both machines by NTP.`,
  'doctor.outbox': (p) => `${counted(p.waiting, 'message')} waiting, none given up`,
  'doctor.outbox_dead': (p) =>
    `${counted(p.dead, 'message')} given up, ${p.waiting} waiting. Type /plan health in Slack to see why, send again or dismiss.`,
  'doctor.slots': 'No job of the schedule is overdue',
  'doctor.slots_late': (p) =>
    `${counted(p.count, 'job')} of the schedule overdue, by up to ${p.hours} h. A start catches them up once; where the bot is running, look into its log.`,
  'doctor.slack_unreachable': (p) =>
    `Slack cannot be reached (${p.reason}). Check the network, the proxy and SLACK_API_URL.`,
  'doctor.bot_token': (p) => `The bot token is good: ${p.team} (${p.id})`,
  'doctor.bot_token_bad': (p) =>
    `The bot token is not good (${p.error}). Get it anew from OAuth & Permissions of the app and set SLACK_BOT_TOKEN.`,
  'doctor.none_installed': (p) =>
    `No workspace installed the bot yet. Let an admin of the workspace open ${p.origin}/slack/install and install it.`,
  'doctor.token_refused': (p) =>
    `Slack refuses the token of workspace ${p.id} (${p.error}). Let the workspace install the bot again.`,
  'doctor.token_closed': (p) =>
    `No key opens the token of workspace ${p.id}. Add the key that it was encrypted with to LIAISON_TOKEN_KEYS, or let the workspace install the bot again.`,
  'doctor.scopes': (p) => `All scopes are granted (${p.count})`,
  'doctor.scopes_missing': (p) =>
    `Scopes are missing: ${p.scopes}. Update the app by manifest.yml and install it to the workspace again.`,
  'doctor.app_token': 'A Socket Mode connection can be opened',
  'doctor.app_token_bad': (p) =>
    `A Socket Mode connection cannot be opened (${p.error}). Set SLACK_APP_TOKEN to an app-level token with connections:write, and turn Socket Mode on.`,
  'doctor.signing_secret': 'The signing secret is well-formed (only a request from Slack proves it right)',
  'doctor.signing_secret_odd':
    'SLACK_SIGNING_SECRET does not look like one of Slack (32 hexadecimal digits). Compare it with Basic Information of the app.',
  'doctor.clock': (p) => `Slack's clock is ${p.seconds} s off this one`,
  'doctor.clock_off': (p) =>
    `Slack's clock is ${p.seconds} s off this one; from 5 minutes on, requests cannot be verified, and what is due comes at a wrong time. Set this machine by NTP.`,
  'doctor.no_plan': 'No plan was imported yet. Type /plan import in Slack.',
  'doctor.channels': (p) => `"${p.title}": the bot is in all of its ${counted(p.count, 'channel')}`,
  'doctor.channels_unset': (p) =>
    `"${p.title}" lacks the channel of its joint meetings or of its leading group. Type /plan channel meeting #channel, /plan channel leading #channel.`,
  'doctor.channel_bad': (p) =>
    `"${p.title}": nothing can be sent to channel ${p.channel} (${p.trouble}). Invite the bot there, or choose another with /plan channel.`,
  'doctor.people': (p) => `"${p.title}": all ${p.count} people are in the workspace`,
  'doctor.people_none': (p) => `"${p.title}" has no people yet. Type /plan members add.`,
  'doctor.people_gone': (p) =>
    `"${p.title}": ${p.count === 1 ? '1 person is' : `${p.count} people are`} no longer in the workspace: ${p.names}. Replace them with /plan members.`,
}

import type { transfer as chinese } from '../zh-cn/transfer.ts'
import { counted } from './counted.ts'

/** Backup, restore, export, import; erasing a person, deleting a workspace */
export const transfer: typeof chinese = {
  'transfer.backed_up': (p) => `${counted(p.rows, 'record')} backed up to ${p.name}`,
  'transfer.restored': (p) =>
    `${counted(p.rows, 'record')} restored from ${p.name}; the bot can be started. Messages that were waiting are looked for in Slack before they are sent.`,
  'transfer.exported': (p) => `${counted(p.rows, 'record')} exported to ${p.name}; its README.md explains every field`,
  'transfer.imported': (p) =>
    `${counted(p.rows, 'record')} imported from ${p.name}; the bot can be started. Tokens are not exported: where several workspaces installed the bot, install it anew in each.`,
  'person.erased': (p) =>
    `Erased: memberships, choices and drafts are deleted, direct messages still to be sent are cancelled, and in ${counted(p.rows, 'record')} ${p.pseudonym} stands in the place of the Slack id. ` +
    'What remains: the words of the official record (a name written in a report, in minutes or in a document that was made stays as it is), and messages that stand in Slack.',
  'workspace.deleted': (p) =>
    `All data of workspace ${p.workspace} is deleted (${counted(p.rows, 'record')}). Remove the app from the workspace in Slack, or it begins afresh when it is used again; earlier backups still hold the data.`,
  'person.erased_name': 'an erased person',
  'transfer.readme': `# Export of Liaison

A folder a workspace: a JSON Lines file a noun (a record a line, UTF-8); plans/ has each plan as YAML (for reading, or to import as a plan; an import of this folder does not use it);
files/ has minutes and other documents as they were made. contents.json holds the version, the number of records and the SHA-256 of every file; a file that was changed is not
imported. Instants are ISO 8601 in UTC, amounts have six exact decimals, people are Slack ids.

Not exported: tokens of the bot (token of installation), receipts of requests taken in (InboundReceipt), leases of sending (leasedUntil of delivery).

Into an empty installation: \`npm run -s cli -- import THIS_FOLDER\``,
  'error.transfer.file_exists': (p) => `Not backed up: ${p.name} exists and was not touched. Choose another name.`,
  'error.transfer.folder_exists': (p) =>
    `Not exported: ${p.name} exists, is not empty and was not touched. Choose another folder.`,
  'error.transfer.file_missing': (p) => `Not restored: ${p.name} was not found.`,
  'error.transfer.not_one': (p) =>
    `Nothing was saved: ${p.name} is no backup and no export of Liaison. A backup is a file for restore, an export a folder for import.`,
  'error.transfer.newer': (p) =>
    `Nothing was saved: ${p.name} was written by a newer version. Update Liaison first, then try again.`,
  'error.transfer.older': (p) =>
    `Nothing was saved: it was written by an older version (${p.migration}), and this version was started on the database before. Choose an empty database or data folder that nothing was started on; it is brought up to date on the way.`,
  'error.transfer.other_history': (p) =>
    `Nothing was saved: its tables (${p.migration}) are others than this program's. Use the version that wrote it.`,
  'error.transfer.other_version':
    "Not exported: the database's tables are not those of this version. Start this version of the bot once, then export.",
  'error.transfer.broken': 'Nothing was saved: the backup is cut off or damaged. Use another backup.',
  'error.transfer.broken_file': (p) =>
    `Nothing was saved: ${p.name} of the export is missing or was changed. Export again, or use a backup.`,
  'error.transfer.refused': (p) =>
    `Nothing was saved: the database refused its records (${p.reason}). Use another backup.`,
  'error.transfer.not_empty':
    'Nothing was saved: the database holds data already, which was not touched. Name an empty one with DATABASE_URL or LIAISON_DATA.',
  'error.transfer.bot_runs': 'Nothing was saved: the bot is using the database. Stop it first.',
  'error.transfer.no_answer':
    'The bot ended before it answered: it is not known whether this was done. Try again, while the bot is stopped or after it was started again.',
  'error.transfer.no_database': (p) =>
    `Not done: there is no database in ${p.folder}. Name the bot's with DATABASE_URL or LIAISON_DATA.`,
  'error.transfer.never_started':
    "Not done: the database holds nothing of Liaison. Name the bot's with DATABASE_URL or LIAISON_DATA.",
  'error.person.not_an_id': (p) =>
    `Not erased: ${p.user} is no Slack user id. It looks like U0123ABCD; in the person's Slack profile choose "Copy member ID".`,
  'error.person.unknown': (p) =>
    `Nothing was changed: there is no ${p.user} in the data of workspace ${p.workspace}. Compare the id; one that was erased before needs nothing more.`,
  'error.person.last_admin': (p) =>
    `Not erased: this person is the only admin of ${p.plans}. Name another admin first with /plan members add.`,
  'error.workspace.unknown': (p) =>
    `Nothing was changed: there is no workspace ${p.workspace}. A workspace's id looks like T0123ABCD.`,
  'error.workspace.not_its_name': (p) =>
    `Not deleted: the name of workspace ${p.workspace} is "${p.name}". To delete all its data for good, say --yes '${p.name}'; take a backup first.`,
}

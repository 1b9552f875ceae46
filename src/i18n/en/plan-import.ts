import type { planImport as chinese } from '../zh-cn/plan-import.ts'
import { counted } from './counted.ts'

/** Importing a plan: form, preview, receipt. */
export const planImport: typeof chinese = {
  'import.title': 'Import a plan',
  'import.intro': 'Upload a file, or paste text. You see a preview first; nothing is stored before you confirm.',
  'import.file': 'File (.txt, .md, .docx, or an exported .yaml; at most 10 MB)',
  'import.text': 'Or paste the text',
  'import.text_hint': 'At most 3000 characters; please upload a longer plan as a file.',
  'import.target': 'Import as',
  'import.target_same_title': 'The next version of the plan of its title, else a new plan',
  'import.target_new': 'A new plan',
  'import.target_version': (p) => `Version ${p.version} of “${p.title}”`,
  'import.reading': 'Reading… the preview will appear here.',
  'import.preview_title': 'Confirm the import',
  'import.confirm': 'Import',
  'import.as_new': 'It will be stored as a new plan, and you become its admin.',
  'import.same_title':
    'This workspace has a plan of this title. If this is its new version, cancel and choose it under “Import as”.',
  'import.as_version': (p) =>
    `It becomes version ${p.version} of “${p.title}”. All reports, issues and measurements stay; tasks and units that no longer appear are retired, not deleted.`,
  'import.unchanged': 'It does not differ from the current version.',
  'import.no_doubts': 'Nothing is in doubt.',
  'import.doubts': (p) => `Please check ${counted(p.count, 'doubt')}`,
  'import.doubt_line': (p) => `line ${p.line}: ${p.text}`,
  'import.changes': 'Compared with the current version',
  'import.targets': (p) => `Targets (${p.count})`,
  'import.units': (p) => `Units (${p.count})`,
  'import.tasks': (p) => `Tasks (${p.count})`,
  'import.more': (p) => `${counted(p.count, 'further line')} not shown; all of it will be imported.`,
  'change.task_added': (p) => `New: task ${p.no} ${p.title}`,
  'change.task_removed': (p) => `Retired: task ${p.no} ${p.title}`,
  'change.task_retitled': (p) => `Task ${p.no} is renamed: ${p.before} → ${p.after}`,
  'change.tasks_rewritten': (p) => `Tasks whose text changes: ${p.numbers}`,
  'change.task_units': (p) =>
    `Task ${p.no} ${p.title}: ${[
      p.added && `adds ${p.added}`,
      p.removed && `drops ${p.removed}`,
      p.roles && `changes to ${p.roles}`,
    ]
      .filter((part) => part)
      .join('; ')}`,
  'change.unit_added': (p) => `New unit: ${p.name}`,
  'change.unit_removed': (p) => `Retired unit: ${p.name}`,
  'change.unit_renamed': (p) => `Unit renamed: ${p.before} → ${p.after}`,
  'change.target_added': (p) => `New target: ${p.target}`,
  'change.target_removed': (p) => `Retired target: ${p.target}`,
  'change.target_changed': (p) => `Target: ${p.before} → ${p.after}`,
  'import.done': (p) => `Imported: “${p.title}”, version ${p.version}`,
  'import.became_admin': 'You are its admin. Next: name the liaisons and the other people, and set the channels.',
  'import.failed_again': 'Please correct it and try again.',
  'error.import.nothing': 'Please upload a file or paste text.',
  'error.import.both': 'A file is uploaded: please clear the pasted text and use one of the two.',
  'error.plan.data_invalid': (p) =>
    `Not imported: what was read is over a limit at ${p.path || 'the whole'}; please check the document.`,
  'error.plan.draft_gone':
    'Not imported: this preview was imported already, or is over a day old. Please run /plan import again.',
  'error.file.too_large': (p) =>
    `Not imported: the file is over ${p.most} MB. Please give the plan's text alone, without pictures.`,
  'error.file.elsewhere': 'Not imported: the file is not on Slack. Please upload a .txt, .md, .docx or .yaml file.',
  'error.file.unreadable': (p) =>
    `Not imported: the file could not be read from Slack (${p.reason}). Please upload it again, or paste the text.`,
}

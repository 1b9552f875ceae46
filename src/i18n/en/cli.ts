import type { cli as chinese } from '../zh-cn/cli.ts'
import { counted } from './counted.ts'

/** The command line */
export const cli: typeof chinese = {
  'cli.sections': (p) => `Sections and tasks (${counted(p.count, 'task')})`,
  'cli.units': (p) => `Units (${p.count})`,
  'cli.targets': (p) => `Targets (${p.count})`,
  'cli.doubts': (p) => (p.count === 0 ? 'Nothing is in doubt' : `Doubts (${p.count}; please check)`),
  'cli.valid': (p) => `${p.name} is a valid plan file`,
  'cli.same': 'The two plans do not differ',
  'cli.unexpected': (p) => `Not done: the program failed (${p.reason}).`,
  'error.cli.lang': '--lang must be zh-CN or en.',
  'error.cli.agenda_unreadable': (p) => `${p.name} cannot be read: it was not found, or is over 10 MB.`,
  'error.cli.agenda_invalid': (p) => `The agenda's input is wrong at ${p.path || 'the file'}: ${p.reason}.`,
}

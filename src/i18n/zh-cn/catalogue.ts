import { access } from './access.ts'
import { action } from './action.ts'
import { agenda } from './agenda.ts'
import { agendaChange } from './agenda-change.ts'
import { attendance } from './attendance.ts'
import { board } from './board.ts'
import { brief } from './brief.ts'
import { burden } from './burden.ts'
import { cli } from './cli.ts'
import { consultation } from './consultation.ts'
import { decision } from './decision.ts'
import { digest } from './digest.ts'
import { document } from './document.ts'
import { home } from './home.ts'
import { issue } from './issue.ts'
import { issueLife } from './issue-life.ts'
import { ledger } from './ledger.ts'
import { meeting } from './meeting.ts'
import { member } from './member.ts'
import { minutes } from './minutes.ts'
import { plan } from './plan.ts'
import { planDocument } from './plan-document.ts'
import { planImport } from './plan-import.ts'
import { report } from './report.ts'
import { settings } from './settings.ts'
import { target } from './target.ts'
import { words } from './words.ts'

/** Everything the bot says in Simplified Chinese. The English catalogue has the same keys by type. */
export const zhCn = {
  ...words,
  ...cli,
  ...access,
  ...agenda,
  ...agendaChange,
  ...attendance,
  ...consultation,
  ...document,
  ...home,
  ...issue,
  ...action,
  ...issueLife,
  ...ledger,
  ...report,
  ...digest,
  ...target,
  ...plan,
  ...planDocument,
  ...planImport,
  ...settings,
  ...burden,
  ...member,
  ...meeting,
  ...brief,
  ...board,
  ...decision,
  ...minutes,
}

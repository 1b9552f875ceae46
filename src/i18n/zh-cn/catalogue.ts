import { access } from './access.ts'
import { action } from './action.ts'
import { agenda } from './agenda.ts'
import { agendaChange } from './agenda-change.ts'
import { attendance } from './attendance.ts'
import { board } from './board.ts'
import { brief } from './brief.ts'
import { burden } from './burden.ts'
import { cli } from './cli.ts'
import { compilation } from './compilation.ts'
import { consultation } from './consultation.ts'
import { decision } from './decision.ts'
import { delivery } from './delivery.ts'
import { digest } from './digest.ts'
import { doctor } from './doctor.ts'
import { document } from './document.ts'
import { enterprise } from './enterprise.ts'
import { home } from './home.ts'
import { installation } from './installation.ts'
import { issue } from './issue.ts'
import { issueLife } from './issue-life.ts'
import { ledger } from './ledger.ts'
import { meeting } from './meeting.ts'
import { member } from './member.ts'
import { milestone } from './milestone.ts'
import { minutes } from './minutes.ts'
import { plan } from './plan.ts'
import { planDocument } from './plan-document.ts'
import { planImport } from './plan-import.ts'
import { policy } from './policy.ts'
import { report } from './report.ts'
import { reportBoard } from './report-board.ts'
import { reportReview } from './report-review.ts'
import { setting } from './setting.ts'
import { settings } from './settings.ts'
import { supervision } from './supervision.ts'
import { target } from './target.ts'
import { targetCard } from './target-card.ts'
import { targetImport } from './target-import.ts'
import { task } from './task.ts'
import { transfer } from './transfer.ts'
import { words } from './words.ts'

/** Everything the bot says in Simplified Chinese. The English catalogue has the same keys by type. */
export const zhCn = {
  ...words,
  ...cli,
  ...access,
  ...agenda,
  ...agendaChange,
  ...attendance,
  ...compilation,
  ...consultation,
  ...doctor,
  ...document,
  ...enterprise,
  ...home,
  ...installation,
  ...issue,
  ...action,
  ...issueLife,
  ...ledger,
  ...report,
  ...reportReview,
  ...reportBoard,
  ...digest,
  ...delivery,
  ...target,
  ...targetCard,
  ...targetImport,
  ...plan,
  ...planDocument,
  ...planImport,
  ...setting,
  ...settings,
  ...burden,
  ...member,
  ...meeting,
  ...brief,
  ...board,
  ...decision,
  ...minutes,
  ...supervision,
  ...milestone,
  ...policy,
  ...task,
  ...transfer,
}

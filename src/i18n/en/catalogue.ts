import type { zhCn } from '../zh-cn/catalogue.ts'
import { access } from './access.ts'
import { agenda } from './agenda.ts'
import { attendance } from './attendance.ts'
import { board } from './board.ts'
import { cli } from './cli.ts'
import { decision } from './decision.ts'
import { digest } from './digest.ts'
import { home } from './home.ts'
import { issue } from './issue.ts'
import { member } from './member.ts'
import { minutes } from './minutes.ts'
import { plan } from './plan.ts'
import { planDocument } from './plan-document.ts'
import { planImport } from './plan-import.ts'
import { report } from './report.ts'
import { target } from './target.ts'
import { words } from './words.ts'

/** Everything the bot says in English. */
export const en: typeof zhCn = {
  ...words,
  ...cli,
  ...access,
  ...agenda,
  ...attendance,
  ...home,
  ...issue,
  ...report,
  ...digest,
  ...target,
  ...plan,
  ...planDocument,
  ...planImport,
  ...member,
  ...board,
  ...decision,
  ...minutes,
}

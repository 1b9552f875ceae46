import type { App } from '@slack/bolt'
import { registerAgendaListeners } from './agenda/listeners.ts'
import { registerAttendanceListeners } from './attendance/listeners.ts'
import { registerBoardListeners } from './board/listeners.ts'
import { registerBurdenListeners } from './burden/listeners.ts'
import { registerConsultationListeners } from './consultation/listeners.ts'
import { registerDecisionListeners } from './decision/listeners.ts'
import { registerDigestListeners } from './digest/listeners.ts'
import { registerEnterpriseListeners } from './enterprise/listeners.ts'
import { registerHealthListeners } from './health/listeners.ts'
import { openHome } from './home/open-home.ts'
import { registerIssueListeners } from './issue/listeners.ts'
import { registerMeetingListeners } from './meeting/listeners.ts'
import { registerMilestoneListeners } from './milestone/listeners.ts'
import { registerMinutesListeners } from './minutes/listeners.ts'
import { registerPlanListeners } from './plan/listeners.ts'
import { registerPolicyListeners } from './policy/listeners.ts'
import { registerProgressListeners } from './progress/listeners.ts'
import type { Edge } from './requests/request.ts'
import { registerReviewListeners } from './review/listeners.ts'
import { registerSupervisionListeners } from './supervision/listeners.ts'
import { registerTargetListeners } from './target/listeners.ts'
import { registerTodoListeners } from './todo/listeners.ts'

/** Registers every listener of the bot, a line a feature; a test holds them and manifest.yml equal. */
export function registerListeners(app: App, edge: Edge): void {
  registerProgressListeners(app, edge)
  registerReviewListeners(app, edge)
  registerIssueListeners(app, edge)
  registerConsultationListeners(app, edge)
  registerAgendaListeners(app, edge)
  registerAttendanceListeners(app, edge)
  registerTodoListeners(app, edge)
  registerMeetingListeners(app, edge)
  registerBoardListeners(app, edge)
  registerDecisionListeners(app, edge)
  registerMinutesListeners(app, edge)
  registerSupervisionListeners(app, edge)
  registerTargetListeners(app, edge)
  registerDigestListeners(app, edge)
  registerEnterpriseListeners(app, edge)
  registerPlanListeners(app, edge)
  registerBurdenListeners(app, edge)
  registerHealthListeners(app, edge)
  registerMilestoneListeners(app, edge)
  registerPolicyListeners(app, edge)

  app.event('app_home_opened', openHome(edge))
  app.event('user_change', async ({ event, context }) => {
    edge.locales.forget(context.teamId ?? '', event.user.id)
  })
  app.error(async (error) => {
    edge.log.error({ err: error.original ?? error }, 'a listener failed')
  })
}

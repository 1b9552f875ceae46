import { actionProgress, issueProgress, type Window } from './issue-progress.ts'
import type { CompilationRecords, MilestoneFacts, TaskFacts } from './records.ts'
import type {
  CompiledReport,
  MilestoneProgress,
  SectionProgress,
  StatusCounts,
  TaskProgress,
} from './report-content.ts'
import { targetProgress } from './target-progress.ts'
import { lateReports, participantGaps, practices, taskProgress } from './task-progress.ts'

/** The day a period's facts are counted to: its last one, or today while it lasts. Both are ISO days. */
export function countedTo(endsOn: string, today: string): string {
  return endsOn < today ? endsOn : today
}

/**
 * The report of a period on the whole plan. Its content is accepted reports alone; what is missing is named, so that the
 * four counts and the missing make the number of tasks.
 */
export function compileReport(records: CompilationRecords): CompiledReport {
  const { plan, now, period, burden } = records
  const today = now.toFormat('yyyy-MM-dd')
  const asOf = countedTo(period.endsOn, today)
  const window: Window = { startsOn: period.startsOn, asOf, today, zone: plan.zone }
  const tasks = taskProgress(records)
  return {
    planTitle: plan.title,
    language: plan.language,
    period,
    asOf,
    on: today,
    counts: countStatuses(tasks),
    sections: sectionsOf(records.tasks, tasks),
    targets: targetProgress(records, tasks, asOf),
    missing: tasks.flatMap(({ no, title, lead, missing: kind }) => (kind === null ? [] : [{ no, title, lead, kind }])),
    participantGaps: participantGaps(records),
    late: lateReports(records),
    issues: issueProgress(records, window),
    actions: actionProgress(records.actions, window),
    milestones: milestoneProgress(records.milestones, window, records.nextEndsOn),
    policies: {
      issued: records.policies.filter(({ issuedOn }) => issuedOn >= period.startsOn),
      earlier: records.policies.filter(({ issuedOn }) => issuedOn < period.startsOn).length,
    },
    practices: practices(records),
    burden,
  }
}

/** How many tasks have which status, and how many have no accepted report. */
function countStatuses(tasks: readonly TaskProgress[]): StatusCounts {
  const counts: StatusCounts = { ahead: 0, on_track: 0, behind: 0, done: 0, missing: 0, total: tasks.length }
  for (const { report } of tasks) counts[report ? report.status : 'missing'] += 1
  return counts
}

function sectionsOf(facts: readonly TaskFacts[], tasks: readonly TaskProgress[]): SectionProgress[] {
  const pairs = facts.map((fact, index) => ({ fact, task: tasks[index] }))
  const bySection = Map.groupBy(pairs, ({ fact }) => `${fact.sectionNo}\n${fact.sectionTitle}`)
  return [...bySection.values()].map((own) => {
    const inSection = own.flatMap(({ task }) => task ?? [])
    const { sectionNo = '', sectionTitle = '' } = own[0]?.fact ?? {}
    return { no: sectionNo, title: sectionTitle, counts: countStatuses(inSection), tasks: inSection }
  })
}

/** Milestones that say something of the period: done in it, slipped by its day, or due in the next one. */
function milestoneProgress(
  milestones: readonly MilestoneFacts[],
  { startsOn, asOf, today }: Window,
  nextEndsOn: string,
): MilestoneProgress[] {
  return milestones.flatMap((milestone): MilestoneProgress[] => {
    const { dueOn, doneOn } = milestone
    if (doneOn !== null && doneOn <= asOf)
      return doneOn < startsOn ? [] : [{ ...milestone, state: doneOn > dueOn ? 'done_late' : 'done' }]
    if (dueOn <= asOf && dueOn < today) return [{ ...milestone, state: 'slipped' }]
    return dueOn <= nextEndsOn ? [{ ...milestone, state: 'next' }] : []
  })
}

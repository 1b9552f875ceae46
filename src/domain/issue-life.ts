import type { TrailEvent } from './action/action-trail.ts'
import type { DecisionOutcome } from './decision.ts'
import { escalates } from './issue.ts'

/** What an issue's life is told from, by the records that hold it. */
export type IssueRecords = {
  issue: { raisedAt: Date; raisedUnit: string | null; raisedBy: string; closedAt: Date | null }
  /** Published agendas it stands or stood on; `startsAt` is when the meeting is. */
  meetings: readonly { no: number; startsAt: Date; publishedAt: Date | null; position: number }[]
  consultations: readonly {
    proposal: string
    state: 'asked' | 'agreed' | 'objected' | 'settled' | 'dropped'
    askedAt: Date
    endedAt: Date | null
    answers: readonly { unit: string; agrees: boolean | null; remark: string; answeredAt: Date | null }[]
  }[]
  /** What became of it, oldest first; `meetingNo` null: without a meeting. */
  decisions: readonly { outcome: DecisionOutcome; text: string; meetingNo: number | null; decidedAt: Date }[]
  actions: readonly {
    no: number
    text: string
    owner: { name: string }
    coUnits: readonly { name: string }[]
    dueOn: string
    createdAt: Date
  }[]
  /** What happened to its actions. */
  trail: readonly TrailEvent[]
  /** What no other record holds, of the audit trail. */
  marks: readonly { kind: 'withdrawn' | 'required' | 'reopened'; at: Date }[]
}

/** One thing in an issue's life. `dueOn` and `meetsAt` are what it speaks of, `at` is when it happened. */
export type LifeEvent = { at: Date } & (
  | { kind: 'raised'; unit: string | null; userId: string }
  | { kind: 'consulted'; proposal: string }
  | {
      /** How a consultation stands, or how it ended. */
      kind: 'consultation'
      state: 'asked' | 'agreed' | 'objected' | 'settled' | 'dropped'
      agreed: string[]
      objected: { unit: string; remark: string }[]
      /** Units that have not answered. */
      silent: string[]
    }
  | { kind: 'scheduled'; meetingNo: number; meetsAt: Date; position: number }
  | {
      kind: 'outcome'
      outcome: DecisionOutcome
      text: string
      meetingNo: number | null
      carried: number
      escalated: boolean
    }
  | { kind: 'action'; no: number; text: string; owner: string; coUnits: string[]; dueOn: string }
  | ({ kind: 'trail' } & Pick<TrailEvent, 'no' | 'text' | 'dueOn' | 'wasDueOn'> & { what: TrailEvent['kind'] })
  | { kind: 'closed' | 'withdrawn' | 'required' | 'reopened' }
)

/** What happens in one moment is told in this order. */
const order: readonly LifeEvent['kind'][] = [
  'raised',
  'required',
  'consulted',
  'consultation',
  'scheduled',
  'outcome',
  'action',
  'trail',
  'closed',
  'reopened',
  'withdrawn',
]

/** An issue's whole life, oldest first: from who raised it to what closed it. */
export function issueLife(records: IssueRecords): LifeEvent[] {
  const { issue, meetings, consultations, actions, trail, marks } = records
  const events: LifeEvent[] = [
    { kind: 'raised', at: issue.raisedAt, unit: issue.raisedUnit, userId: issue.raisedBy },
    ...consultations.flatMap(consultationEvents),
    ...meetings.flatMap(({ no, startsAt, publishedAt, position }): LifeEvent[] =>
      publishedAt ? [{ kind: 'scheduled', at: publishedAt, meetingNo: no, meetsAt: startsAt, position }] : [],
    ),
    ...outcomes(records.decisions),
    ...actions.map((action): LifeEvent => actionSet(action, trail)),
    ...trail.map(({ kind, at, no, text, dueOn, wasDueOn }): LifeEvent => {
      return { kind: 'trail', what: kind, at, no, text, dueOn, wasDueOn }
    }),
    ...marks.map(({ kind, at }): LifeEvent => ({ kind, at })),
    ...(issue.closedAt ? [{ kind: 'closed' as const, at: issue.closedAt }] : []),
  ]
  const rank = ({ kind }: LifeEvent) => order.indexOf(kind)
  return events.toSorted((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b))
}

/** An action with the day it was given first: a later one is told where it was given. */
function actionSet(action: IssueRecords['actions'][number], trail: IssueRecords['trail']): LifeEvent {
  const { no, text, owner, coUnits, createdAt } = action
  const extended = trail.find((one) => one.no === no && one.kind === 'extended')
  const dueOn = extended?.wasDueOn ?? action.dueOn
  return {
    kind: 'action',
    at: createdAt,
    no,
    text,
    owner: owner.name,
    coUnits: coUnits.map((unit) => unit.name),
    dueOn,
  }
}

function consultationEvents({ proposal, state, askedAt, endedAt, answers }: IssueRecords['consultations'][number]) {
  const events: LifeEvent[] = [{ kind: 'consulted', at: askedAt, proposal }]
  const answered = answers.flatMap(({ answeredAt }) => (answeredAt ? [answeredAt.getTime()] : []))
  if (endedAt === null && answered.length === 0) return events
  const at = endedAt ?? new Date(Math.max(...answered))
  const units = (agrees: boolean | null) => answers.filter((one) => one.agrees === agrees)
  const objected = units(false).map(({ unit, remark }) => ({ unit, remark }))
  const [agreed, silent] = [units(true), units(null)].map((some) => some.map(({ unit }) => unit))
  events.push({ kind: 'consultation', at, state, agreed: agreed ?? [], objected, silent: silent ?? [] })
  return events
}

/** Each outcome with how often the issue had been carried over by then, and whether that brought it before the leading group. */
function outcomes(decisions: IssueRecords['decisions']): LifeEvent[] {
  let carried = 0
  return decisions.map(({ outcome, text, meetingNo, decidedAt }): LifeEvent => {
    if (outcome === 'deferred') carried += 1
    const escalated = outcome === 'escalated' || (outcome === 'deferred' && escalates(carried))
    return { kind: 'outcome', at: decidedAt, outcome, text, meetingNo, carried, escalated }
  })
}

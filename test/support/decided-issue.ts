import { lockIssue } from '../../src/db/issue-store.ts'
import { listUnits } from '../../src/db/unit-store.ts'
import type { DecisionOutcome } from '../../src/domain/decision.ts'
import { type Actor, type Context, changing } from '../../src/usecases/context.ts'
import { type DecisionPlace, recordDecision } from '../../src/usecases/decision/record-decision.ts'
import { raiseIssue } from '../../src/usecases/issue/raise-issue.ts'

/** An action as a test sets it; units by name. */
export type WantedAction = { text: string; owner: string; helpers?: string[]; dueOn: string; measure?: string }

/** Raises an issue; gives its number. */
export async function raised(context: Context, actor: Actor, title = '花山港验收标准不一'): Promise<number> {
  const facts = { title, details: '两部门口径不同', minutes: 20, severity: 3 as const }
  const outcome = await raiseIssue(context, actor, {
    ...facts,
    taskNo: 1,
    units: [],
    sourceLink: null,
    similarSeen: true,
  })
  if (outcome.kind !== 'raised') throw new Error('the issue was not raised')
  return outcome.no
}

/** Records what became of an issue, without a meeting unless one is named; gives the numbers of its new actions. */
export async function decided(
  context: Context,
  actor: Actor,
  no: number,
  actions: readonly WantedAction[],
  more: { outcome?: DecisionOutcome; text?: string; place?: DecisionPlace } = {},
): Promise<number[]> {
  return changing(context, actor, 'issue.settle', async (work) => {
    const issue = await lockIssue(work.tx, work.plan.id, no)
    if (!issue) throw new Error(`no issue ${no}`)
    const units = await listUnits(work.tx, work.plan.id)
    const idOf = (name: string) => units.find((unit) => unit.name === name)?.id ?? 0
    const wish = {
      outcome: more.outcome ?? 'decided',
      text: more.text ?? '由市商务局统一标准',
      actions: actions.map(({ text, owner, helpers = [], dueOn, measure = '' }) => ({
        text,
        ownerId: idOf(owner),
        coUnitIds: helpers.map(idOf),
        dueOn,
        measure,
      })),
    }
    return (await recordDecision(work, issue, wish, more.place ?? null)).actions
  })
}

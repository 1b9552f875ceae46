import { ensurePeriod, listPeriods } from '../../db/period-store.ts'
import { findPlan, lockPlan, setPlanSettings } from '../../db/plan-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { defaultSettings, type PlanSettings } from '../../domain/plan-settings.ts'
import type { ReportingPeriod } from '../../domain/reporting-period.ts'
import { asksOtherwise, firstPeriodUnder, sameSettings } from '../../domain/settings-change.ts'
import { readSettings, type SettingsForm, settingsForm } from '../../domain/settings-form.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing, reading, type Work } from '../context.ts'
import { allows } from '../permissions.ts'
import { type StandingPeriod, standingPeriods } from '../report/standing-periods.ts'

/** A plan's settings as they stand. */
export type ShownSettings = {
  planId: number
  planTitle: string
  settings: PlanSettings
  /** Are they those of a plan that settled nothing of its own? */
  usual: boolean
  mayChange: boolean
  /** The periods that reports are asked for and not past yet, and the first one that comes after all that are known. */
  running: ReportingPeriod[]
  next: ReportingPeriod
}

/**
 * A wanted change: the settings before and after it. `first` is the first period by the new rule and `kept` those that
 * keep their days, where reports are to be asked for otherwise; else null.
 */
export type SettingsChange = {
  planId: number
  planTitle: string
  before: PlanSettings
  after: PlanSettings
  asking: { first: ReportingPeriod; kept: ReportingPeriod[] } | null
}

/** Shows a plan's settings to any of its members. */
export async function showSettings(context: Context, actor: Actor): Promise<ShownSettings> {
  return reading(context, actor, 'plan.show', async (work) => {
    const { plan, now, roles } = work
    const { running, kept } = await periodsOf(work)
    return {
      planId: plan.id,
      planTitle: plan.title,
      settings: plan.settings,
      usual: sameSettings(plan.settings, defaultSettings),
      mayChange: allows(roles, 'plan.settings'),
      running,
      next: firstPeriodUnder(plan.settings.reporting, kept, now),
    }
  })
}

/** The settings as the form of a change starts with them. */
export async function openSettings(
  context: Context,
  actor: Actor,
): Promise<{ planId: number; settings: PlanSettings }> {
  return reading(context, actor, 'plan.settings', async ({ plan }) => ({ planId: plan.id, settings: plan.settings }))
}

/**
 * What a change would do, before it is confirmed. What `wish` does not name stays.
 * @throws DomainError of the first field that is wrong, `settings.unchanged`
 */
export async function previewSettings(
  context: Context,
  actor: Actor,
  wish: Partial<SettingsForm>,
): Promise<SettingsChange> {
  return reading(context, actor, 'plan.settings', async (work) => plannedChange(work, wished(work, wish)))
}

/**
 * Changes a plan's settings. Where reports are asked for otherwise from now on, the periods that were asked for are kept
 * with their days first.
 * @throws DomainError `settings.changed_meanwhile` where they are not `before` any more, `settings.unchanged`
 */
export async function changeSettings(
  context: Context,
  actor: Actor,
  before: PlanSettings,
  after: PlanSettings,
): Promise<SettingsChange> {
  return changing(context, actor, 'plan.settings', async (work) => {
    const { tx, plan } = work
    await lockPlan(tx, plan.id)
    const current = await findPlan(tx, plan.workspaceId, plan.id)
    if (!current || !sameSettings(current.settings, before))
      throw await changedSince(work, 'plan/settings', 'settings.changed_meanwhile')
    const held = { ...work, plan: current }
    const change = await plannedChange(held, after)
    if (change.asking) {
      for (const period of await standingPeriods(held)) await keep(held, period)
    }
    await setPlanSettings(tx, plan.id, after)
    await work.audit('plan.settings', 'plan/settings', before, after)
    return change
  })
}

function wished({ plan }: Work, wish: Partial<SettingsForm>): PlanSettings {
  const read = readSettings({ ...settingsForm(plan.settings), ...wish })
  if ('settings' in read) return read.settings
  throw read.problems[0]?.error ?? new DomainError('settings.unchanged')
}

async function plannedChange(work: Work, after: PlanSettings): Promise<SettingsChange> {
  const { plan, now } = work
  const before = plan.settings
  if (sameSettings(before, after)) throw new DomainError('settings.unchanged')
  const { kept, running } = await periodsOf(work)
  const first = firstPeriodUnder(after.reporting, kept, now)
  return {
    planId: plan.id,
    planTitle: plan.title,
    before,
    after,
    asking: asksOtherwise(before, after) ? { first, kept: running } : null,
  }
}

/** The periods that keep their days, and those of them that are asked for now and are not past. */
async function periodsOf(work: Work): Promise<{ kept: ReportingPeriod[]; running: ReportingPeriod[] }> {
  const today = work.now.toFormat('yyyy-MM-dd')
  const standing = await standingPeriods(work)
  const kept = [...(await listPeriods(work.tx, work.plan.id)), ...standing.filter(({ id }) => id === null)]
  return { kept, running: standing.filter((period) => period.dueOn >= today) }
}

async function keep({ tx, plan }: Work, { id, ...period }: StandingPeriod): Promise<void> {
  if (id === null) await ensurePeriod(tx, plan.id, period)
}

import type { CompiledReport } from '../../domain/compilation/report-content.ts'
import { numberRanges } from '../../domain/number-ranges.ts'
import { roundedAmount } from '../../i18n/amounts.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { ledParagraph, paragraph } from '../official/paragraphs.ts'
import type { MakeSection } from './section.ts'

type Step = { lead: string; text: string }

/** 下一步: what the facts ask for, each in a line; nothing that nobody decided. */
export const nextStepsSection: MakeSection = (locale, report) => {
  const steps = [taskStep, targetStep, missingStep, actionStep, issueStep, milestoneStep].flatMap(
    (step) => step(locale, report) ?? [],
  )
  return {
    title: t(locale, 'compilation.next'),
    children:
      steps.length === 0
        ? [paragraph(locale, 'Body', t(locale, 'compilation.next_none'))]
        : steps.map(({ lead, text }) => ledParagraph(locale, lead, text)),
  }
}

function taskStep(locale: Locale, { sections }: CompiledReport): Step | null {
  const behind = sections.flatMap(({ tasks }) => tasks).filter(({ report }) => report?.status === 'behind')
  if (behind.length === 0) return null
  const units = unique(
    locale,
    behind.flatMap(({ lead }) => lead ?? []),
  )
  const tasks = numberRanges(behind.map(({ no }) => no))
  return {
    lead: t(locale, 'compilation.next.tasks_lead'),
    text: t(locale, 'compilation.next.tasks', { count: behind.length, tasks, units }),
  }
}

function targetStep(locale: Locale, { targets }: CompiledReport): Step | null {
  const behind = targets.flatMap(({ metric, unit, standing: { status, gap, requiredPerMonth } }) => {
    if (status !== 'behind' || gap === null) return []
    const pace = requiredPerMonth === null ? null : roundedAmount(locale, requiredPerMonth.replace('-', ''), unit)
    return t(locale, 'compilation.next.target', {
      metric,
      gap: roundedAmount(locale, gap.replace('-', ''), unit),
      pace,
    })
  })
  if (behind.length === 0) return null
  return { lead: t(locale, 'compilation.next.targets_lead'), text: sentence(locale, behind) }
}

function missingStep(locale: Locale, { missing }: CompiledReport): Step | null {
  const asked = missing.filter(({ kind }) => kind === 'unfiled' || kind === 'returned')
  if (asked.length === 0) return null
  const tasks = numberRanges(asked.map(({ no }) => no))
  return {
    lead: t(locale, 'compilation.next.missing_lead'),
    text: t(locale, 'compilation.next.missing', { count: asked.length, tasks }),
  }
}

function actionStep(locale: Locale, { actions }: CompiledReport): Step | null {
  const open = actions.overdue.filter(({ doneOn }) => doneOn === null)
  if (open.length === 0) return null
  const units = unique(
    locale,
    open.map(({ owner }) => owner),
  )
  return {
    lead: t(locale, 'compilation.next.actions_lead'),
    text: t(locale, 'compilation.next.actions', { count: open.length, units }),
  }
}

function issueStep(locale: Locale, { issues }: CompiledReport): Step | null {
  const waiting = issues.open.filter(({ state }) => state === 'open' || state === 'scheduled')
  if (waiting.length === 0) return null
  const escalated = waiting.filter((issue) => issue.escalated).length
  return {
    lead: t(locale, 'compilation.next.issues_lead'),
    text: t(locale, 'compilation.next.issues', { count: waiting.length, escalated }),
  }
}

function milestoneStep(locale: Locale, { milestones }: CompiledReport): Step | null {
  // One that slipped and was done since needs nobody any more.
  const slipped = milestones.filter(({ state, doneOn }) => state === 'slipped' && doneOn === null).length
  const next = milestones.filter(({ state, doneOn }) => state === 'next' && doneOn === null).length
  if (slipped + next === 0) return null
  return {
    lead: t(locale, 'compilation.next.milestones_lead'),
    text: sentence(locale, [t(locale, 'compilation.next.milestones', { slipped, next })]),
  }
}

const sentence = (locale: Locale, parts: readonly string[]) =>
  `${parts.join(t(locale, 'compilation.sentence_separator'))}${t(locale, 'document.sentence_end')}`

const unique = (locale: Locale, names: readonly string[]) => [...new Set(names)].join(t(locale, 'list.separator'))

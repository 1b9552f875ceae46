import { comparePlans, isUnchanged } from '../domain/plan-file/compare-plans.ts'
import { changeLines } from '../i18n/change-lines.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/translate.ts'
import { readPlan } from './plan-parse.ts'

/** What a newer plan changes of an older one: as JSON, or as lines. @throws DomainError when a file is no plan */
export async function diffFiles(locale: Locale, before: string, after: string, json: boolean): Promise<string> {
  const difference = comparePlans((await readPlan(before)).data, (await readPlan(after)).data)
  if (json) return JSON.stringify(difference, null, 2)
  return isUnchanged(difference) ? t(locale, 'cli.same') : changeLines(locale, difference).join('\n')
}

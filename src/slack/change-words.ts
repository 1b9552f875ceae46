import type { Change } from '../domain/errors.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/translate.ts'
import { botItself } from '../usecases/context.ts'
import { dayTime } from './progress/days.ts'

/** Who changed something, and when, in words; `names` of people by their ids. */
export function changeWords(locale: Locale, { by, at, zone }: Change, names: Readonly<Record<string, string>>) {
  const who = by === botItself ? t(locale, 'app.name') : (names[by] ?? t(locale, 'progress.someone'))
  return { who, at: dayTime(locale, at, zone) }
}

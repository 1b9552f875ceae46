import { parsePauseWords } from '../../domain/supervision/pause-words.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { PauseSubject } from '../../usecases/supervision/pause-subject.ts'
import { pauseWork } from '../../usecases/supervision/pause-work.ts'
import { resumeWork } from '../../usecases/supervision/resume-work.ts'
import { message, note } from '../blocks.ts'
import type { FormRequest } from '../requests/request.ts'
import type { Verb } from '../verbs.ts'

/** The verbs of `/progress` that pause a task or a period and let it go on. */
export const pauseVerbs: readonly Verb[] = [
  { names: ['pause', '暂停'], handle: pause },
  { names: ['resume', '恢复'], handle: resume },
]

async function pause({ context, actor, locale, reply }: FormRequest, words: string): Promise<void> {
  const subject = await pauseWork(context, actor, parsePauseWords(words))
  const typed = subject.task ? String(subject.task.no) : (subject.periodKey ?? '')
  await reply(
    message(t(locale, 'pause.done', { what: named(locale, subject) }), [
      note(t(locale, 'pause.done_note', { words: typed })),
    ]),
  )
}

async function resume({ context, actor, locale, reply }: FormRequest, words: string): Promise<void> {
  const subject = await resumeWork(context, actor, parsePauseWords(words))
  await reply(message(t(locale, 'pause.resumed', { what: named(locale, subject) })))
}

function named(locale: Locale, { task, periodKey }: PauseSubject): string {
  return task ? t(locale, 'pause.task', task) : t(locale, 'period.name', { key: periodKey ?? '' })
}

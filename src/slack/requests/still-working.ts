import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { message } from '../blocks.ts'
import type { Reply } from '../reply.ts'

/** A word to a person whose request takes long, before the answer. */
export type StillWorking = {
  /** Resolves once no word is on its way any more, and none will be said. */
  end(): Promise<void>
}

/** Says once, after `patience` milliseconds, that the request is being worked on, unless it ended before. */
export function sayStillWorking(reply: Reply, locale: () => Promise<Locale>, patience: number): StillWorking {
  let saying: Promise<void> = Promise.resolve()
  const say = async () => reply(message(t(await locale(), 'request.working')))
  const timer = setTimeout(() => {
    // The answer itself is what matters; where this word cannot be shown, that one says so.
    saying = say().catch(() => undefined)
  }, patience)
  timer.unref()
  return {
    async end() {
      clearTimeout(timer)
      await saying
    },
  }
}

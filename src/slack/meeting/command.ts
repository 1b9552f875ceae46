import { t } from '../../i18n/translate.ts'
import { message, paragraph } from '../blocks.ts'
import { attendByWords, endByWords, nextItem, recordByWords, runMeeting, takeItemByWords } from '../board/command.ts'
import type { CommandRequest } from '../listen.ts'
import { amendByWords, showMinutesByWords, signByWords } from '../minutes/command.ts'

/** What follows `/meeting`, by its first word; the handler gets the words behind it. */
type Verb = { pattern: RegExp; handle: (request: CommandRequest, words: string) => Promise<void> }

const verbs: readonly Verb[] = [
  { pattern: /^(?:run|主持|开会|会议进程)(?=\s|\d|$)/i, handle: runMeeting },
  { pattern: /^(?:next|下一项)(?=\s|\d|$)/i, handle: nextItem },
  { pattern: /^(?:take|讨论)(?=[\s#\d]|$)/i, handle: takeItemByWords },
  { pattern: /^(?:outcome|结果|记录)(?=[\s#\d]|$)/i, handle: recordByWords },
  { pattern: /^(?:attend|attendance|点名)(?=\s|\d|$)/i, handle: attendByWords },
  { pattern: /^(?:end|结束)(?=\s|\d|$)/i, handle: endByWords },
  { pattern: /^(?:minutes|纪要)(?=\s|\d|$)/i, handle: showMinutesByWords },
  { pattern: /^(?:sign|签发)(?=\s|\d|$)/i, handle: signByWords },
  { pattern: /^(?:amend|更正)(?=\s|\d|$)/i, handle: amendByWords },
]

/** `/meeting`: what its first word says; help for anything else. */
export async function meetingCommand(request: CommandRequest): Promise<void> {
  const { words, locale, reply } = request
  for (const { pattern, handle } of verbs) {
    const match = pattern.exec(words)
    if (match) return handle(request, words.slice(match[0].length).trim())
  }
  await reply(message('/meeting', [paragraph(t(locale, 'board.help')), paragraph(t(locale, 'minutes.help'))]))
}

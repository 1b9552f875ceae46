import type { ModalView } from '@slack/types'
import { DomainError } from '../../domain/errors.ts'
import { parseMeetingWords, takeNumber } from '../../domain/meeting/meeting-words.ts'
import { parseSeriesWords } from '../../domain/meeting/series-words.ts'
import { takeSettingWords } from '../../domain/meeting/setting-words.ts'
import { t } from '../../i18n/translate.ts'
import { listMeetings, showMeetingForm, showSettingsForm } from '../../usecases/meeting/list-meetings.ts'
import { sendCalendar } from '../../usecases/meeting/send-calendar.ts'
import { replyByWords, showRosterOf } from '../attendance/command.ts'
import { message, paragraph } from '../blocks.ts'
import { attendByWords, endByWords, nextItem, recordByWords, runMeeting, takeItemByWords } from '../board/command.ts'
import { plainText } from '../issue/message-text.ts'
import { amendByWords, showMinutesByWords, signByWords, submitByWords } from '../minutes/command.ts'
import { ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, CommandRequest, FormRequest } from '../requests/request.ts'
import { findVerb, type Verb } from '../verbs.ts'
import { cancelOne, changeOne, createOne, endOne, moveOne, planOne } from './change.ts'
import { meetingListMessage } from './messages.ts'
import { cancelModal, endModal, meetingModal, moveModal, seriesModal, settingsModal } from './views.ts'

/** Every verb of `/meeting`. */
const verbs: readonly Verb[] = [
  { names: ['help', '帮助', '?'], handle: help },
  { names: ['list', '列表', '清单'], handle: list },
  { names: ['series', '例会', '系列', '设立例会', '新建例会'], handle: series },
  { names: ['new', 'plan', '新建', '安排'], handle: plan },
  { names: ['move', '改期', '调整'], handle: move },
  { names: ['cancel', '取消'], handle: cancel },
  { names: ['calendar', 'ics', '日历'], handle: calendar },
  { names: ['rsvp', '答复', '回执'], handle: rsvp },
  { names: ['roster', '名单'], handle: roster },
  { names: ['run', '主持', '开会', '会议进程'], handle: runMeeting },
  { names: ['next', '下一项'], handle: nextItem },
  { names: ['take', '讨论'], handle: takeItemByWords },
  { names: ['outcome', '结果', '记录'], handle: recordByWords },
  { names: ['attend', 'attendance', '点名'], handle: attendByWords },
  { names: ['end', '结束'], handle: endByWords },
  { names: ['minutes', '纪要'], handle: showMinutesByWords },
  { names: ['submit', '送签'], handle: submitByWords },
  { names: ['sign', '签发'], handle: signByWords },
  { names: ['amend', '更正'], handle: amendByWords },
  { names: ['set', 'settings', '设置'], handle: set },
  { names: ['stop', '停止'], handle: stop },
]

/** `/meeting`: the list, or what its first word says. */
export async function meetingCommand(request: CommandRequest): Promise<void> {
  await handleWords(request, request.words)
}

/** A button or a menu under a meeting or a series: its value is the plan and the words of the command. */
export async function doFromButton(request: ActionRequest): Promise<void> {
  const { planId, value } = ofPlan(request.value)
  await handleWords({ ...request, actor: { ...request.actor, planId } }, value)
}

/** “Keep” under the word that there is nothing to draft: nothing changes. */
export async function keepFromButton({ locale, value, replace }: ActionRequest): Promise<void> {
  await replace(message(t(locale, 'meeting.kept', { no: wholeNumber(ofPlan(value).value) })))
}

async function handleWords(request: FormRequest, words: string): Promise<void> {
  if (words.trim() === '') return list(request)
  const found = findVerb(verbs, words)
  if (!found) throw new DomainError('meeting.words_unknown', { given: words.slice(0, 40) })
  await found.handle(request, found.rest)
}

async function help({ locale, reply }: FormRequest): Promise<void> {
  const parts = ['meeting.help', 'board.help', 'minutes.help'] as const
  await reply(
    message(
      '/meeting',
      parts.map((part) => paragraph(t(locale, part))),
    ),
  )
}

async function list({ context, actor, locale, reply }: FormRequest): Promise<void> {
  await reply(meetingListMessage(locale, await listMeetings(context, actor)))
}

async function series(request: FormRequest, words: string): Promise<void> {
  if (words !== '') return createOne(request, parseSeriesWords(words))
  const { context, actor, locale, channel } = request
  await open(request, seriesModal(locale, await showSettingsForm(context, actor, null), channel))
}

async function plan(request: FormRequest, words: string): Promise<void> {
  if (words !== '') return planOne(request, parseMeetingWords(words))
  const { context, actor, locale, channel } = request
  await open(request, meetingModal(locale, await showSettingsForm(context, actor, null), channel))
}

async function move(request: FormRequest, words: string): Promise<void> {
  const { no, rest } = takeNumber(words)
  if (rest !== '') return moveOne(request, no, parseMeetingWords(rest))
  const { context, actor, locale, channel } = request
  await open(request, moveModal(locale, await showMeetingForm(context, actor, no), channel))
}

async function cancel(request: FormRequest, words: string): Promise<void> {
  const { no, rest } = takeNumber(words)
  if (rest !== '') return cancelOne(request, no, plainText(rest))
  const { context, actor, locale, channel } = request
  await open(request, cancelModal(locale, await showMeetingForm(context, actor, no), channel))
}

async function calendar(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, reply } = request
  const meeting = await sendCalendar(context, actor, takeNumber(words).no)
  await reply(message(t(locale, 'meeting.calendar_sent', meeting)))
}

async function rsvp(request: FormRequest, words: string): Promise<void> {
  const { no, rest } = takeNumber(words)
  await replyByWords(request, no, plainText(rest))
}

async function roster(request: FormRequest, words: string): Promise<void> {
  await showRosterOf(request, takeNumber(words).no)
}

async function set(request: FormRequest, words: string): Promise<void> {
  const { no, rest } = takeNumber(words)
  if (rest !== '') {
    const { rest: unread, settings } = takeSettingWords(rest)
    const { day, time, settings: length } = parseMeetingWords(unread)
    if (day || time) throw new DomainError('meeting.setting_unknown', { given: unread.slice(0, 40) })
    return changeOne(request, no, { ...length, ...settings })
  }
  const { context, actor, locale, channel } = request
  await open(request, settingsModal(locale, await showSettingsForm(context, actor, no), channel))
}

async function stop(request: FormRequest, words: string): Promise<void> {
  const { no, rest } = takeNumber(words)
  if (rest !== '') return endOne(request, no, plainText(rest))
  const { context, actor, locale, channel } = request
  await open(request, endModal(locale, await showSettingsForm(context, actor, no), channel))
}

async function open({ client, triggerId }: FormRequest, view: ModalView): Promise<void> {
  await client.views.open({ trigger_id: triggerId, view })
}

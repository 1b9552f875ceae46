import type { FileChild } from 'docx'
import { DateTime } from 'luxon'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import { type Locale, localeOf } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { spanIn } from '../official/moments.ts'
import { paragraph, titleParagraphs } from '../official/paragraphs.ts'
import { writeDocument } from '../official/write-document.ts'
import { attendanceTable, clockSpan, itemTable, leftOutTable } from './agenda-tables.ts'

/** A numbered part: its heading without the number, and what stands under it. */
type Section = { title: string; children: FileChild[] }

/**
 * A published agenda as a .docx: items at their times, who attends when, what was left out and why, and what the order
 * rests on; in the plan's language and in the layout of the minutes. The same notice gives the same bytes.
 */
export function buildAgendaDocument(notice: AgendaNotice): Promise<Buffer> {
  const locale = localeOf(notice.language)
  const title = t(locale, 'document.agenda_title', { plan: notice.planTitle })
  const end = DateTime.fromISO(notice.startsAt, { zone: notice.zone }).plus({ minutes: notice.minutes })
  const span = spanIn(notice.zone, notice.startsAt, end.toISO() ?? notice.startsAt)
  const summary = t(locale, 'document.agenda_summary', {
    items: notice.items.length,
    used: notice.minutesUsed,
    minutes: notice.minutes,
  })
  return writeDocument({ locale, title, creator: t(locale, 'app.name'), draft: false }, [
    ...titleParagraphs(locale, title),
    paragraph(locale, 'Subtitle', t(locale, 'document.span', span)),
    ...(notice.place === '' ? [] : [paragraph(locale, 'Body', `${t(locale, 'document.place')}${notice.place}`)]),
    paragraph(locale, 'Body', summary),
    ...sections(locale, notice).flatMap((section, index) => [
      paragraph(locale, 'Level1', t(locale, 'document.heading1', { n: index + 1, title: section.title })),
      ...section.children,
    ]),
  ])
}

function sections(locale: Locale, notice: AgendaNotice): Section[] {
  const more = notice.leftOutMore
  const others = more > 0 ? [paragraph(locale, 'Body', t(locale, 'document.agenda_more', { count: more }))] : []
  const listed = notice.leftOut.length > 0 ? [leftOutTable(locale, notice)] : []
  const all: Section[] = [
    { title: t(locale, 'document.follow_up'), children: followUp(locale, notice) },
    { title: t(locale, 'document.agenda_items'), children: notice.items.length > 0 ? [itemTable(locale, notice)] : [] },
    {
      title: t(locale, 'document.agenda_units'),
      children: notice.attendance.length > 0 ? [attendanceTable(locale, notice)] : [],
    },
    { title: t(locale, 'document.agenda_left_out'), children: [...listed, ...others] },
    { title: t(locale, 'document.agenda_basis'), children: basis(locale, notice) },
  ]
  return all.filter(({ children }) => children.length > 0)
}

/** What the meeting hears first: the counts, and each overdue action. */
function followUp(locale: Locale, notice: AgendaNotice): FileChild[] {
  if (!notice.followUp) return []
  const { verified, running, overdue, minutes } = notice.followUp
  const counts = { verified, running, overdue: overdue.length, ...clockSpan(notice, 0, minutes) }
  const lines = overdue.map((action) =>
    t(locale, 'agenda.follow_up_line', { ...action, day: t(locale, 'document.day', { day: action.dueOn }) }),
  )
  const texts = [t(locale, 'agenda.follow_up', counts), ...lines]
  return texts.map((text) => paragraph(locale, 'Body', `${text}${t(locale, 'document.sentence_end')}`))
}

function basis(locale: Locale, notice: AgendaNotice): FileChild[] {
  const { weights, waiting, waitingByScore: byScore, proved } = notice
  const order =
    notice.mode === 'score'
      ? t(locale, 'agenda.score_line', { waiting })
      : t(locale, 'agenda.waiting_line', { waiting, byScore, proved })
  return [
    `${order}${t(locale, 'document.sentence_end')}`,
    ...(notice.choiceProved ? [] : [t(locale, 'agenda.choice_not_proved')]),
    t(locale, 'agenda.weights', { ...weights, severity: weights.severity.join('/') }),
    t(locale, 'agenda.basis', { hash: notice.hash }),
  ].map((text) => paragraph(locale, 'Body', text))
}

import type { HomeView, KnownBlock } from '@slack/types'
import { DateTime } from 'luxon'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { Home } from '../../usecases/home/show-home.ts'
import { button, buttons, clip, header, note, paragraph, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { homeActions } from './actions.ts'

const owedShown = 15
const itemsShown = 10
const issuesShown = 10
const placeShown = 40

/** App Home of a member: what they owe, one button each; their meeting times; their issues and what became of them. */
export function homeView(locale: Locale, home: Home): HomeView {
  const period = t(locale, 'period.name', { key: home.owed.period.key })
  const names = home.units.length > 0 ? home.units : home.roles.map((role) => t(locale, `role.${role}`))
  const who = names.join(t(locale, 'list.separator'))
  return {
    type: 'home',
    blocks: [
      header(t(locale, 'home.title', { who, period })),
      note(home.planTitle),
      ...owedBlocks(locale, home),
      ...homeActions(locale, home),
      { type: 'divider' },
      ...meetingBlocks(locale, home),
      { type: 'divider' },
      ...issueBlocks(locale, home),
    ],
  }
}

/** App Home of somebody the bot cannot serve yet: why, and what to do. */
export function homeNote(text: string): HomeView {
  return { type: 'home', blocks: [paragraph(text)] }
}

function owedBlocks(locale: Locale, { owed, units }: Home): KnownBlock[] {
  if (owed.reports.length === 0) return []
  const waiting = owed.reports.filter((report) => !report.filed)
  const due = t(locale, 'day.short', { day: owed.period.dueOn })
  const title = t(locale, 'home.owed', { owed: waiting.length, total: owed.reports.length, due })
  const rest = waiting.length - owedShown
  return [
    strong(title),
    ...waiting.slice(0, owedShown).map(
      (report): KnownBlock => ({
        ...paragraph(
          t(locale, 'home.owed_line', {
            status: t(locale, 'status.missing'),
            no: report.taskNo,
            title: report.taskTitle,
            unit: units.length > 1 ? report.unit : null,
          }),
        ),
        accessory: button(ids.progress.open, t(locale, 'home.report'), `${report.taskNo}/${report.unitId}`),
      }),
    ),
    ...(rest > 0
      ? [
          note(t(locale, 'home.more', { count: rest })),
          buttons(button(ids.progress.open, t(locale, 'home.report_all'), 'all')),
        ]
      : []),
  ]
}

function meetingBlocks(locale: Locale, { meetings, ownOnly: own }: Home): KnownBlock[] {
  if (meetings.length === 0) return [strong(t(locale, 'home.meetings')), note(t(locale, 'home.no_meetings'))]
  return meetings.flatMap((meeting) => {
    const start = DateTime.fromISO(meeting.startsAt, { setZone: true })
    const time = (minute: number) => start.plus({ minutes: minute }).toFormat('HH:mm')
    const day = t(locale, 'day.short', { day: start.toFormat('yyyy-MM-dd') })
    const lines = meeting.items
      .slice(0, itemsShown)
      .map((item) => t(locale, 'home.item', { ...item, time: time(item.startMinute) }))
    const rest = meeting.items.length - lines.length
    const { no, drafted } = meeting
    const place = clip(meeting.place, placeShown)
    if (!meeting.published) return [paragraph(t(locale, 'home.planned', { no, day, time: time(0), place, drafted }))]
    return [
      strong(t(locale, 'home.meeting', { no, day, time: time(0), place, count: meeting.items.length, own })),
      paragraph(lines.join('\n')),
      ...(rest > 0 ? [note(t(locale, 'home.more_items', { count: rest }))] : []),
    ]
  })
}

function issueBlocks(locale: Locale, { planId, issues }: Home): KnownBlock[] {
  const rest = issues.length - issuesShown
  return [
    strong(issues.length === 0 ? t(locale, 'home.no_issues') : t(locale, 'home.issues', { count: issues.length })),
    ...issues.slice(0, issuesShown).map(
      (issue): KnownBlock => ({
        ...paragraph(
          [
            `#${issue.no} ${issue.title}`,
            t(locale, `issue_state.${issue.state}`),
            ...(issue.escalatedAt ? [t(locale, 'issue.escalated')] : []),
          ].join(' · '),
        ),
        accessory: button(ids.issue.show, t(locale, 'issue.show'), inPlan(planId, String(issue.no))),
      }),
    ),
    ...(rest > 0 ? [note(t(locale, 'home.more_issues', { count: rest }))] : []),
    buttons(button(ids.issue.raise, t(locale, 'home.raise'), inPlan(planId, '0'))),
  ]
}

import type { home as chinese } from '../zh-cn/home.ts'

/** App Home */
export const home: typeof chinese = {
  'home.title': (p) => `${p.who.charAt(0).toUpperCase()}${p.who.slice(1)} · ${p.period}`,
  'home.owed': (p) =>
    p.owed === 0
      ? `All ${p.total} reports of this period are filed.`
      : `${p.owed} of ${p.total} reports owed, due ${p.due}`,
  'home.owed_line': (p) => `${p.status} · task ${p.no} ${p.title}${p.unit ? ` · ${p.unit}` : ''}`,
  'home.report': 'Report',
  'home.report_all': 'Report one by one',
  'home.more': (p) => `${p.count} more`,
  'home.meetings': 'Joint meetings',
  'home.no_meetings': 'No joint meeting that concerns you is coming up.',
  'home.meeting': (p) =>
    `${p.day} ${p.time} joint meeting ${p.no}${p.place ? ` · ${p.place}` : ''} · ${p.count} ${p.count === 1 ? 'item' : 'items'}${p.own ? ' of yours' : ''}`,
  'home.planned': (p) =>
    `${p.day} ${p.time} joint meeting ${p.no}${p.place ? ` · ${p.place}` : ''} · ${p.drafted ? 'a draft waits to be published: /agenda show' : 'agenda not published yet'}`,
  'home.item': (p) => `${p.time} #${p.no} ${p.title} · ${p.minutes} min`,
  'home.issues': (p) => `${p.count} unsettled ${p.count === 1 ? 'issue' : 'issues'}`,
  'home.no_issues': 'No issue is unsettled.',
  'home.raise': 'Raise an issue',
  'home.more_items': (p) => `${p.count} more; type /agenda show to see them.`,
  'home.more_issues': (p) => `${p.count} more; type /issue list to see them.`,
  'home.not_member': (p) =>
    `You are not on the list of people of “${p.plan}” yet. Ask an admin to add you with /plan members; then your reports, meetings and issues are shown here.`,
}

/** 主页 */
export const home = {
  'home.title': (p: { who: string; period: string }) => `${p.who} · ${p.period}`,
  'home.owed': (p: { owed: number; total: number; due: string }) =>
    p.owed === 0 ? `本期 ${p.total} 项进展已全部报送。` : `应报 ${p.total} 项，未报 ${p.owed} 项，${p.due}截止`,
  'home.owed_line': (p: { status: string; no: number; title: string; unit: string | null }) =>
    `${p.status} · 任务${p.no} ${p.title}${p.unit ? ` · ${p.unit}` : ''}`,
  'home.report': '报送',
  'home.report_all': '逐项报送',
  'home.more': (p: { count: number }) => `另有 ${p.count} 项`,
  'home.meetings': '联席会议',
  'home.no_meetings': '近期没有与您有关的联席会议。',
  'home.meeting': (p: { no: number; day: string; time: string; place: string; count: number; own: boolean }) =>
    `${p.day}${p.time} 第${p.no}次联席会议${p.place ? ` · ${p.place}` : ''} · ${p.own ? '贵单位的议题' : '议题'} ${p.count} 项`,
  'home.planned': (p: { no: number; day: string; time: string; place: string; drafted: boolean }) =>
    `${p.day}${p.time} 第${p.no}次联席会议${p.place ? ` · ${p.place}` : ''} · ${p.drafted ? '草案待发布，输入 /agenda show 查看' : '议程未发布'}`,
  'home.item': (p: { time: string; no: number; title: string; minutes: number }) =>
    `${p.time} #${p.no} ${p.title} · ${p.minutes} 分钟`,
  'home.issues': (p: { count: number }) => `未办结的问题 ${p.count} 个`,
  'home.no_issues': '没有未办结的问题。',
  'home.raise': '提出问题',
  'home.more_items': (p: { count: number }) => `另有 ${p.count} 项，输入 /agenda show 查看。`,
  'home.more_issues': (p: { count: number }) => `另有 ${p.count} 个，输入 /issue list 查看。`,
  'home.not_member': (p: { plan: string }) =>
    `您尚未列入「${p.plan}」的人员名单。请管理员用 /plan members 将您加入；之后您在这里可看到应报任务、会议时间和问题。`,
}

type DutyKind = 'report' | 'action' | 'milestone' | 'visit'

const kinds: Record<DutyKind, string> = { report: '进展', action: '交办', milestone: '节点', visit: '走访' }

/** 主页 */
export const home = {
  'home.title': (p: { who: string; period: string }) => `${p.who} · ${p.period}`,
  'home.owed': (p: { period: string; count: number; due: string; late: string | null }) =>
    `${p.period}进展未报 ${p.count} 项，${p.due}截止${p.late ? ` · ${p.late}` : ''}`,
  'home.owed_line': (p: { status: string; no: number; title: string; unit: string | null }) =>
    `${p.status} · 任务${p.no} ${p.title}${p.unit ? ` · ${p.unit}` : ''}`,
  'home.all_filed': (p: { period: string; total: number }) => `${p.period} ${p.total} 项进展已全部报送。`,
  'home.not_open': (p: { period: string; opens: string }) => `${p.period}进展自${p.opens}起报送，目前没有应报的。`,
  'home.unchanged': '其余无变化',
  'home.unchanged_confirm': (p: { count: number }) =>
    `未报的 ${p.count} 项中，以前报过的将按上次内容报送，注明无变化；没有报过的仍待报送。`,
  'home.duties': (p: { count: number }) => `节点和走访 ${p.count} 项`,
  'home.duty': (p: { kind: DutyKind; no: number; title: string; due: string; late: string | null }) =>
    `${p.kind === 'visit' ? `企业${p.no} 走访` : `${kinds[p.kind]}${p.no} ${p.title}`} · ${p.due}到期${p.late ? ` · ${p.late}` : ''}`,
  'home.slips': (p: { count: number }) => `待签收的督办单 ${p.count} 份`,
  'home.sign_slip': '签收并说明',
  'home.visit': '记录走访',
  'home.done': '已完成',
  'home.slip': (p: { name: string; unit: string; what: string; due: string }) =>
    `${p.name} · ${p.unit} · ${p.what}${p.due}`,
  'home.slip_reports': (p: { period: string }) => `${p.period}进展`,
  'home.slip_other': (p: { kind: DutyKind; no: string }) =>
    p.kind === 'visit' ? `企业${p.no} ` : `${kinds[p.kind]}${p.no} `,
  'home.target': (p: {
    status: string
    metric: string
    current: string | null
    due: string | null
    gap: string | null
  }) =>
    [
      `${p.status} · ${p.metric}`,
      ...(p.current === null ? [] : [`现值 ${p.current}`]),
      ...(p.due === null ? [] : [`应达 ${p.due}`]),
      ...(p.gap === null ? [] : [`差 ${p.gap}`]),
    ].join('，'),
  'home.waits': (p: { count: number }) => `待您决定 ${p.count} 项`,
  'home.nothing_waits': '目前没有待您决定的事项。',
  'home.escalated': (p: { no: number; title: string; carried: number; units: number }) =>
    `#${p.no} ${p.title} · 已提请领导小组${p.carried > 0 ? `，已延 ${p.carried} 次` : ''}，涉及 ${p.units} 个单位`,
  'home.red_how': '红色督办单须领导批准后发出；不批准的，输入 /todo slips 写明理由。',
  'home.approve_slip': '批准发出',
  'home.approve_slip_confirm': (p: { unit: string }) => `向${p.unit}发出红色督办单，并在领导小组频道通报。`,
  'home.minutes': (p: { no: number; number: number }) =>
    `第${p.no}次联席会议${p.number > 0 ? `纪要更正${p.number}` : '纪要'}待签发 · 输入 /meeting minutes ${p.no} 查看`,
  'home.sign_confirm': (p: { no: number; number: number }) =>
    `签发第${p.no}次联席会议${p.number > 0 ? `纪要更正${p.number}` : '纪要'}。签发后不再改动，只能另作更正。`,
  'home.digest': (p: { day: string; cadence: string }) => `${p.day}拟就的情况通报（${p.cadence}）待批准`,
  'home.approve_digest': '批准发布',
  'home.approve_digest_confirm': '按现稿发布这份情况通报。',
  'home.board': (p: { period: string; filed: number; owed: number; units: number; done: number; due: string }) =>
    `${p.period}进展：应报 ${p.owed} 份，已报 ${p.filed} 份；${p.units} 个单位中 ${p.done} 个已报齐，${p.due}截止`,
  'home.board_line': (p: { unit: string; owed: number; filed: number; late: number; returned: number }) =>
    [
      `${p.filed < p.owed ? '⚪ ' : ''}${p.unit}：已报 ${p.filed}/${p.owed}`,
      ...(p.returned > 0 ? [`退回 ${p.returned}`] : []),
      ...(p.late > 0 ? [`逾期报送 ${p.late}`] : []),
    ].join('，'),
  'home.review': (p: { count: number }) => `审核进展（${p.count} 份）`,
  'home.whole_board': '全部单位',
  'home.whole_overdue': '全部逾期事项',
  'home.late': (p: { units: number }) => `有逾期事项的单位 ${p.units} 个`,
  'home.late_line': (p: { unit: string; what: string; days: number }) =>
    `${p.unit}：${p.what}，最久的${p.days > 0 ? `已逾期 ${p.days} 个工作日` : '刚逾期'}`,
  'home.late_kind': (p: { kind: DutyKind; count: number }) => `${kinds[p.kind]} ${p.count} 项`,
  'home.last_digest': (p: { day: string }) => `最近一次情况通报：${p.day}，见 `,
  'home.settled': (p: { count: number; list: string }) => `近 30 天办结或撤销 ${p.count} 个：${p.list}`,
  'home.left_out': (p: { count: number; command: string }) => `另有 ${p.count} 项，输入 ${p.command} 查看。`,
  'home.left_out_units': (p: { count: number; command: string }) => `另有 ${p.count} 个单位，输入 ${p.command} 查看。`,
  'home.report': '报送',
  'home.report_all': '逐项报送',
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

/** 每日提醒 */
export const brief = {
  'brief.title': (p: { units: string; count: number }) => `${p.units ? `${p.units}：` : ''}今天有 ${p.count} 件事`,
  'brief.missed': (p: { count: number }) =>
    `联络员停机期间，此前 ${p.count} 个工作日的汇总没有发出，其中仍应办的已并入本条。`,
  'brief.meeting': (p: {
    no: number
    day: string
    from: string
    to: string
    places: string
    place: string
    required: boolean
  }) =>
    `${p.day}第${p.no}次联席会议：贵单位 ${p.from}–${p.to} ${p.required ? '' : '可选择'}参加${p.places ? `第 ${p.places} 项` : '上次议定事项落实'}${p.place ? ` · ${p.place}` : ''}`,
  'brief.item': (p: { no: number; title: string; from: string; to: string }) => `${p.from}–${p.to} #${p.no} ${p.title}`,
  'brief.unanswered': '贵单位尚未答复能否参加。',
  'brief.actions': (p: { count: number }) => `交办事项 ${p.count} 项`,
  'brief.action': (p: { no: number; text: string; unit: string; due: string; concern: string }) =>
    `${p.concern} · 交办${p.no} ${p.text}（${p.unit}，${p.due}到期）`,
  'brief.concern.overdue': '🟡 已逾期',
  'brief.concern.returned': '🟡 已退回',
  'brief.concern.today': '🟡 今天到期',
  'brief.concern.soon': '🟢 即将到期',
  'brief.concern.new': '⚪ 新交办',
  'brief.actions_note': '输入 /todo 报送办理情况或申请延期。',
  'brief.consultations': (p: { count: number }) => `会商 ${p.count} 件，请答复`,
  'brief.consultation': (p: { no: number; title: string; unit: string; day: string }) =>
    `#${p.no} ${p.title}（${p.unit}，${p.day}征询）`,
  'brief.issue_note': '输入 /issue 编号 查看并办理。',
  'brief.to_verify': (p: { count: number }) => `待核实的交办事项 ${p.count} 项`,
  'brief.verify': (p: { no: number; text: string; owner: string; day: string }) =>
    `交办${p.no} ${p.text}（${p.owner}，${p.day}报办结）`,
  'brief.verify_note': '输入 /todo 核实或退回。',
  'brief.missing': (p: { no: number; day: string; count: number; units: string }) =>
    `${p.day}第${p.no}次联席会议：尚有 ${p.count} 个应到单位未答复：${p.units}`,
  'brief.agreed': (p: { count: number }) => `各单位已同意、可不上会办结的问题 ${p.count} 个`,
  'brief.agreed_line': (p: { no: number; title: string }) => `#${p.no} ${p.title}`,
  'brief.escalated': (p: { count: number }) => `提请领导小组的问题 ${p.count} 个`,
  'brief.escalated_line': (p: { no: number; title: string; carried: number; day: string }) =>
    `#${p.no} ${p.title}（${p.carried ? `已延 ${p.carried} 次，` : ''}${p.day}提请）`,
  'brief.slips': (p: { count: number }) => `督办单 ${p.count} 份，请办理并签收`,
  'brief.slips_note': '输入 /todo 督办 查看督办单，/todo 签收 编号 说明 签收。',
  'brief.red': (p: { count: number }) => `待您批准的红色通报 ${p.count} 份`,
  'brief.red_note': '输入 /todo 督办 逐份批准或不发出。',
  'brief.owed': (p: { count: number }) => `应办事项 ${p.count} 件`,
  'brief.owed_note': '输入 /progress 报送，/todo 查看待办。',
  'brief.owed_report': (p: {
    period: string
    total: number
    owed: number
    due: string
    concern: string
    tasks: string
    unit: string
  }) =>
    `${p.concern} · ${p.period}进展（${p.unit}）：${p.total} 项任务中 ${p.owed} 项未报（任务${p.tasks}），${p.due}截止`,
  'brief.owed_other': (p: { matter: string; unit: string; due: string; concern: string }) =>
    `${p.concern} · ${p.matter}（${p.unit}，${p.due}到期）`,
  'brief.owed.soon': (p: { days: number }) => `🟢 还有 ${p.days} 个工作日`,
  'brief.owed.today': '🟡 今天到期',
  'brief.owed.overdue': (p: { days: number }) => (p.days === 0 ? '🟡 已到期' : `🟡 已过 ${p.days} 个工作日`),
  'brief.report_each': '逐项报送',
  'brief.unchanged': '其余无变化',
  'brief.returned': (p: { count: number }) => `被退回的进展报送 ${p.count} 项，请修改后重报`,
  'brief.returned_line': (p: { no: number; period: string; unit: string; day: string; reason: string }) =>
    `任务${p.no} ${p.period}（${p.unit}，${p.day}退回）：「${p.reason}」`,
  'brief.joint': (p: { unit: string; period: string; tasks: string; count: number }) =>
    `任务${p.tasks} ${p.period}：配合单位均已报送，请${p.unit}汇总报送`,
  'brief.review': (p: { count: number }) => `待审核的进展报送 ${p.count} 项，输入 /progress 审核 逐项审核。`,
  'brief.review_open': '审核',
  'brief.more': (p: { count: number }) => `另有 ${p.count} 件，见上述各命令。`,
}

/** 情况通报 */
export const digest = {
  'digest.help': [
    '/digest — 预览情况通报（仅您可见）：指标与时序进度、未报单位、未决问题',
    '/digest post — 发布到领导小组频道（召集人、领导小组成员、管理员）',
    '每周第一个工作日 09:00 自动发布一次。',
    '/digest help — 显示本说明',
  ].join('\n'),
  'digest.title': (p: { day: string; targets: string; reports: string; issues: string }) =>
    `情况通报 · ${p.day}：${p.targets}；${p.reports}；${p.issues}`,
  'digest.point.targets': (p: { total: number; good: number; behind: number; unknown: number }) =>
    p.total === 0
      ? '方案没有数值指标'
      : `${p.total} 项指标中 ${p.good} 项达到或超过进度${p.behind ? `，${p.behind} 项欠进度` : ''}${p.unknown ? `，${p.unknown} 项不能判断` : ''}`,
  'digest.point.reports': (p: { owed: number; filed: number }) => `应报 ${p.owed} 份进展，已报 ${p.filed} 份`,
  'digest.point.issues': (p: { open: number }) => (p.open === 0 ? '没有未决问题' : `未决问题 ${p.open} 个`),
  'digest.about': (p: { plan: string; period: string; due: string; past: boolean }) =>
    `${p.plan} · ${p.period}进展${p.past ? '已于' : ''}${p.due}截止`,
  'digest.caught_up': (p: { count: number }) => `停机期间错过的 ${p.count} 期通报由本期一并补报。`,
  'digest.more_targets': (p: { count: number }) => `另有 ${p.count} 项指标，输入 /target list 查看全部。`,
  'digest.reports': (p: { period: string; filed: number; owed: number; units: number }) =>
    `${p.period}进展：应报 ${p.owed} 份，已报 ${p.filed} 份；${p.units} 个单位已报齐`,
  'digest.claims': (p: { counts: string }) => `已报各份的自评：${p.counts}`,
  'digest.claim': (p: { status: string; count: number }) => `${p.status} ${p.count}`,
  'digest.unfiled': (p: { units: number; list: string; more: number }) =>
    `未报齐的单位 ${p.units} 个（已报/应报）：${p.list}${p.more ? `，另有 ${p.more} 个单位` : ''}`,
  'digest.all_filed': '各单位均已报齐。',
  'digest.issues': (p: { open: number }) => `未决问题 ${p.open} 个`,
  'digest.issue': (p: {
    no: number
    title: string
    taskNo: number | null
    days: number
    carried: number
    units: string
  }) =>
    [
      `#${p.no} ${p.title}`,
      ...(p.taskNo === null ? [] : [`任务${p.taskNo}`]),
      p.days === 0 ? '今天提出' : `已 ${p.days} 天`,
      ...(p.carried ? [`已延 ${p.carried} 次`] : []),
      ...(p.units ? [`涉及${p.units}`] : []),
    ].join(' · '),
  'digest.units': (p: { names: string; more: number }) => (p.more ? `${p.names}等，另有 ${p.more} 个单位` : p.names),
  'digest.more_issues': (p: { count: number }) => `另有 ${p.count} 个未决问题，输入 /issue list 查看。`,
  'digest.preview': '以上为预览，仅您可见；发布时按届时数据重新计算，以方案语言发出。',
  'digest.post': '发布',
  'digest.post_confirm': '将情况通报发布到领导小组频道？',
  'digest.posting': '情况通报已发往领导小组频道',
  'digest.channel_missing': '尚未设置领导小组频道：每周的自动发布将跳过。请管理员输入 /plan channel leading #频道。',
  'error.digest.no_channel': '没有发布：方案尚未设置领导小组频道。请管理员输入 /plan channel leading #频道，再发布。',
  'error.digest.posted_before': '没有再次发布：这份通报已经发布过。如需发布新的一份，输入 /digest post。',
  'error.digest.words_unknown':
    '没有执行：看不懂这条命令。输入 /digest 预览，/digest post 发布，/digest help 查看说明。',
}

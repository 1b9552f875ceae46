import { DateTime } from 'luxon'
import type { ErrorParams } from '../error-params.ts'

type Cadence = 'weekly' | 'monthly' | 'half_yearly'

const cadences: Readonly<Record<Cadence, string>> = { weekly: '周报', monthly: '月报', half_yearly: '半年报' }

const monthDay = (iso: string, zone: string) => {
  const at = DateTime.fromISO(iso, { zone })
  return `${at.month}月${at.day}日`
}

/** 情况通报 */
export const digest = {
  'digest.help': [
    '/digest — 预览本周的情况通报（仅您可见）',
    '/digest weekly|monthly|half-yearly [2024-06-30] — 预览周报、月报、半年报；写日期则按当日终了时的数据',
    '/digest post — 发布到领导小组频道（召集人、领导小组成员、管理员）',
    '/digest subscriptions — 谁订阅了哪些通报',
    '/digest subscribe weekly [#频道] [en] [targets,issues] [审批] — 订阅；不写频道即发给自己，不带任何内容打开表单',
    '/digest unsubscribe 2 — 退订第 2 号',
    '/digest take back（/digest 撤回）— 撤回误发到频道的通报；/digest 撤回 1 撤回最新一份（召集人、管理员）',
    '/digest interpret — 撰写随下一期通报发出的解读（召集人、管理员）',
    '栏目：领导、变化、指标、进展、单位、问题、交办、督办、节点、经验',
    '周报在每周、月报在每月第一个工作日，半年报在报送截止后第一个工作日，均于 09:00 发出。',
    '中文：周报、月报、半年报、发布、订阅列表、订阅、退订、撤回、解读；/digest help — 显示本说明',
  ].join('\n'),
  'digest.cadence': (p: { cadence: Cadence }) => cadences[p.cadence],
  'digest.title': (p: {
    cadence: Cadence
    day: string
    targets: string
    reports: string
    issues: string
    part: { no: number; of: number }
  }) =>
    `${p.cadence === 'weekly' ? '情况通报' : `情况通报（${cadences[p.cadence]}）`} · ${p.day}${p.part.of > 1 ? `（${p.part.no}/${p.part.of}）` : ''}${p.part.no > 1 ? '' : `：${p.targets}；${p.reports}；${p.issues}`}`,
  'digest.point.targets': (p: { total: number; good: number; behind: number; unknown: number }) =>
    p.total === 0
      ? '方案没有数值指标'
      : `${p.total} 项指标中 ${p.good} 项达到或超过进度${p.behind ? `，${p.behind} 项欠进度` : ''}${p.unknown ? `，${p.unknown} 项不能判断` : ''}`,
  'digest.point.reports': (p: { owed: number; filed: number }) =>
    p.owed === 0 ? '目前没有应报的进展' : `应报 ${p.owed} 份进展，已报 ${p.filed} 份`,
  'digest.point.issues': (p: { open: number; carried: number }) =>
    p.open === 0 ? '没有未决问题' : `未决问题 ${p.open} 个${p.carried ? `，${p.carried} 个已延两次以上` : ''}`,
  'digest.about': (p: { plan: string; period: string; due: string; past: boolean }) =>
    `${p.plan} · ${p.period}进展${p.past ? '已于' : ''}${p.due}截止`,
  'digest.caught_up': (p: { count: number }) => `停机期间错过的 ${p.count} 期通报由本期一并补报。`,
  'digest.past':
    '以上按该日终了时已有的记录倒推；方案文本、基期值、交办期限、必议标记其后的改动和其后撤回的报送不能还原。',
  'digest.interpretation': '解读',
  'digest.leaders': (p: { count: number }) => `需领导决定：${p.count} 项`,
  'digest.leaders.issue': (p: { no: number; title: string; carried: number; units: string }) =>
    [
      `#${p.no} ${p.title || '重点企业的问题'}`,
      ...(p.carried ? [`已延 ${p.carried} 次`] : []),
      ...(p.units ? [`涉及${p.units}`] : []),
    ].join(' · '),
  'digest.leaders.slip': (p: { unit: string; due: string; items: number }) =>
    `红色督办单待批准：${p.unit}，应于${p.due}完成，${p.items} 项`,
  'digest.more': (p: { count: number }) => `另有 ${p.count} 项`,
  'digest.named_first': (p: { named: number; count: number }) => `共 ${p.count} 项，仅列前 ${p.named} 项。`,
  'digest.since': (p: { at: string; zone: string; from: 'last' | 'subscription' | 'span' }) => {
    const day = monthDay(p.at, p.zone)
    if (p.from === 'subscription') return `首次通报，自订阅之日（${day}）起：`
    return p.from === 'last' ? `自上次通报（${day}）以来：` : `${day}以来：`
  },
  'digest.no_changes': '没有变化。',
  'digest.change.report.filed': (p: { count: number }) => `新报进展 ${p.count} 份`,
  'digest.change.report.corrected': (p: { count: number }) => `更正 ${p.count} 份`,
  'digest.change.report.accepted': (p: { count: number }) => `审核通过 ${p.count} 份`,
  'digest.change.report.returned': (p: { count: number }) => `退回 ${p.count} 份`,
  'digest.change.report.withdrawn': (p: { count: number }) => `撤回 ${p.count} 份`,
  'digest.change.issue.raised': (p: { count: number }) => `新增问题 ${p.count} 个`,
  'digest.change.issue.decided': (p: { count: number }) => `议定 ${p.count} 个`,
  'digest.change.issue.deferred': (p: { count: number }) => `延期 ${p.count} 个`,
  'digest.change.issue.escalated': (p: { count: number }) => `提请领导小组 ${p.count} 个`,
  'digest.change.issue.closed': (p: { count: number }) => `办结 ${p.count} 个`,
  'digest.change.issue.withdrawn': (p: { count: number }) => `撤销 ${p.count} 个`,
  'digest.change.action.made': (p: { count: number }) => `新交办 ${p.count} 件`,
  'digest.change.action.reported': (p: { count: number }) => `报办结 ${p.count} 件`,
  'digest.change.action.verified': (p: { count: number }) => `核实 ${p.count} 件`,
  'digest.change.milestone.done': (p: { count: number }) => `完成节点 ${p.count} 个`,
  'digest.change.milestone.slipped': (p: { count: number }) => `逾期节点 ${p.count} 个`,
  'digest.change.policy.issued': (p: { count: number }) => `新出台配套政策 ${p.count} 项`,
  'digest.change.slip.blue': (p: { count: number }) => `发蓝色督办单 ${p.count} 份`,
  'digest.change.slip.yellow': (p: { count: number }) => `发黄色督办单 ${p.count} 份`,
  'digest.change.slip.red': (p: { count: number }) => `发红色督办单 ${p.count} 份`,
  'digest.change.slip.signed': (p: { count: number }) => `签收 ${p.count} 份`,
  'digest.change.slip.settled': (p: { count: number }) => `销号 ${p.count} 份`,
  'digest.change.numbers': (p: { text: string; numbers: string; more: number }) =>
    `${p.text}（${p.numbers}${p.more ? `，另 ${p.more} 个` : ''}）`,
  'digest.change.separator': '，',
  'digest.change.target': (p: { metric: string; before: string | null; after: string; gap: string | null }) =>
    p.before === null
      ? `${p.metric}：首次有数据，${p.after}`
      : `${p.metric}：${p.before} → ${p.after}（${p.gap === null ? '持平' : p.gap}）`,
  'digest.chart': '指标完成与时序进度',
  'digest.chart.done': '完成',
  'digest.chart.due': '应达',
  'digest.sent_to_you': '全文已通过私信发给您。',
  'digest.chart.refused': '图表未能显示，数据见下表。',
  'digest.reports': (p: { period: string; filed: number; owed: number; units: number }) =>
    `${p.period}进展：应报 ${p.owed} 份，已报 ${p.filed} 份；${p.units} 个单位已报齐`,
  'digest.claims': (p: { counts: string }) => `已报各份的自评：${p.counts}`,
  'digest.claim': (p: { status: string; count: number }) => `${p.status} ${p.count}`,
  'digest.section': (p: { no: string; title: string; filed: number; owed: number; counts: string }) =>
    `${p.no ? `${p.no}、` : ''}${p.title}：已报 ${p.filed}/${p.owed}${p.counts ? `（${p.counts}）` : ''}`,
  'digest.unfiled': (p: { units: number; list: string }) => `未报齐的单位 ${p.units} 个（已报/应报）：${p.list}`,
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
      `#${p.no} ${p.title || '重点企业的问题'}`,
      ...(p.taskNo === null ? [] : [`任务${p.taskNo}`]),
      p.days === 0 ? '今天提出' : `已 ${p.days} 天`,
      ...(p.carried ? [`已延 ${p.carried} 次`] : []),
      ...(p.units ? [`涉及${p.units}`] : []),
    ].join(' · '),
  'digest.units': (p: { names: string; more: number }) => (p.more ? `${p.names}等，另有 ${p.more} 个单位` : p.names),
  'digest.more_issues': (p: { count: number }) => `另有 ${p.count} 个未决问题，输入 /issue list 查看。`,
  'digest.ages': (p: { week: number; month: number; quarter: number; older: number }) =>
    `提出至今：7 天以内 ${p.week} 个，8–30 天 ${p.month} 个，31–90 天 ${p.quarter} 个，90 天以上 ${p.older} 个`,
  'digest.blocking': '影响欠进度指标的问题：',
  'digest.blocking.line': (p: { no: number; title: string; metric: string }) =>
    `#${p.no} ${p.title || '重点企业的问题'} → ${p.metric}`,
  'digest.actions': (p: { count: number }) => `逾期交办事项 ${p.count} 件`,
  'digest.action': (p: { no: number; text: string; owner: string; due: string; days: number }) =>
    `交办${p.no} ${p.text} · ${p.owner} · ${p.due}到期，已逾期 ${p.days} 个工作日`,
  'digest.supervision': '督办',
  'digest.slips': (p: { blue: number; yellow: number; red: number; unsigned: number; proposed: number }) =>
    `未销号的督办单：蓝色 ${p.blue} 份，黄色 ${p.yellow} 份，红色 ${p.red} 份；其中未签收 ${p.unsigned} 份${p.proposed ? `；另有红色 ${p.proposed} 份待领导批准` : ''}`,
  'digest.roadmap': '路线图与配套政策',
  'digest.milestones': (p: { count: number }) => `逾期节点 ${p.count} 个：`,
  'digest.milestone': (p: { no: number; taskNo: number; title: string; unit: string; due: string }) =>
    `节点${p.no} ${p.title} · 任务${p.taskNo} · ${p.unit} · 应于${p.due}完成`,
  'digest.policies': (p: { count: number }) => `新出台配套政策 ${p.count} 项：`,
  'digest.policy': (p: { title: string; documentNo: string; taskNo: number; unit: string; issued: string }) =>
    `${p.title}（${p.documentNo}）· 任务${p.taskNo} · ${p.unit} · ${p.issued}`,
  'digest.practices': (p: { count: number }) => `经验做法 ${p.count} 条`,
  'digest.practice': (p: { taskNo: number; unit: string; text: string }) => `任务${p.taskNo} · ${p.unit}：${p.text}`,
  'digest.all_targets': '全部指标',
  'digest.show_unfiled': '未报单位',
  'digest.preview': '以上为预览，仅您可见；发布时按届时数据重新计算，以方案语言发出。',
  'digest.preview_only': '以上为预览，仅您可见。',
  'digest.post': '发布',
  'digest.post_confirm': '将情况通报发布到领导小组频道？',
  'digest.posting': '情况通报已发往领导小组频道',
  'digest.channel_missing': '尚未设置领导小组频道：每周的自动发布将跳过。请管理员输入 /plan channel leading #频道。',
  'error.digest.no_channel': '没有发布：方案尚未设置领导小组频道。请管理员输入 /plan channel leading #频道，再发布。',
  'error.digest.posted_before': '没有再次发布：这份通报已经发布过。如需发布新的一份，输入 /digest post。',
  'error.digest.words_unknown':
    '没有执行：看不懂这条命令。输入 /digest 预览，/digest post 发布，/digest help 查看说明。',
  'error.digest.day_in_future': (p: ErrorParams) => `没有预览：${p.day} 还没有到。请写今天或以前的日期。`,
  'error.digest.day_not_understood': (p: ErrorParams) =>
    `没有预览：看不懂日期「${p.given}」。请写成 2024-06-30 或 6月30日，如 /digest 月报 6月30日。`,
  'error.digest.subscribe_words': (p: ErrorParams) =>
    `没有订阅：看不懂「${p.given}」。请写明周报、月报或半年报，如 /digest 订阅 周报 #频道 en 指标,问题；输入 /digest 订阅 打开表单。`,
  'error.digest.subscribed_before': (p: ErrorParams) =>
    `没有再次订阅：同一处的这种通报已是第 ${p.no} 号订阅。如需更改，先输入 /digest 退订 ${p.no}，再订阅。`,
  'error.digest.approval_of_channel': '没有订阅：只有发到频道的通报才能先经领导批准。请写明频道，或去掉审批。',
  'error.digest.too_many_subscriptions': (p: ErrorParams) =>
    `没有订阅：一个方案最多 ${p.max} 个订阅。请先退订不再需要的：/digest 订阅列表。`,
  'error.digest.subscription_unknown': (p: ErrorParams) =>
    `没有退订：没有第 ${p.no} 号订阅。输入 /digest 订阅列表 查看编号。`,
  'error.digest.unsubscribe_words': '没有退订：请写订阅的编号，如 /digest 退订 2。输入 /digest 订阅列表 查看编号。',
  'error.digest.leader_posts': '没有发布：该频道的通报须经领导小组成员批准，请由领导小组成员发布。',
  'error.digest.no_next': '没有保存：领导小组频道没有订阅任何通报。请先输入 /digest 订阅 周报 #频道。',
  'error.digest.interpretation_too_long': (p: ErrorParams) =>
    `没有保存：解读最多 ${p.max} 字，现有 ${p.length} 字。请删减后再提交。`,
  'error.digest.not_waiting': '没有发布：这份通报已经发布，或已由新的一期代替。',
  'error.digest.interpreted_meanwhile': '没有保存：您填写期间，解读已被他人改过。请输入 /digest interpret 查看后再改。',
  'error.digest.changed_meanwhile': '没有发布：解读刚刚改过。请看更新后的消息，再批准。',
  'digest.subscriptions': (p: { count: number }) => (p.count === 0 ? '还没有订阅' : `订阅 ${p.count} 个`),
  'digest.subscription': (p: {
    no: number
    cadence: Cadence
    language: string
    sections: string
    approval: boolean
    next: string
  }) =>
    `${p.no}. ${cadences[p.cadence]} · ${p.language.startsWith('zh') ? '中文' : '英文'} · ${p.sections || '全部栏目'}${p.approval ? ' · 经领导批准' : ''} · 下次 ${p.next}`,
  'digest.to_you': '发给您本人',
  'digest.subscribe': '订阅',
  'digest.unsubscribe': '退订',
  'digest.unsubscribe_confirm': (p: { no: number }) => `退订第 ${p.no} 号？`,
  'digest.subscribed': (p: { no: number; cadence: Cadence; next: string }) =>
    `已订阅${cadences[p.cadence]}（第 ${p.no} 号），首期 ${p.next} 09:00`,
  'digest.invite': '我还不在这个频道：请在频道中输入 /invite @联络员，否则发不进去。',
  'digest.unsubscribed': (p: { no: number; cadence: Cadence }) => `已退订第 ${p.no} 号（${cadences[p.cadence]}）`,
  'digest.modal.subscribe': '订阅情况通报',
  'digest.field.cadence': '哪一种',
  'digest.field.channel': '发到哪个频道',
  'digest.field.channel_hint': '留空则发给您本人；发到频道限召集人和管理员。',
  'digest.field.language': '语言',
  'digest.language.zh': '中文',
  'digest.language.en': '英文',
  'digest.field.sections': '栏目',
  'digest.field.sections_hint': '不选即全部。',
  'digest.field.approval': '发布前',
  'digest.field.approval_option': '须经领导小组成员批准',
  'digest.section.leaders': '需领导决定',
  'digest.section.changes': '变化',
  'digest.section.targets': '指标',
  'digest.section.reports': '进展',
  'digest.section.units': '未报单位',
  'digest.section.issues': '问题',
  'digest.section.actions': '逾期交办',
  'digest.section.supervision': '督办',
  'digest.section.roadmap': '节点与政策',
  'digest.section.practices': '经验做法',
  'digest.modal.interpret': '添加解读',
  'digest.field.interpretation': '解读',
  'digest.interpret_for': (p: { cadence: Cadence; next: string; waits: boolean }) =>
    p.waits
      ? `随待领导批准的这一期${cadences[p.cadence]}发出。`
      : `随领导小组频道下一期${cadences[p.cadence]}发出，时间为${p.next}。留空则取消。`,
  'digest.interpreted': (p: { cadence: Cadence; next: string; waits: boolean; empty: boolean }) =>
    p.empty
      ? '解读已取消'
      : p.waits
        ? `解读已保存，随待批准的${cadences[p.cadence]}发出；已请领导小组成员重新查看`
        : `解读已保存，将于${p.next}随下一期${cadences[p.cadence]}发出`,
  'digest.interpret_preview': '输入 /digest 预览。',
  'digest.approval': (p: { point: string }) => `待您批准发布：${p.point}`,
  'digest.approval.to': '将发到：',
  'digest.approve': '批准发布',
  'digest.approve_confirm': '按您看到的内容发布到该频道？',
  'digest.show_whole': '查看全文',
  'digest.approved': '已批准，情况通报已发往',
}

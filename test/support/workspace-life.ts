/** Something a person of the sample plan types, at `at` where the hour matters; `mark` is the workspace's own word. */
export type LifeDeed = { who: string; command: string; text: string; at?: string }

const lead = 'ULEAD'
const convener = 'UCONVENER'
const customs = 'UCUSTOMS'

const say = (who: string, command: string, text: string, at?: string): LifeDeed =>
  at ? { who, command, text, at } : { who, command, text }

/** A little of everything that a workspace keeps, every free text with the workspace's mark in it. */
export function lifeOf(mark: string): readonly LifeDeed[] {
  const m = (text: string) => `${text}${mark}`
  return [
    say('UADMIN', '/plan', 'channel meeting <#CMEETING|联席会议>'),
    say('UADMIN', '/plan', 'channel leading <#CLEADING|领导小组>'),
    say(convener, '/target', 'baseline 年进口额 50亿元 2023-12-31'),
    say(convener, '/target', `年进口额 60亿元 2024-05 来源：${m('统计月报')}`),
    say(lead, '/target', `引进企业 2家 2024-05 来源：${m('招商台账')}`),
    say(lead, '/progress', `1 40% 达进度 ${m('已签约两家')}`),
    say(customs, '/progress', `2 30% 欠进度 ${m('设备未到')}`),
    say(customs, '/progress', `milestone 2 ${m('口岸验收')} 2024-09-30`),
    say(lead, '/progress', `policy add 1 关于${m('进口')}的若干措施 武商发〔2024〕6号 2024-05-10`),
    say(lead, '/progress', `enterprise add ${m('进出口')}有限公司 市商务局 每3个月`),
    say(lead, '/progress', `visit 1 2024-06-20 ${m('企业希望缩短通关时间')}`),
    say(convener, '/progress', `return 2 江城海关 ${m('请补充来源')}`),
    say(convener, '/progress', `pause 3 ${m('等待批复')}`),
    say(convener, '/digest', 'subscribe monthly'),
    say(convener, '/digest', `interpret ${m('解读')}`),
    say(lead, '/issue', `任务1 ${m('验收标准不一')} 需：江城海关 20分钟 严重`),
    say(customs, '/issue', `任务2 ${m('系统接口')} 需：市商务局 15分钟 较重`),
    say(lead, '/issue', `任务1 ${m('总部企业建设土地供给计划')} 需：光谷管委会 10分钟 一般`),
    say(convener, '/issue', `会商 3 ${m('按会议意见')}`),
    say(convener, '/meeting', `new 2024-06-28 15:00 120分钟 地点：${m('会议室')}`),
    say(convener, '/meeting', 'series 每月第二个周四 15:00 120分钟'),
    say(convener, '/agenda', '2024-06-28 15:00 120'),
    say(convener, '/agenda', '发布'),
    say(lead, '/meeting', `rsvp 1 委派 ${m('张三')}`),
    say(convener, '/meeting', 'run 1', '2024-06-28T15:00:00+08:00'),
    say(
      convener,
      '/meeting',
      `outcome 1 #1 议定 ${m('统一标准')}；交办：市商务局（配合：江城海关）${m('报送方案')} 10个工作日`,
    ),
    say(convener, '/meeting', `outcome 1 #2 提请领导小组 ${m('涉及多个部门')}`),
    say(convener, '/meeting', 'end 1'),
    say(lead, '/todo', `done 1 ${m('已印发')}`),
    say(convener, '/meeting', 'submit 1'),
    say(convener, '/agenda', '2024-07-26 15:00 120', '2024-07-16T09:00:00+08:00'),
  ]
}

/** What somebody with every role looks at: every list and every object, for the buttons and forms they show. */
export const looks: readonly LifeDeed[] = [
  ...[
    '',
    'list',
    '1',
    'status',
    'history 1',
    'review',
    'roadmap',
    'enterprises',
    'enterprise 1',
    'policy',
    'unchanged',
  ].map((text) => say('UADMIN', '/progress', text)),
  ...['list', '1', '3', '会商'].map((text) => say('UADMIN', '/issue', text)),
  ...['', 'all', 'slips', '1', 'overdue', '督办单 2024-001'].map((text) => say('UADMIN', '/todo', text)),
  ...['', 'show', 'run 1', 'roster 1', 'minutes 1'].map((text) => say('UADMIN', '/meeting', text)),
  ...['show', 'why 3', ''].map((text) => say('UADMIN', '/agenda', text)),
  ...['', 'subscriptions'].map((text) => say('UADMIN', '/digest', text)),
  ...['', 'list', '引进企业', 'import', 'yearly 年进口额'].map((text) => say('UADMIN', '/target', text)),
  ...['show', 'members', 'settings', 'burden', 'task 1', 'use', 'channel', 'import'].map((text) =>
    say('UADMIN', '/plan', text),
  ),
]

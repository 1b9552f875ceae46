import { liaisonOf } from './golden-year.ts'

/** Something a person types on a day of the golden half-year, from 09:30 (or `from`) on in the order of the list. */
export type Deed = { on: string; from?: string; who: string; command: string; text: string }

export const convener = 'U0CONVENER'
export const leader = 'U0LEADER1'

/** The first half of 2024 of the seeded plan, from its import to the end of July. */
export const halfYear = { from: '2024-02-01', until: '2024-07-31' }

/** Units that file on the first day they are asked, and whose figures and words agree. */
export const punctual = ['市委外办', '市招商办', '市发改委', '市市场监管局', '市文旅局', '湖北机场集团', '市地方金融局']

/** The tasks of each unit, by number. */
const tasksOf: Record<string, number[]> = {
  东湖高新区管委会: [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 20, 22],
  市招商办: [1, 16],
  市商务局: [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 16, 20, 22],
  武汉海关: [1, 5, 6, 7, 11, 16, 17, 20, 21, 22],
  市委外办: [4],
  市发改委: [4],
  市科技局: [5],
  市经信局: [6],
  市市场监管局: [7],
  市文旅局: [8],
  市交通运输局: [12, 13, 14, 15],
  湖北机场集团: [13],
  市地方金融局: [18, 19, 20],
  人行武汉分行营管部: [18, 19, 20],
  市税务局: [20],
}

const percents: Record<number, number> = { 1: 55, 2: 40, 5: 35, 8: 60, 12: 45, 20: 100 }
const statusOf = (task: number) =>
  task === 20 ? '已完成' : task % 7 === 5 ? '欠进度' : task % 6 === 0 ? '超进度' : '达进度'

function file(on: string, unit: string, only?: readonly number[]): Deed[] {
  return (tasksOf[unit] ?? [])
    .filter((task) => only?.includes(task) ?? true)
    .map((task) => ({
      on,
      who: liaisonOf(unit),
      command: '/progress',
      text: `${task} ${percents[task] ?? 50}% ${statusOf(task)} ${unit}上半年推进任务${task}，按计划完成阶段工作`,
    }))
}

const say = (on: string, who: string, command: string, text: string): Deed => ({ on, who, command, text })
const meet = (text: string): Deed => ({ ...say('2024-04-11', convener, '/meeting', text), from: '15:00' })
const trade = '年进口贸易量'
const openings = '帮扶新开口企业'

/** All that people do: figures month by month, a meeting, milestones, enterprises, and the reports of the half-year. */
export const deeds: readonly Deed[] = [
  say('2024-02-01', convener, '/target', `baseline ${trade} 500亿元 2023-12-31`),
  say('2024-02-01', convener, '/target', 'baseline 具有进出口实绩企业 700家 2023-12-31'),
  say('2024-02-01', convener, '/target', `yearly ${trade} 2024:700 2025:1000`),
  say('2024-02-01', convener, '/digest', 'subscribe weekly <#C0LIAISON|联络员> en'),
  say('2024-02-01', convener, '/digest', 'subscribe monthly <#C0LEADING|领导小组>'),
  say('2024-02-01', convener, '/digest', 'subscribe half-yearly <#C0LEADING|领导小组>'),
  say('2024-02-20', convener, '/target', `${trade} 48亿元 2024年1月 来源：武汉海关统计月报`),
  say('2024-03-18', convener, '/target', `${trade} 95亿元 2024年2月 来源：武汉海关统计月报`),
  say('2024-04-16', convener, '/target', `${trade} 172亿元 2024年3月 来源：武汉海关统计月报`),
  say('2024-04-22', convener, '/target', `${trade} 168亿元 2024年3月 来源：武汉海关统计月报`),
  say('2024-05-16', convener, '/target', `${trade} 233亿元 2024年4月 来源：武汉海关统计月报`),
  say('2024-06-17', convener, '/target', `${trade} 298亿元 2024年5月 来源：武汉海关统计月报`),
  say('2024-07-16', convener, '/target', `${trade} 361亿元 2024年6月 来源：武汉海关统计月报`),
  say('2024-04-08', liaisonOf('市商务局'), '/target', `${openings} 9家 2024年3月`),
  say('2024-07-03', liaisonOf('市商务局'), '/target', `${openings} 8家 2024年6月`),
  say('2024-03-05', liaisonOf('市交通运输局'), '/progress', 'milestone 12 花山港通过口岸验收 2024-05-31'),
  say('2024-03-05', liaisonOf('市交通运输局'), '/progress', 'milestone 14 中欧班列开行100列 2024-06-28'),
  say('2024-06-27', liaisonOf('市交通运输局'), '/progress', 'milestone done 2 已开行108列'),
  say(
    '2024-05-13',
    liaisonOf('市商务局'),
    '/progress',
    'policy add 9 关于促进跨境电商进口的若干措施 武商发〔2024〕6号 2024-05-10',
  ),
  say(
    '2024-03-06',
    liaisonOf('市商务局'),
    '/progress',
    `enterprise add 江城进出口有限公司 市商务局 <@${liaisonOf('市商务局')}> 每3个月`,
  ),
  say('2024-05-28', liaisonOf('市商务局'), '/progress', 'visit 1 2024-05-27 企业希望缩短通关时间'),
  say(
    '2024-03-12',
    liaisonOf('市交通运输局'),
    '/issue',
    '任务12 花山港验收时间表未定 需：市商务局、武汉海关 20分钟 严重',
  ),
  say(
    '2024-03-13',
    liaisonOf('武汉海关'),
    '/issue',
    '任务20 单一窗口减免税接口数据口径不一 需：市商务局、市税务局 15分钟 较重',
  ),
  say('2024-03-14', convener, '/meeting', 'new 2024-04-11 15:00 120分钟 地点：市政府3号会议室'),
  say('2024-04-08', convener, '/agenda', '2024-04-11 15:00 120'),
  say('2024-04-08', convener, '/agenda', '发布'),
  say('2024-04-09', liaisonOf('市交通运输局'), '/meeting', 'rsvp 1 参加'),
  say('2024-04-09', liaisonOf('市商务局'), '/meeting', 'rsvp 1 参加'),
  say('2024-04-09', liaisonOf('武汉海关'), '/meeting', 'rsvp 1 委派 张三'),
  meet('run 1'),
  say(
    '2024-04-11',
    convener,
    '/meeting',
    'outcome 1 #1 议定 按会议意见办理；交办：市交通运输局（配合：市商务局）报送花山港验收时间表 15个工作日 标准：印发时间表',
  ),
  meet('outcome 1 #2 议定 同意；交办：武汉海关 统一数据口径 20个工作日'),
  meet('end 1'),
  say('2024-04-12', convener, '/meeting', 'submit 1'),
  say('2024-04-12', leader, '/meeting', 'sign 1'),
  say('2024-05-08', liaisonOf('武汉海关'), '/todo', 'done 2 已统一口径并联调'),
  say('2024-05-09', convener, '/todo', 'verify 2'),
  say('2024-05-14', liaisonOf('市交通运输局'), '/todo', 'done 1 验收时间表已印发'),
  say('2024-05-15', convener, '/todo', 'verify 1'),
  ...punctual.flatMap((unit) => file('2024-06-18', unit)),
  ...file('2024-06-20', '武汉海关'),
  ...file('2024-06-24', '人行武汉分行营管部'),
  ...file('2024-06-25', '市经信局'),
  ...file('2024-07-02', '市商务局'),
  ...file('2024-07-04', '东湖高新区管委会'),
  ...file('2024-07-05', '市交通运输局'),
  say('2024-07-08', liaisonOf('武汉海关'), '/progress', '17 45% 欠进度 更正：担保模式试点推迟到下半年'),
  say('2024-07-09', convener, '/progress', 'return 6 市经信局 请补充企业名单和数据来源'),
  say('2024-07-11', liaisonOf('市经信局'), '/progress', '6 50% 达进度 已补充企业名单和数据来源'),
  ...file('2024-07-17', '市科技局'),
  ...Array.from({ length: 22 }, (_, index) => say('2024-07-22', convener, '/progress', `accept ${index + 1}`)),
  say('2024-07-29', liaisonOf('市税务局'), '/progress', '20 60% 欠进度 接口联调推迟，8月完成'),
]

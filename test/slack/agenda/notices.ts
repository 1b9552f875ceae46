import type { AgendaNotice } from '../../../src/domain/agenda/notice.ts'

const units = ['市商务局', '市交通运输局', '武汉海关', '东湖高新区管委会', '市财政局', '市市场监管局']

/** The agenda of messages.md's sketch, cut down: two items, three units, one issue left out. */
export const smallNotice: AgendaNotice = {
  meetingId: 31,
  meetingNo: 3,
  planId: 1,
  draft: 2,
  place: '',
  followUp: null,
  planTitle: '武汉市进口贸易促进创新示范区实施方案',
  language: 'zh-CN',
  zone: 'Asia/Shanghai',
  startsAt: '2024-07-02T15:00:00.000+08:00',
  minutes: 60,
  minutesUsed: 45,
  mode: 'waiting',
  waiting: 20,
  waitingByScore: 35,
  proved: true,
  choiceProved: true,
  weights: {
    severity: [5, 10, 20, 30],
    targetKept: 5,
    targetBehind: 10,
    daysPerPoint: 7,
    maxAge: 20,
    carry: 8,
    maxCarry: 24,
    furtherUnit: 2,
    maxUnits: 10,
  },
  hash: 'a1b2c3d4',
  items: [
    {
      no: 7,
      title: '口岸验收',
      taskNo: 6,
      startMinute: 0,
      minutes: 25,
      score: 41,
      parts: [
        { name: 'severity', points: 20 },
        { name: 'age', points: 11 },
        { name: 'target', points: 10 },
        { name: 'carried', points: 0 },
        { name: 'units', points: 0 },
      ],
      units: ['市交通运输局', '市商务局', '武汉海关'],
      mandatory: true,
      pinned: null,
    },
    {
      no: 12,
      title: '减免税系统接口 <!channel>',
      taskNo: null,
      startMinute: 25,
      minutes: 20,
      score: 10,
      parts: [{ name: 'severity', points: 10 }],
      units: ['市商务局'],
      mandatory: false,
      pinned: null,
    },
  ],
  leftOut: [
    {
      no: 15,
      title: '冷链补贴',
      score: 6,
      minutes: 25,
      why: 'less_worth',
      missing: 10,
      exchange: { goes: [12], comes: [], loss: 6 },
    },
  ],
  leftOutMore: 0,
  attendance: [
    { unit: '市商务局', required: true, opening: false, items: [7, 12], minutes: 45, waiting: 0 },
    { unit: '武汉海关', required: true, opening: false, items: [7], minutes: 25, waiting: 0 },
  ],
}

/** An agenda as long as its bounds allow: so many items and issues left out with 80-character titles, many units. */
export function longNotice(items: number, leftOut: number): AgendaNotice {
  const title = '关于进一步压缩进口货物通关时间并统一数据口径的协调事项'.repeat(4).slice(0, 80)
  const many = Array.from({ length: 60 }, (_, index) => `${units[index % units.length]}第${index}处`)
  return {
    ...smallNotice,
    minutes: 480,
    minutesUsed: items * 5,
    items: Array.from({ length: items }, (_, index) => ({
      no: index + 1,
      title,
      taskNo: 22,
      startMinute: index * 5,
      minutes: 5,
      score: 94,
      parts: (['severity', 'age', 'target', 'carried', 'units'] as const).map((name) => ({ name, points: 24 })),
      units: many,
      mandatory: true,
      pinned: null,
    })),
    leftOut: Array.from({ length: leftOut }, (_, index) => ({
      no: items + index + 1,
      title,
      score: 10,
      minutes: 60,
      why: 'less_worth',
      missing: 60,
      exchange: { goes: [1, 2, 3], comes: [], loss: 100 },
    })),
    leftOutMore: 7,
    attendance: many.map((unit) => ({
      unit,
      required: true,
      opening: false,
      items: [1, items],
      minutes: 10,
      waiting: items * 5 - 10,
    })),
  }
}

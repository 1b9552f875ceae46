import type { AmendmentContent, MinutesContent } from '../../../src/domain/minutes/minutes-content.ts'

/** Signed minutes with every kind of line: all outcomes, deputies, absences, overdue actions, receivers. */
export const fullMinutes: MinutesContent = {
  language: 'zh-CN',
  zone: 'Asia/Shanghai',
  planTitle: '武汉市推进进口贸易促进创新示范区建设实施方案',
  office: '武汉市进口贸易促进创新示范区建设领导小组办公室',
  meetingNo: 3,
  startsAt: '2024-07-02T15:00:00+08:00',
  endedAt: '2024-07-02T16:55:00+08:00',
  place: '市民之家3楼第一会议室',
  chair: '召集人',
  attendees: [
    { unit: '市商务局', people: ['张三', '李四'], attended: 'present' },
    { unit: '武汉海关', people: ['王五'], attended: 'present' },
    { unit: '市交通运输局', people: ['赵六'], attended: 'deputy' },
    { unit: '东湖高新区管委会', people: [], attended: 'present' },
    { unit: '市财政局', people: [], attended: 'absent' },
  ],
  items: [
    {
      no: 12,
      title: '减免税系统接口数据口径不一，企业重复填报',
      taskNo: 6,
      taskTitle: '做大做强光电子信息产业',
      raisedBy: '市商务局',
      outcome: 'decided',
      text: '由武汉海关牵头，会同市商务局统一数据口径，7月底前完成接口联调。\n接口上线前，企业按原渠道填报，各区不得另行要求。',
      actions: [
        {
          no: 8,
          text: '统一减免税系统接口数据口径并完成联调',
          owner: '武汉海关',
          coUnits: ['市商务局', '东湖高新区管委会'],
          dueOn: '2024-07-31',
          measure: '接口上线，企业填报一次即可',
        },
        {
          no: 9,
          text: '印发企业填报指引',
          owner: '市商务局',
          coUnits: [],
          dueOn: '2024-08-09',
          measure: '',
        },
      ],
    },
    {
      no: 7,
      title: '花山港口岸验收时间表',
      taskNo: 12,
      taskTitle: null,
      raisedBy: '市交通运输局',
      outcome: 'escalated',
      text: '该议题已延两次，提请领导小组研究决定“一次验收、分期启用”方案。',
      actions: [],
    },
    {
      no: 15,
      title: '冷链进口补贴标准',
      taskNo: null,
      taskTitle: null,
      raisedBy: null,
      outcome: 'deferred',
      text: '',
      actions: [],
    },
    {
      no: 18,
      title: '展会报批流程',
      taskNo: 9,
      taskTitle: '办好进口博览会对接活动',
      raisedBy: '市贸促会',
      outcome: 'withdrawn',
      text: '提出单位已自行解决。',
      actions: [],
    },
  ],
  followUp: {
    verified: 3,
    running: 2,
    overdue: [
      {
        no: 4,
        issueNo: 5,
        text: '拟定进口贴息细则',
        owner: '市财政局',
        coUnits: ['市商务局'],
        dueOn: '2024-06-28',
        measure: '细则印发',
      },
    ],
  },
  sentTo: ['市商务局', '武汉海关', '市交通运输局', '市财政局', '东湖高新区管委会', '市贸促会', '市市场监管局'],
  copiedTo: ['市人民政府办公厅', '领导小组各成员'],
  signed: { by: '领导小组成员甲', on: '2024-07-05' },
}

/** A draft in English, with Chinese names as people wrote them. */
export const englishMinutes: MinutesContent = {
  ...fullMinutes,
  language: 'en',
  planTitle: 'Plan for the Import Trade Promotion Demonstration Zone of Wuhan',
  office: 'Office of the Leading Group',
  place: 'Civic Centre, room 301',
  chair: 'The Convener',
  attendees: [
    { unit: 'Bureau of Commerce', people: ['Zhang San', 'Li Si'], attended: 'present' },
    { unit: '武汉海关', people: ['王五'], attended: 'deputy' },
    { unit: 'Bureau of Finance', people: [], attended: 'absent' },
  ],
  items: [
    {
      no: 12,
      title: 'Firms file the same data twice for tax relief',
      taskNo: 6,
      taskTitle: 'Strengthen the optoelectronics industry',
      raisedBy: 'Bureau of Commerce',
      outcome: 'decided',
      text: 'Wuhan Customs leads; one set of data by the end of July.',
      actions: [
        {
          no: 8,
          text: 'Settle one data definition for the interface and test it end to end',
          owner: 'Wuhan Customs',
          coUnits: ['Bureau of Commerce'],
          dueOn: '2024-07-31',
          measure: 'The interface is live; firms file once',
        },
      ],
    },
    {
      no: 15,
      title: 'Standard of the cold-chain subsidy',
      taskNo: null,
      taskTitle: null,
      raisedBy: null,
      outcome: 'deferred',
      text: '',
      actions: [],
    },
  ],
  followUp: { verified: 1, running: 0, overdue: [] },
  sentTo: ['Bureau of Commerce', 'Wuhan Customs'],
  copiedTo: [],
  signed: null,
}

/** As little as minutes may hold. */
export const bareMinutes: MinutesContent = {
  ...fullMinutes,
  place: '',
  attendees: [],
  items: [],
  followUp: { verified: 0, running: 0, overdue: [] },
  sentTo: [],
  copiedTo: [],
  signed: null,
}

/** The first amendment of the minutes above. */
export const amendment: AmendmentContent = {
  language: 'zh-CN',
  zone: fullMinutes.zone,
  planTitle: fullMinutes.planTitle,
  office: fullMinutes.office,
  meetingNo: 3,
  startsAt: fullMinutes.startsAt,
  sentTo: fullMinutes.sentTo,
  copiedTo: fullMinutes.copiedTo,
  signed: { by: '领导小组成员甲', on: '2024-07-12' },
  amendmentNo: 1,
  text: '第二部分第（一）项「7月底前」更正为「8月9日前」。\n交办事项第8号的完成时限相应更正为2024年8月9日。',
}

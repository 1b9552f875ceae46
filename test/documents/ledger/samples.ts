import type { ActionEntry, IssueEntry, LedgerContent } from '../../../src/domain/ledger/ledger-content.ts'

const issue: IssueEntry = {
  no: 12,
  title: '减免税系统接口数据口径不一',
  taskNo: 6,
  taskTitle: '做大做强光电子信息产业',
  raisedOn: '2024-05-20',
  raisedUnit: '市商务局',
  units: ['武汉海关', '东湖高新区管委会'],
  severity: 3,
  state: 'in_action',
  carried: 1,
  mandatory: true,
  meetings: [
    { no: 2, day: '2024-06-04', outcome: 'deferred' },
    { no: 3, day: '2024-07-02', outcome: 'decided' },
  ],
  outcome: 'decided',
  outcomeText: '由武汉海关牵头统一数据口径。\n7月底前完成接口联调。',
  outcomeOn: '2024-07-02',
  closedOn: null,
}

const action: ActionEntry = {
  no: 8,
  issueNo: 12,
  issueTitle: issue.title,
  meetingNo: 3,
  decidedOn: '2024-07-02',
  decision: '由武汉海关牵头统一数据口径。',
  text: '统一接口数据口径并完成联调',
  owner: '武汉海关',
  coUnits: ['市商务局'],
  dueOn: '2024-07-31',
  measure: '接口上线',
  state: 'reported',
  overdue: false,
  evidence: '=HYPERLINK("http://x.invalid","+1")',
  reportedOn: '2024-07-30',
  verifiedOn: null,
}

/** One issue as it may be, one with as little as it may have, and two actions. */
export const ledger: LedgerContent = {
  planTitle: '武汉市推进进口贸易促进创新示范区建设实施方案',
  on: '2024-07-31',
  issues: [
    issue,
    {
      ...issue,
      no: 15,
      title: '+冷链补贴标准',
      taskNo: null,
      taskTitle: null,
      raisedUnit: null,
      units: [],
      severity: 1,
      state: 'open',
      carried: 0,
      mandatory: false,
      meetings: [],
      outcome: null,
      outcomeText: '',
      outcomeOn: null,
    },
  ],
  actions: [action, { ...action, no: 9, meetingNo: null, overdue: true, state: 'open', coUnits: [], measure: '' }],
}

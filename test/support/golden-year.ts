/** The units of the seeded plan in the document's order; each one's liaison is U0UNIT01, U0UNIT02 and so on. */
export const units = [
  ...['东湖高新区管委会', '市招商办', '市商务局', '武汉海关', '市委外办', '市发改委', '市科技局', '市经信局'],
  ...['市市场监管局', '市文旅局', '市交通运输局', '湖北机场集团', '市地方金融局', '人行武汉分行营管部', '市税务局'],
]

/** The liaison of a unit. */
export const liaisonOf = (unit: string) => `U0UNIT${String(units.indexOf(unit) + 1).padStart(2, '0')}`

const places = ['花山港', '天河机场', '光谷', '东西湖', '阳逻', '吴家山', '汉口北', '沌口', '葛店', '黄陂']
const matters = ['验收', '税单', '冷链', '外汇', '查验', '用地', '运价', '展会', '认证', '信用', '人才', '航线']

/** An issue that a unit raises in the golden year. */
export type YearIssue = { raisedBy: string; words: string }

/** The five issues of a month, 0 to 11: other places, matters, units, lengths and severities each time. */
export function issuesOf(month: number): YearIssue[] {
  return Array.from({ length: 5 }, (_, index) => {
    const n = month * 5 + index
    const needed = [units[(n * 7 + 3) % 15], units[(n * 4 + 1) % 15], units[(n * 2 + 9) % 15]].slice(0, 1 + (n % 3))
    const title = `${places[n % 10]}${matters[(n * 5 + Math.floor(n / 12)) % 12]}第${n + 1}件`
    const facts = `${10 + ((n * 5) % 25)}分钟 ${['一般', '较重', '严重', '紧急'][n % 4]}`
    return {
      raisedBy: units[(n * 11 + 5) % 15] ?? '',
      words: `任务${1 + (n % 22)} ${title} 需：${needed.join('、')} ${facts}`,
    }
  })
}

/** What a meeting does with its item at a place, 0 first. */
export function outcomeOf(month: number, place: number): string | null {
  const owner = units[(month + place * 3) % 15]
  const helper = units[(month + place * 3 + 1) % 15]
  const action = `交办：${owner}（配合：${helper}）办结第${place + 1}项 10个工作日 标准：出具办结单`
  const kinds = [
    `议定 按会议意见办理；${action}`,
    `议定 同意；${action}；交办：${helper} 报送方案 15个工作日`,
    '议定 即行办理',
    '延期 材料不齐',
    null,
    '提请领导小组 涉及多个部门',
    '撤销 已无必要',
  ]
  // Every month begins elsewhere, so that each outcome meets each place.
  return kinds[(place + month) % kinds.length] ?? null
}

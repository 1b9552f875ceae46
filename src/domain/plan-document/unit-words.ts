/** What the name of a Chinese public body or its like ends in. */
const ending =
  /(?:局|委|办|厅|部|院|署|会|处|所|站|社|行|中心|政府|海关|集团|公司|大学|学院|法院|管委会|开发区|新区|区|市|县|州|镇|乡|街道|支行|港|机场|总队|支队|大队|指挥部|专班|领导小组|单位|部门|企业|基地|园区|总部|医院|台|司|馆|校|机构|口岸|商会|团市委|团省委|妇联|残联|工商联|科协|文联|社科联|侨联|国资公司|平台公司)$/

const verbs =
  /(?:以下|简称|加强|推进|支持|建立|完善|落实|开展|提升|鼓励|做好|确保|按照|根据|负责|组织实施|制定|统筹|举办|召开|培育|引进|打造|推动|实现|申报|编制|出台|办理|扩大|优化|强化|资金|的$)/

/** Whether a name is surely that of a body: short, ends as bodies do, holds no verb and no number. */
export function isUnitName(name: string): boolean {
  const core = name.replace(/[(（][^()（）]*[)）]$/, '')
  return core.length >= 2 && core.length <= 24 && ending.test(core) && !verbs.test(core) && !/[\d。%]/.test(core)
}

/** Whether a name can only be that of a body, not of a place or a kind of thing. */
export function isOfficeName(name: string): boolean {
  return isUnitName(name) && /(?:局|委|办|厅|部|署|政府|海关|管委会|院|公司|集团|银行|[分支]行|会|队|中心)$/.test(name)
}

/** A phrase that stands for bodies without naming them (有关部门, 各相关单位, 相关区). */
export function isGenericUnit(name: string): boolean {
  return /^(?:以及|及)?(?:其他|其它)?(?:省|市|区|县|市直|市级|区级|省直)?(?:各|各级|各区)?(?:有关|相关|各|责任|成员|直属|职能|参与|主管)(?:区|市|县|市区|方面|地方|企业|[职责]能)?(?:有关|相关)?(?:部门|单位|部门和单位|部门、单位|委办局|企业|机构|方面)?$/.test(
    name,
  )
}

/** One name for many bodies (各区人民政府): kept as a unit, and said. */
export function isCollectiveUnit(name: string): boolean {
  return /^(?:各|全市各|市直各|市级各)/.test(name)
}

/** A remark of when the work is to be done, where a list of bodies ends: 2025年6月底前完成, 长期坚持. */
export function isDueRemark(name: string): boolean {
  return (
    /^(?:于|在|至|到)?(?:20\d\d年|\d{1,2}月|今年|明年|年底|年内|每年)[\d年月日—–至~-]*(?:[上下]半年|第?[一二三四1-4]季度|底|末|初|上旬|中旬|下旬)?(?:之?前)?(?:完成|办结|到位|落实|实施|启动|建成|取得.{0,8})?$/.test(
      name,
    ) || /^(?:长期|持续|常态化?|全年|分年度)(?:坚持|推进|实施|落实|开展|进行)?$/.test(name)
  )
}

/** Takes off 等, 等部门, 等有关单位: the list goes on unnamed. Null where it does not. */
export function trimOpenEnd(name: string): string | null {
  const match =
    /^(.*?)等(?:相关|有关|市直|市级|各|责任|成员|职能)*(?:区|市|部门|单位|部门和单位|机构|企业|部委|委办局)*$/.exec(
      name,
    )
  return match ? (match[1] ?? '') : null
}

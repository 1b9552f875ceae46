/** Words before a number by which it is to be reached. */
export const reach =
  /(?:达到|达|突破|超过|超|(?:增加|提高|提升|扩大|增长|上升|恢复|拓展|发展|扩充|壮大|下降|降低|压缩|压减|缩短|缩减|减少|增|升|降)(?:到|至|为)|稳定在|保持在|控制在|不低于|不高于|不超过|不少于|不小于|实现|完成|累计|≥|≤|>|<)$/

/** Words before a share by which it is a change. */
export const change =
  /(?:年均|累计|同比)?(?:增长|下降|降低|提升|提高|增加|上升|压缩|压减|缩短|减少|缩减|提速|增幅|增速|翻)(?:率|幅度)?(?:达到|达|超过|不低于|保持在|约)?$/

/** Words between a name and its number that are of neither. */
export const filler = /(?:约为?|近|接近|不少于|不低于|至少|达到?|超过?|突破|累计|总计|共计?|为|将|力争)+$/

/** Verbs of things that can be counted when done. */
export const action =
  /^(?:新|改|再|重点|主导|重新|联合|滚动|集中|动态|梯次|分类|累计)?(?:引进|新增|增加|帮扶|培育|举办|引育|新建|改建|扩建|改扩建|建设|建成|打造|培养|扶持|支持|组织|开展|认定|新设|设立|开行|开通|吸引|招引|引入|完成|落地|孵化|改造|实施|推动|推进|发展|集聚|遴选|发布|培训|拓展|开辟|建立|形成|入库|净增|签约|承办|创建|创成|选派|获|争创|服务|推广|兑现|投放|发放|安排|推出|评选|选树|制定|制修订|修订|转化|攻克|突破|盘活|立项|研发|开发|谋划|储备|开工|投产|竣工|更新|加装|治理|修复|整治|淘汰|申报|促成|促进|布局|种植|栽植)/

/** What may stand before the name of a target and is no part of it. */
export const leading =
  /^(?:并|且|同时|其中|力争|争取|努力|确保|预计|计划|全市|全省|全区|全县|使|实现|推动|以上|以内|左右|将|要|再|约|、|和|及|以及|累计|“十[三四五六]五”(?:时期|期间|末|期末)?|(?:到|至|截至)?20\d\d年(?:\d{1,2}月|[上下]半年)?(?:\d{1,2}日)?(?:底|末)?(?:之?前)?|20\d\d(?:年)?(?:—|–|-|~|至)20\d\d年|每年度?|全年|年均|逐年|年内|(?:用|通过|经过)?[一二两三四五六七八九十\d]{1,2}年(?:左右)?(?:内|时间|的?努力)|三年|今年|当年|内|,)+/

/** Support that is paid, the rhythm of meetings and reports: numbers of the work, not of its outcome. */
export const isAdministrative = (clause: string) =>
  /给予|奖励|奖补|补助|补贴|最高|资助|罚款|处以/.test(clause) ||
  /(?:召开|督查|督导|通报|调度|报送|报告|汇报|例会|会商|会议|研究|检查|巡查|抽查|考核)[^,;。]{0,8}\d{0,3}次|\d次[^,;。]{0,8}(?:会议|例会|督查|督导|调度|通报|汇报|检查|巡查|会商|评估)/.test(
    clause,
  )

/** A share that is named as one needs no verb to be aimed at: 绿色泊位占比85%. */
export const namedShare = /(?:率|比例|占比|比重|份额|强度)$/

/** The size of what was counted just before (园区3个、面积20万平方米), not an aim of its own. */
export const sizeOnly = /^(?:总|单体|平均|建筑|占地|用地|经营)*(?:面积|长度|里程|规模|投资|投资额|库容)$/

/** Money that is put in, where what comes out is aimed at. */
export const funds = /(?:资金|基金|经费|预算|贴息)/

/** A sentence of what has been: it tells a state and sets no aim. */
export function tellsOfThePast(sentence: string): boolean {
  return (
    /以来|截至|截止|目前|现有|已(?:经|有|建|达|累计|完成|引进|培育|形成|成)|同比/.test(sentence) &&
    !/到20\d\d年|力争|争取|确保|每年|20\d\d年[^,。;]{0,8}前/.test(sentence)
  )
}

import type { ErrorParams } from '../error-params.ts'

type Standing = { no: number; title: string }
type Count = { answered: number; asked: number; objections: number }

/** 会商与会外议定 */
export const consultation = {
  'consultation.asked_title': (p: Standing & Count) =>
    `请会商 #${p.no} ${p.title} · 已答复 ${p.answered}/${p.asked}${p.objections ? `，${p.objections} 个单位有异议` : ''}`,
  'consultation.agreed_title': (p: Standing & { asked: number }) =>
    `会商一致 #${p.no} ${p.title} · ${p.asked} 个单位均同意`,
  'consultation.settled_title': (p: Standing) => `已会外议定 #${p.no} ${p.title}`,
  'consultation.dropped_title': (p: Standing) => `会商已停止 #${p.no} ${p.title}`,
  'consultation.proposal_line': (p: { proposal: string }) => `处理意见：${p.proposal}`,
  'consultation.unit_line': (p: { unit: string; answer: string; remark: string; day: string }) =>
    `${p.answer} ${p.unit}${p.remark ? ` · 「${p.remark}」` : ''}${p.day ? ` · ${p.day}` : ''}`,
  'consultation.answer.agrees': '🟢 同意',
  'consultation.answer.objects': '🟡 有异议',
  'consultation.answer.none': '⚪ 未答复',
  'consultation.asked_note': (p: { day: string; no: number }) =>
    `${p.day}发出。请以上单位联络员答复，结束前可更改；全部同意的可会外议定，不占会议时间，有异议的列入会议。也可输入 /issue 同意 ${p.no} 一句话。`,
  'consultation.agreed_note': '可会外议定，不占会议时间；议定前单位仍可更改答复。',
  'consultation.ending.replaced': '已另提新的处理意见，请在新的会商中答复。',
  'consultation.ending.withdrawn': '问题已撤销，不必再答复。',
  'consultation.ending.decided': '问题已另行议定，不必再答复。',
  'consultation.ending.settled': '各单位均同意，已会外议定，结果另发。',
  'consultation.agree': '同意',
  'consultation.object': '有异议',
  'consultation.open': '会商',
  'consultation.settle': '会外议定',
  'consultation.offer_title': (p: Standing & { asked: number }) =>
    `#${p.no} ${p.title}：${p.asked} 个单位均同意，可会外议定`,
  'consultation.offer_waits_title': (p: Standing) => `#${p.no} ${p.title}：有单位更改了答复，暂不能会外议定`,
  'consultation.offer_note': '不占会议时间；议定结果与会上议定一样记录。不议定的，仍列入会议待选。',
  'consultation.settled_decided': (p: Standing) => `会外议定 #${p.no} ${p.title}`,
  'consultation.settled_withdrawn': (p: Standing) => `会外议定撤销 #${p.no} ${p.title}`,
  'consultation.ground.agreed': '所需单位会商一致，未占会议时间。',
  'consultation.ground.leading': '由领导小组议定。',
  'consultation.action_line': (p: { owner: string; coUnits: string; text: string; day: string; measure: string }) =>
    `${p.owner}${p.coUnits ? `（配合：${p.coUnits}）` : ''}：${p.text} · ${p.day}前${p.measure ? ` · 完成标准：${p.measure}` : ''}`,
  'consultation.latest': (p: Count & { day: string; state: string }) =>
    `会商 · ${p.day}发出 · ${p.state} · 已答复 ${p.answered}/${p.asked}${p.objections ? `，${p.objections} 个单位有异议` : ''}`,
  'consultation.state.asked': '待答复',
  'consultation.state.agreed': '均同意',
  'consultation.state.objected': '有异议',
  'consultation.state.settled': '已会外议定',
  'consultation.state.dropped': '已停止',
  'consultation.title': '会商',
  'consultation.form_intro': (p: Standing & { units: string }) => `#${p.no} ${p.title}\n征求意见的单位：${p.units}`,
  'consultation.form_proposal': '处理意见',
  'consultation.form_hint': '写明拟怎样处理、由谁办、何时办结，单位据此答复。不超过1000字。',
  'consultation.form_earlier': '该问题已有会商未结束，发出后原会商停止，单位需重新答复。',
  'consultation.object_title': '有异议',
  'consultation.object_intro': (p: Standing & { units: string; proposal: string }) =>
    `#${p.no} ${p.title}\n处理意见：${p.proposal}\n答复单位：${p.units}`,
  'consultation.object_remark': '异议（一句话）',
  'consultation.object_hint': '写明哪一点不同意、希望怎样改。不超过300字，各单位可见。',
  'consultation.asked': (p: Standing & { count: number }) => `已发出会商 #${p.no} ${p.title} · ${p.count} 个单位`,
  'consultation.asked_units': (p: { units: string }) => `征求意见：${p.units}`,
  'consultation.asked_next': '已发往联席会议频道；全部同意后将通知您会外议定。',
  'consultation.asked_replaced': '原会商已停止，单位需重新答复。',
  'consultation.asked_silent': (p: { units: string }) =>
    `${p.units}尚无联络员，无法答复。请管理员用 /plan members 补充。`,
  'consultation.answered_agree': (p: { no: number; units: string }) => `已记录：#${p.no} ${p.units}同意处理意见`,
  'consultation.answered_object': (p: { no: number; units: string }) => `已记录：#${p.no} ${p.units}有异议`,
  'consultation.remark_line': (p: { remark: string }) => `「${p.remark}」`,
  'consultation.answered_before': (p: { before: string }) => `原答复「${p.before}」已更改。`,
  'consultation.answered_next': (p: { state: 'asked' | 'agreed' | 'objected'; waiting: number }) =>
    [
      p.state === 'agreed'
        ? '各单位均已同意，召集人将会外议定。'
        : `${p.state === 'objected' ? '有异议的问题将列入会议。' : ''}${p.waiting ? `尚有 ${p.waiting} 个单位未答复。` : ''}`,
      '会商结束前可更改，以最后一次为准。',
    ].join(''),
  'error.consultation.number_missing':
    '没有执行：请写明问题编号。例如：/issue 会商 12 处理意见…、/issue 同意 12、/issue 有异议 12 理由',
  'error.consultation.proposal_missing': '没有发出会商：请写明处理意见。例如：/issue 会商 12 由江城海关统一验收标准',
  'error.consultation.proposal_too_long': (p: ErrorParams) =>
    `没有发出会商：处理意见 ${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.consultation.remark_missing': '没有记录：请用一句话写明异议。例如：/issue 有异议 12 口径应以海关为准',
  'error.consultation.remark_too_long': (p: ErrorParams) => `没有记录：${p.length} 字，超过 ${p.max} 字，请精简。`,
  'error.consultation.not_open': (p: ErrorParams) =>
    `没有发出会商：问题 #${p.no} 已议定、办结或撤销，不必会商。输入 /issue show ${p.no} 查看。`,
  'error.consultation.no_channel':
    '没有发出会商：尚未设置联席会议频道，单位看不到。请先输入 /plan channel 设置，再发一次。',
  'error.consultation.no_units': (p: ErrorParams) =>
    `没有发出会商：问题 #${p.no} 所需的单位都已不在方案中。请直接列入会议。`,
  'error.consultation.none': (p: ErrorParams) => `没有记录：问题 #${p.no} 没有会商。输入 /issue show ${p.no} 查看。`,
  'error.consultation.ended': (p: ErrorParams) =>
    `没有记录：问题 #${p.no} 的这次会商已结束（已议定、已撤销，或另有新的处理意见）。输入 /issue show ${p.no} 查看现状。`,
  'error.consultation.not_asked': (p: ErrorParams) =>
    `没有记录：#${p.no} 的会商征求的是${p.units}的意见，您不是这些单位的联络员。名单有误请联系管理员（/plan members）。`,
  'error.settlement.outcome_not_here': '没有议定：会外只能议定或撤销。需延期或提请领导小组的，请在会议上记录。',
  'error.settlement.not_open': (p: ErrorParams) =>
    `没有议定：问题 #${p.no} 已议定、办结或撤销。输入 /issue show ${p.no} 查看。`,
  'error.settlement.not_consulted': (p: ErrorParams) =>
    `没有议定：问题 #${p.no} 未经会商。请先输入 /issue 会商 ${p.no} 处理意见… 征求意见，或列入会议。`,
  'error.settlement.waiting': (p: ErrorParams) =>
    `没有议定：问题 #${p.no} 的会商尚待${p.units}答复。请待各单位同意，或列入会议。`,
  'error.settlement.objected': (p: ErrorParams) =>
    `没有议定：${p.units}对问题 #${p.no} 的处理意见有异议。请列入会议，或另提处理意见会商。`,
  'error.settlement.not_escalated': (p: ErrorParams) =>
    `没有议定：问题 #${p.no} 未提请领导小组，由召集人会商或列入会议。`,
}

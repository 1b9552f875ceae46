import { DateTime } from 'luxon'
import { spellChineseNumeral } from '../../domain/chinese-numeral.ts'
import { fullDay, weekdayOf } from './dates.ts'

/** A stretch of time in the plan's zone: ISO days and clock times. */
type Span = { day: string; from: string; endDay: string; to: string }
type Outcomes = { decided: number; deferred: number; escalated: number; withdrawn: number }

const counted = (parts: readonly (readonly [string, number])[]) =>
  parts.filter(([, count]) => count > 0).map(([words, count]) => `${words}${count}项`)

/** A plan's name without the kind of its document: what the joint meeting is of. */
export const meetingOf = (plan: string) => plan.replace(/(?<=.)(?:实施|工作|行动|总体)?(?:方案|计划)$/, '')

/** 公文：会议纪要、更正、议程、台账 */
export const document = {
  'document.heading1': (p: { n: number; title: string }) => `${spellChineseNumeral(BigInt(p.n))}、${p.title}`,
  'document.heading2': (p: { n: number; title: string }) => `（${spellChineseNumeral(BigInt(p.n))}）${p.title}`,
  'document.day': (p: { day: string }) => fullDay(p.day),
  'document.span': (p: Span) =>
    `${fullDay(p.day)}（${weekdayOf(DateTime.fromISO(p.day))}）${p.from}至${p.endDay === p.day ? '' : fullDay(p.endDay)}${p.to}`,
  'document.name_separator': '，',
  'document.sentence_end': '。',
  'document.colon': '：',
  'document.draft_mark': '草案（未经签发）',
  'document.minutes_masthead': '联席会议纪要',
  'document.number': (p: { year: number; no: number }) => `〔${p.year}〕${p.no}号`,
  'document.amendment_number': (p: { year: number; no: number; amendment: number }) =>
    `〔${p.year}〕${p.no}号　更正第${p.amendment}号`,
  'document.minutes_title': (p: { plan: string; no: number }) => `${meetingOf(p.plan)}\n第${p.no}次联席会议纪要`,
  'document.amendment_title': (p: { plan: string; no: number; amendment: number }) =>
    `${meetingOf(p.plan)}\n第${p.no}次联席会议纪要更正（第${p.amendment}号）`,
  'document.amendment_intro': (p: { day: string; no: number; number: string }) =>
    `${fullDay(p.day)}召开的第${p.no}次联席会议的纪要（${p.number}）已经签发，现更正如下。`,
  'document.amendment_rest': '原纪要其他内容不变。',
  'document.approved_by': '签发人：',
  'document.not_signed': '待签发',
  'document.issued_on': (p: { day: string }) => `${fullDay(p.day)}印发`,
  'document.not_issued': '草案，尚未印发',
  'document.sent_to': '主送：',
  'document.copied_to': '抄送：',
  'document.time': '时间：',
  'document.optional_mark': '（可选）',
  'document.place': '地点：',
  'document.chair': '主持：',
  'document.present': '出席：',
  'document.absent': '缺席：',
  'document.attendee': (p: { unit: string; people: string; deputy: boolean }) =>
    `${p.unit}${p.deputy ? '（委派）' : ''}${p.people ? `　${p.people}` : ''}`,
  'document.summary': (p: Outcomes & { items: number; actions: number }) =>
    p.items === 0
      ? '本次会议没有研究议题。'
      : [
          `会议研究议题${p.items}项：${counted([
            ['议定', p.decided],
            ['延期', p.deferred],
            ['提请领导小组', p.escalated],
            ['撤销', p.withdrawn],
          ]).join('，')}`,
          p.actions > 0 ? `；确定交办事项${p.actions}项` : '',
          '。现纪要如下。',
        ].join(''),
  'document.follow_up': '以往交办事项落实情况',
  'document.follow_up_counts': (p: { verified: number; running: number; overdue: number }) =>
    `会议听取以往交办事项落实情况：${counted([
      ['已核实办结', p.verified],
      ['正在办理', p.running],
      ['逾期', p.overdue],
    ]).join('，')}。`,
  'document.overdue_intro': '逾期事项如下。',
  'document.items': '议题研究情况',
  'document.item_facts': (p: {
    no: number
    taskNo: number | null
    taskTitle: string | null
    raisedBy: string | null
  }) =>
    `${[
      `问题编号#${p.no}`,
      ...(p.taskNo === null ? [] : [`涉及任务${p.taskNo}${p.taskTitle ? `「${p.taskTitle}」` : ''}`]),
      ...(p.raisedBy ? [`由${p.raisedBy}提出`] : []),
    ].join('，')}。`,
  'document.outcome.decided': '议定',
  'document.outcome.deferred': '延期',
  'document.outcome.escalated': '提请领导小组',
  'document.outcome.withdrawn': '撤销',
  'document.no_text.decided': '会议予以议定。',
  'document.no_text.deferred': '会议决定延期，下次会议再议。',
  'document.no_text.escalated': '会议决定提请领导小组研究决定。',
  'document.no_text.withdrawn': '会议同意撤销该议题。',
  'document.item_actions': '交办事项',
  'document.item_action_nos': (p: { nos: readonly number[] }) => `第${p.nos.join('、')}号，见交办事项表。`,
  'document.actions': '交办事项',
  'document.column.no': '编号',
  'document.column.action': '事项',
  'document.column.owner': '责任单位',
  'document.column.co_units': '配合单位',
  'document.column.due': '完成时限',
  'document.column.measure': '完成标准',
  'document.column.issue': '问题',
  'document.agenda_title': (p: { plan: string }) => `${meetingOf(p.plan)}\n联席会议议程`,
  'document.agenda_summary': (p: { items: number; used: number; minutes: number }) =>
    `会议时长${p.minutes}分钟，议题${p.items}项，用时${p.used}分钟。`,
  'document.agenda_items': '议题安排',
  'document.agenda_units': '到会单位及时间',
  'document.agenda_left_out': '未列入的问题',
  'document.agenda_basis': '排列依据',
  'document.agenda_more': (p: { count: number }) => `另有${p.count}个分值更低的问题未列入。`,
  'document.column.place': '序号',
  'document.column.clock': '时间',
  'document.column.minutes': '分钟',
  'document.column.item': '议题',
  'document.column.units': '参加单位',
  'document.column.unit': '单位',
  'document.column.items': '议题序号',
  'document.column.business': '议事（分钟）',
  'document.column.waiting': '等候（分钟）',
  'document.column.why': '原因',
  'document.column.score': '得分',
  'document.mandatory_mark': '（必议）',
}

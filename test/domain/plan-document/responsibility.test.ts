import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../../src/domain/plan-document/parse-plan.ts'

function readTask(statement: string) {
  const text = `临江市工作方案\n一、重点任务\n(一)做好甲事。加强工作。${statement}\n(二)做好乙事。推进工作。${statement}\n`
  const plan = parsePlan(text)
  const [task] = plan.sections[0]?.tasks ?? []
  const units = task?.units.map((unit) => unit.name + (unit.role === 'lead' ? '*' : '')).join(' ')
  return { units, title: task?.title, text: task?.text, doubts: [...new Set(plan.doubts.map((doubt) => doubt.code))] }
}

const three = '市商务局* 市财政局 武汉海关'

describe('who is responsible', () => {
  it.each([
    '(责任单位:市商务局、市财政局,武汉海关)',
    '〔责任单位：市商务局、市财政局、武汉海关〕',
    '[责任单位:市商务局、市财政局、武汉海关]',
    '【牵头单位：市商务局；配合单位：市财政局、武汉海关】',
    '（市商务局牵头，市财政局、武汉海关配合）',
    '(牵头部门:市商务局,责任部门:市财政局、武汉海关)',
    '(主要责任单位:市商务局;责任单位:市财政局、武汉海关)',
    '\n责任单位:市商务局、市财政局、武汉海关',
    '\n牵头单位:市商务局\n配合单位:市财政局、武汉海关',
    '市商务局、市财政局、武汉海关按职责分工负责。',
    '由市商务局牵头,市财政局、武汉海关按职责分工负责。',
    '由市商务局牵头,会同市财政局、武汉海关。',
    '(市商务局(牵头)、市财政局、武汉海关)',
    '(责任单位:市商务局、市财政局、武汉海关;完成时限:2024年12月底)',
    '(牵头领导:分管副市长;责任单位:市商务局、市财政局、武汉海关)',
    '(责任单位:市商务局 市财政局 武汉海关)',
    '由市商务局会同市财政局、武汉海关组织实施。',
    '\n责任领导:分管副市长\n牵头单位:市商务局\n配合单位:市财政局、武汉海关\n完成时限:长期坚持',
    '(市商务局牵头,市财政局、武汉海关配合,2025年10月底前完成)',
    '(牵头单位:市商务局 配合单位:市财政局、武汉海关 完成时限:长期坚持)',
    '【主责单位:市商务局;协同单位:市财政局、武汉海关】',
    '(责任单位:市商务局、市财政局和武汉海关)',
    '(市商务局牵头负责,市财政局、武汉海关协同推进)',
    '(市商务局、市财政局、武汉海关分工负责,排在第一位的为牵头单位)',
    '牵头单位：市商务局　　责任单位：市财政局、武汉海关',
    '责任单位:牵头单位为市商务局,配合单位为市财政局、武汉海关',
  ])('%s', (statement) => {
    expect(readTask(statement)).toEqual({ units: three, title: '做好甲事', text: '加强工作。', doubts: [] })
  })

  it.each([
    ['(市商务局、市财政局、武汉海关等按职责分工负责)', three, 'units_open_ended'],
    ['(由市商务局牵头,会同市财政局、武汉海关等部门)', three, 'units_open_ended'],
    ['(市商务局、市财政局、武汉海关)', three, 'units_unlabelled'],
    ['(责任单位:市商务局、市财政局、武汉海关、各有关部门)', three, 'units_generic'],
    ['(责任单位:市商务局,各区人民政府)', '市商务局* 各区人民政府', 'units_collective'],
    ['(责任单位:市商务局,各市、州人民政府)', '市商务局* 各市、州人民政府', 'units_collective'],
    ['(市商务局,各市、县(市、区)政府负责)', '市商务局* 各市、县(市、区)政府', 'units_collective'],
    ['(市商务局、市财政局;2025年6月底前完成)', '市商务局* 市财政局', 'units_unlabelled'],
    ['(责任单位:市商务局、市财政局、武汉海关', three, 'bracket_unclosed'],
    ['(牵头单位:市商务局、市财政局)', '市商务局* 市财政局*', 'leads_several'],
    ['(责任单位:市商务局、加强统筹协调)', '市商务局* 加强统筹协调', 'unit_odd'],
  ])('%s, with a doubt', (statement, units, doubt) => {
    expect(readTask(statement)).toEqual({ units, title: '做好甲事', text: '加强工作。', doubts: [doubt] })
  })

  it('finds none in sentences that only speak of work', () => {
    for (const sentence of [
      '各单位要压实工作责任。',
      '支持龙头企业牵头建设平台。',
      '(以下简称示范区)',
      '由分管领导负责。',
      '由市财政局牵头落实资金500万元。',
      '由市商务局负责举办展会。',
    ]) {
      expect(() => readTask(sentence)).toThrow(expect.objectContaining({ code: 'plan.no_units' }))
    }
  })
})

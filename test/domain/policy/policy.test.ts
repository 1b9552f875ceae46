import { describe, expect, it } from 'vitest'
import { checkPolicyFacts, checkPolicyReason, type PolicyFacts } from '../../../src/domain/policy/policy-facts.ts'
import { parsePolicyWords } from '../../../src/domain/policy/policy-words.ts'

const today = '2024-06-24'
const facts: PolicyFacts = {
  title: '关于促进进口的若干措施',
  documentNo: '武政办〔2024〕12号',
  issuedOn: '2024-05-10',
  link: 'https://example.org/a?b=1',
}
const check = (more: Partial<PolicyFacts>) => checkPolicyFacts({ ...facts, ...more }, today)

describe('a policy', () => {
  it('is kept with the year of its number in 〔〕, its title without 《》, its day as a day', () => {
    expect(check({})).toEqual(facts)
    const typed = { title: '《关于促进进口的若干措施》', documentNo: '武政办 [2024] 12号', issuedOn: '2024年5月10日' }
    expect(check({ ...typed, link: '' })).toEqual({ ...facts, link: '' })
    expect(check({ title: '《甲》和《乙》的解释', documentNo: '' })).toMatchObject({ title: '《甲》和《乙》的解释' })
    for (const documentNo of ['武政办(2024)12号', '武政办（2024）12号', '武政办【2024】12号', '武政办［2024］12号'])
      expect(check({ documentNo }).documentNo).toBe('武政办〔2024〕12号')
  })

  it.each([
    [{ title: ' ' }, 'policy.title_missing'],
    [{ title: '长'.repeat(201) }, 'policy.title_too_long'],
    [{ documentNo: '号'.repeat(61) }, 'policy.document_too_long'],
    [{ issuedOn: '' }, 'policy.day_missing'],
    [{ issuedOn: '上个月' }, 'policy.day_unknown'],
    [{ issuedOn: '2024-02-30' }, 'policy.day_unknown'],
    [{ issuedOn: '1900-01-01' }, 'policy.day_unknown'],
    [{ issuedOn: '2024-06-25' }, 'policy.day_in_future'],
    [{ link: `https://example.org/${'a'.repeat(500)}` }, 'policy.link_too_long'],
    [{ link: 'javascript:alert(1)' }, 'policy.link_unknown'],
    [{ link: 'ftp://example.org' }, 'policy.link_unknown'],
    [{ link: 'example.org' }, 'policy.link_unknown'],
    [{ link: 'https://example.org/<!channel>' }, 'policy.link_unknown'],
  ])('%j is refused: %s', (more, code) => {
    expect(() => check(more)).toThrow(expect.objectContaining({ code }))
  })

  it('is removed for a reason of at most 500 characters', () => {
    expect(() => checkPolicyReason(' ')).toThrow(expect.objectContaining({ code: 'policy.reason_missing' }))
    expect(() => checkPolicyReason('因'.repeat(501))).toThrow(
      expect.objectContaining({ code: 'policy.reason_too_long' }),
    )
  })
})

describe('words after /progress policy', () => {
  const { link, ...rest } = facts
  it.each([
    [`add 6 ${facts.title} ${facts.documentNo} 2024-05-10 ${link}`, { ...rest, link }],
    [
      `新增 任务6 《${facts.title}》（武政办[2024]12号） 2024年5月10日 <${link}|${link}>`,
      { ...rest, issuedOn: '2024年5月10日', link },
    ],
    [`政策不是动词 6`, null],
    [`add 6 ${link} 2024-05-10 武政办〔2024〕12号 ${facts.title}`, { ...rest, link }],
    [
      `add 6 关于2023年5月1日 起施行的办法 2024-05-10`,
      { title: '关于2023年5月1日 起施行的办法', documentNo: '', issuedOn: '2024-05-10', link: '' },
    ],
    [
      `add 6 ftp://example.org/x 办法 2024-05-10`,
      { title: '办法', documentNo: '', issuedOn: '2024-05-10', link: 'ftp://example.org/x' },
    ],
    ['add 6 办法', { title: '办法', documentNo: '', issuedOn: '', link: '' }],
  ])('%j', (text, found) => {
    if (found) expect(parsePolicyWords(text)).toEqual({ kind: 'add', taskNo: 6, ...found })
    else expect(() => parsePolicyWords(text)).toThrow(expect.objectContaining({ code: 'policy.words_unknown' }))
  })

  it.each([
    ['', { kind: 'list', taskNo: null }],
    ['list', { kind: 'list', taskNo: null }],
    ['６', { kind: 'list', taskNo: 6 }],
    ['任务 6', { kind: 'list', taskNo: 6 }],
    ['帮助', { kind: 'help' }],
    ['add', { kind: 'add', taskNo: null, title: '', documentNo: '', issuedOn: '', link: '' }],
    [
      'remove 6 武政办 〔2024〕 12号 已被代替',
      { kind: 'remove', taskNo: 6, named: '武政办 〔2024〕 12号', reason: '已被代替' },
    ],
    [
      '删除 6 《关于 促进进口》 已被代替',
      { kind: 'remove', taskNo: 6, named: '《关于 促进进口》', reason: '已被代替' },
    ],
    ['删除 6 办法', { kind: 'remove', taskNo: 6, named: '办法', reason: '' }],
  ])('%j is read', (text, words) => {
    expect(parsePolicyWords(text)).toEqual(words)
  })

  it.each([
    ['add 办法', 'policy.task_missing'],
    ['remove 6', 'policy.name_missing'],
    ['remove', 'policy.task_missing'],
    ['6 办法', 'policy.words_unknown'],
  ])('%j is refused: %s', (text, code) => {
    expect(() => parsePolicyWords(text)).toThrow(expect.objectContaining({ code }))
  })
})

import { describe, expect, it } from 'vitest'
import { buildAgendaDocument } from '../../../src/documents/agenda/build-agenda-document.ts'
import { smallNotice } from '../../slack/agenda/notices.ts'
import { partOf, pretty, textsOf } from '../package-parts.ts'

const texts = async (notice: Parameters<typeof buildAgendaDocument>[0]) =>
  textsOf(partOf(await buildAgendaDocument(notice), 'word/document.xml'), 'w:t')

describe('an agenda as a document', () => {
  it.each(['zh-CN', 'en'])('is laid out as agreed: %s', async (language) => {
    const xml = partOf(await buildAgendaDocument({ ...smallNotice, language, leftOutMore: 3 }), 'word/document.xml')
    await expect(pretty(xml)).toMatchFileSnapshot(`golden/${language}-document.xml`)
  })

  it('leaves out the parts that there is nothing to say of', async () => {
    const shown = await texts({ ...smallNotice, leftOut: [], leftOutMore: 0, attendance: [] })
    expect(shown).toContain('一、议题安排')
    expect(shown).toContain('二、排列依据')
    expect(shown.join('\n')).not.toMatch(/到会单位及时间|未列入/)
  })

  it('says that a choice is not proved, and which order it has', async () => {
    const shown = await texts({ ...smallNotice, choiceProved: false, mode: 'score' })
    expect(shown).toContain('选题为已找到的最好结果，未证最优。')
    expect(shown).toContain('按重要程度排列：各单位合计等候 20 分钟。')
  })

  it('gives the same bytes for the same notice', async () => {
    const [first, second] = [
      await buildAgendaDocument(smallNotice),
      await buildAgendaDocument(structuredClone(smallNotice)),
    ]
    expect(first.equals(second)).toBe(true)
  })
})

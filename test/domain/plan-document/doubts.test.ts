import { describe, expect, it } from 'vitest'
import { doubtCodes } from '../../../src/domain/plan-document/parsed-plan.ts'
import { planDocument as en } from '../../../src/i18n/en/plan-document.ts'
import { planDocument as zh } from '../../../src/i18n/zh-cn/plan-document.ts'

describe('doubts', () => {
  it('each have a text in both languages, and no text is left over', () => {
    const worded = Object.keys(zh).filter((key) => key.startsWith('doubt.'))
    expect(worded.sort()).toEqual(doubtCodes.map((code) => `doubt.${code}`).sort())
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  })
})

import { describe, expect, it } from 'vitest'
import { checkMessageBlocks } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { typedForm, typedWords } from '../../../src/slack/requests/typed-text.ts'

const shown = (blocks: ReturnType<typeof typedWords>) => blocks.map((block) => block.text?.text).join('')
type View = Parameters<typeof typedForm>[1]

describe('what a refusal gives back', () => {
  it('is the command as it was typed, from a few words on', () => {
    expect(shown(typedWords('zh-CN', '/progress', '6 180% 达进度 <!channel> 已签约12家'))).toContain(
      '/progress 6 180% 达进度 <!channel> 已签约12家',
    )
    expect(typedWords('zh-CN', '/issue', 'show 99999')).toEqual([])
  })

  it('is every field of a form by its label, in a message that Slack takes', () => {
    const blocks = [
      { type: 'section' },
      { type: 'input', block_id: 'a', label: { text: '问题' } },
      { type: 'input', block_id: 'b', label: { text: '单位' } },
      { type: 'input', block_id: 'c', label: { text: '细节' } },
    ]
    const option = (text: string) => ({ text: { text }, value: text })
    const values = {
      a: { title: { value: '很长的问题 <@U1>' } },
      b: { units: { selected_options: [option('市商务局'), option('武汉海关')] } },
      c: { details: { value: null } },
    }
    const given = typedForm('en', { blocks, state: { values } } as unknown as View)
    expect(shown(given)).toContain('问题: 很长的问题 <@U1>\n单位: 市商务局, 武汉海关')
    expect(shown(given)).not.toContain('细节')
    const long = { ...values, c: { details: { value: '字'.repeat(50_000) } } }
    const cut = typedForm('zh-CN', { blocks, state: { values: long } } as unknown as View)
    checkMessageBlocks({} as Core, JSON.parse(JSON.stringify(cut)))
    expect(JSON.stringify(cut).length).toBeLessThan(12_000)
  })
})

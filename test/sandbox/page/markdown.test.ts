import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markdownInline, parseMarkdown } from '../../../src/sandbox/page/markdown.ts'

it('reads headings, lists, quotes, code and rules', () => {
  expect(
    parseMarkdown('## 纪要\n一\n二\n\n- a\n- b\n1. c\n> q\n---\n```js\nx\n```').map((block) => block.kind),
  ).toEqual(['heading', 'paragraph', 'list', 'list', 'quote', 'rule', 'preformatted'])
  expect(parseMarkdown('```js\n**x**\n```')).toEqual([{ kind: 'preformatted', text: '**x**' }])
})

it('reads inline marks, also inside Chinese', () => {
  expect(markdownInline('由**市商务局**牵头')).toEqual([
    { kind: 'text', text: '由' },
    { kind: 'bold', children: [{ kind: 'text', text: '市商务局' }] },
    { kind: 'text', text: '牵头' },
  ])
  expect(markdownInline('[方案](https://e.org) `*a*`')).toEqual([
    { kind: 'link', url: 'https://e.org', children: [{ kind: 'text', text: '方案' }] },
    { kind: 'text', text: ' ' },
    { kind: 'code', text: '*a*' },
  ])
})

it('follows no unsafe address and knows no HTML', () => {
  expect(markdownInline('[x](javascript:alert)')).toEqual([{ kind: 'text', text: '[x](javascript:alert)' }])
  expect(markdownInline('<b>x</b>')).toEqual([{ kind: 'text', text: '<b>x</b>' }])
})

it('comes to an end on any text', () => {
  const piece = fc.constantFrom(
    '#',
    '-',
    '*',
    '_',
    '`',
    '```',
    '>',
    '1.',
    ' ',
    '\n',
    'a',
    '中',
    '[',
    ']',
    '(',
    ')',
    '~~',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(Array.isArray(parseMarkdown(pieces.join('')))).toBe(true)
    }),
  )
})

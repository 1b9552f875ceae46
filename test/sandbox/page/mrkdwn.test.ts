import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInline, parseMrkdwn } from '../../../src/sandbox/page/mrkdwn.ts'
import type { Inline } from '../../../src/sandbox/page/rich-nodes.ts'

const text = (value: string): Inline => ({ kind: 'text', text: value })
const bold = (...children: Inline[]): Inline => ({ kind: 'bold', children })

function written(nodes: Inline[]): string {
  return nodes.map((node) => ('children' in node ? written(node.children) : 'text' in node ? node.text : '')).join('')
}

function kinds(nodes: Inline[]): string[] {
  return nodes.flatMap((node) => [node.kind, ...('children' in node ? kinds(node.children) : [])])
}

describe('marks', () => {
  it('formats between spaces, punctuation and the ends of a line', () => {
    expect(parseInline('*粗体* 中文')).toEqual([bold(text('粗体')), text(' 中文')])
    expect(parseInline('(*a*), _b_ ~c~')).toEqual([
      text('('),
      bold(text('a')),
      text('), '),
      { kind: 'italic', children: [text('b')] },
      text(' '),
      { kind: 'strike', children: [text('c')] },
    ])
  })

  it.each(['*粗体*中文', '中文*粗体*', '*粗体*\uff0c中文', 'a*b*c', 'snake_case_name', '* a*', '*a *', '*a\nb*', '**'])(
    'leaves %j as it stands',
    (source) => {
      expect(parseInline(source)).toEqual([text(source)])
    },
  )

  it('nests marks and steps over references', () => {
    expect(parseInline('*_a_*')).toEqual([bold({ kind: 'italic', children: [text('a')] })])
    expect(parseInline('*<https://e.org/a*b|x>*')).toEqual([
      bold({ kind: 'link', url: 'https://e.org/a*b', children: [text('x')] }),
    ])
  })

  it('keeps code as written', () => {
    expect(parseInline('`*a* &lt;b&gt;` c')).toEqual([{ kind: 'code', text: '*a* <b>' }, text(' c')])
  })
})

describe('references', () => {
  it('reads mentions, dates, links and emoji', () => {
    expect(
      parseInline('<@U1> <#C2|office> <!subteam^S3> <!here>:bell:').filter((node) => node.kind !== 'text'),
    ).toEqual([
      { kind: 'user', id: 'U1' },
      { kind: 'channel', id: 'C2', label: 'office' },
      { kind: 'group', id: 'S3' },
      { kind: 'broadcast', range: 'here' },
      { kind: 'emoji', name: 'bell', glyph: '🔔' },
    ])
    expect(parseInline('<!date^1719190800^{date} {time}^https://e.org|x>')).toEqual([
      { kind: 'date', at: 1719190800000, format: '{date} {time}', fallback: 'x', url: 'https://e.org' },
    ])
    expect(parseInline('<https://e.org?a=1&amp;b=2>')).toEqual([
      { kind: 'link', url: 'https://e.org?a=1&b=2', children: [text('https://e.org?a=1&b=2')] },
    ])
  })

  it('ends a bare address before punctuation and before Chinese', () => {
    expect(parseInline('see https://e.org/plan. ok')).toContainEqual({
      kind: 'link',
      url: 'https://e.org/plan',
      children: [text('https://e.org/plan')],
    })
    expect(parseInline('https://e.org/a\u3002见附件')[0]).toMatchObject({ url: 'https://e.org/a' })
  })

  it.each([
    '<javascript:alert(1)|x>',
    '<data:text/html,x>',
    '<img src=x onerror=alert(1)>',
    '<@>',
    '<',
    ':nosuchemoji:',
  ])('shows %j as text', (source) => {
    expect(kinds(parseInline(source))).toEqual(['text'])
    expect(written(parseInline(source))).toBe(source)
  })
})

describe('passages', () => {
  it('separates quotes and blocks of code', () => {
    expect(parseMrkdwn('a\n> b\n&gt; c\nd\n```\n*x*\n```\ne')).toEqual([
      { kind: 'lines', children: [text('a')] },
      { kind: 'quote', children: [text('b\nc')] },
      { kind: 'lines', children: [text('d')] },
      { kind: 'preformatted', text: '*x*' },
      { kind: 'lines', children: [text('e')] },
    ])
  })

  it('quotes the rest after three marks', () => {
    expect(parseMrkdwn('>>> a\nb')).toEqual([{ kind: 'quote', children: [text('a\nb')] }])
  })
})

it('loses no character of text without markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '中', ' ', '.', '\n', '(', '1') }), (source) => {
      expect(written(parseInline(source))).toBe(source)
    }),
  )
})

it('reads whatever comes, with no link but a safe one', () => {
  const piece = fc.constantFrom(
    '*',
    '_',
    '~',
    '`',
    '<',
    '>',
    '|',
    '@U1',
    'https://e.org',
    'javascript:x',
    ' ',
    '\n',
    '中',
    'a',
    '&lt;',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const links: string[] = []
      const visit = (nodes: Inline[]): void => {
        for (const node of nodes) {
          if (node.kind === 'link') links.push(node.url)
          if ('children' in node) visit(node.children)
        }
      }
      for (const passage of parseMrkdwn(pieces.join(''))) if ('children' in passage) visit(passage.children)
      for (const url of links) expect(url).toMatch(/^https:\/\//)
    }),
  )
})

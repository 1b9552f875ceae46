import type { OutlineNode } from './outline.ts'

/**
 * Ends headings that fill their line to its last character, where the layout cannot tell that a paragraph ends. Where
 * most headings of a kind stand on lines of their own, so do these: their paragraph ends at the line break that gives
 * the most usual length.
 */
export function endFullHeadings(root: OutlineNode): void {
  const kinds = new Map<number, { own: number[]; runIn: OutlineNode[] }>()
  const visit = (node: OutlineNode) => {
    for (const child of node.children) {
      const kind = kinds.get(child.rank) ?? { own: [], runIn: [] }
      kinds.set(child.rank, kind)
      const end = child.text.indexOf('\n')
      const stop = child.text.search(/[。\n]/)
      if (stop !== -1 && stop === end) kind.own.push(end)
      else if (stop !== -1 && child.lineStarts.length > 1) kind.runIn.push(child)
      visit(child)
    }
  }
  visit(root)
  for (const { own, runIn } of kinds.values()) {
    const usual = own.reduce((sum, length) => sum + length, 0) / Math.max(1, own.length)
    const most = own.length > runIn.length && own.length > 1
    for (const node of runIn) if (most || (own.length > 0 && isLongForTitle(node.text))) endHeading(node, usual)
  }
}

function isLongForTitle(text: string): boolean {
  const head = text.slice(0, text.indexOf('。'))
  return head.length > 28 || /[,，]/.test(head)
}

function endHeading(node: OutlineNode, usual: number): void {
  const stop = node.text.indexOf('。')
  const ends = node.lineStarts.map((start) => start.offset).filter((offset) => offset > 0 && offset < stop)
  const [first, ...others] = ends
  if (first === undefined) return
  const end = others.reduce((best, one) => (Math.abs(one - usual) < Math.abs(best - usual) ? one : best), first)
  node.text = `${node.text.slice(0, end)}\n${node.text.slice(end)}`
  node.lineStarts = node.lineStarts.map((start) =>
    start.offset < end ? start : { ...start, offset: start.offset + 1 },
  )
}

/** Start and end of each element of a name, in order; nested ones of the same name are part of the outer. */
export function* elements(xml: string, name: string): Generator<[number, number]> {
  const close = `</${name}>`
  let at = 0
  while (true) {
    const start = xml.indexOf(`<${name}`, at)
    if (start === -1) return
    const next = xml[start + name.length + 1]
    if (next !== '>' && next !== ' ') {
      at = start + name.length
      continue
    }
    const end = xml.indexOf(close, start)
    if (end === -1) return
    at = end + close.length
    yield [start, at]
  }
}

/** The XML without the elements of a name. */
export function without(xml: string, name: string): string {
  const kept: string[] = []
  let at = 0
  for (const [start, end] of elements(xml, name)) {
    kept.push(xml.slice(at, start))
    at = end
  }
  return kept.join('') + xml.slice(at)
}

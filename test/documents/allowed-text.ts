/** A text without control characters and the other ones that no document may hold, with one kind of line end. */
export function allowedText(text: string): string {
  const allowed = (point: number) =>
    point === 9 ||
    point === 10 ||
    (point >= 32 && point !== 0xfffe && point !== 0xffff && !(point >= 127 && point < 160))
  return [...text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').toWellFormed()]
    .filter((char) => allowed(char.codePointAt(0) ?? 0))
    .join('')
}

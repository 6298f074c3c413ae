const widest = 100

/** Shows the line of a text that a position (in code points) is on, and a mark below the position, as databases do. */
export function markPlace(text: string, position: number): string {
  const before = Array.from(text).slice(0, position)
  const start = before.lastIndexOf('\n') + 1
  const number = before.filter((character) => character === '\n').length + 1
  const lineBefore = before.slice(start)
  const rest = text.slice(before.join('').length)
  const after = Array.from(/^[^\r\n]*/.exec(rest)![0])
  const skipped = Math.max(0, lineBefore.length - widest / 2)
  const shown = lineBefore.slice(skipped)
  const head = `LINE ${number}: ${skipped > 0 ? '…' : ''}`
  const tail = after.slice(0, widest - shown.length)
  const gap = shown.map((character) => (character === '\t' ? '\t' : ' ')).join('')
  return `${head}${shown.join('')}${tail.join('')}${tail.length < after.length ? '…' : ''}\n${' '.repeat(head.length)}${gap}^`
}

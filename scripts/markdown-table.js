/** Writes a table whose columns stand below one another in the text as well. */
export function toMarkdownTable(titles, rows) {
  const all = [titles, ...rows.map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')))]
  const widths = titles.map((_, column) => Math.max(...all.map((cells) => cells[column].length)))
  const toLine = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`
  const [head, ...body] = all.map(toLine)
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n')
}

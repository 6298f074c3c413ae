// The table of a run: one row a path and server, medians over the rounds, and our ratio to the others.

/** Writes the table as Markdown. */
export function summarize(results) {
  const rows = [['path', 'server', 'requests/s', 'p99 ms', 'ours ÷ this', 'target']]
  for (const path of new Set(results.map((result) => result.path))) {
    const ours = medianOf(results, 'deskwright', path, 'rate')
    for (const name of new Set(results.map((result) => result.name))) {
      const rate = medianOf(results, name, path, 'rate')
      const p99 = medianOf(results, name, path, 'p99')
      const ratio = name === 'deskwright' ? '' : (ours / rate).toFixed(2)
      rows.push([path.split('?')[0], name, rate.toFixed(0), p99.toFixed(2), ratio, targets[name] ?? ''])
    }
  }
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`)
  return [lines[0], `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.slice(1)].join('\n')
}

const targets = { 'node:http': '≥ 0.6', FastAPI: '≥ 5' }

function medianOf(results, name, path, key) {
  const values = results.filter((result) => result.name === name && result.path === path).map((result) => result[key])
  return values.sort((a, b) => a - b)[values.length >> 1]
}

import type { Paint } from '../../errors/render.ts'

/** How to write a table. */
export interface TableOptions {
  /** Columns of even width for people; else tabs between the cells, for other programs. */
  readonly aligned: boolean
  readonly paint: Paint
}

/** Writes a table with a head. Without rows there is nothing to write. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[], options: TableOptions): string {
  if (rows.length === 0) return ''
  if (!options.aligned) return [head, ...rows].map((cells) => cells.join('\t')).join('\n')
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)))
  const toLine = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return [options.paint('bold', toLine(head)), ...rows.map(toLine)].join('\n')
}

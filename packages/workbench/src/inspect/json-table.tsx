import type { JsonTable as Table } from './table-of.ts'
import { VirtualList } from './virtual-list.tsx'

const mostColumns = 60

/** Rows of any number as a plain table. */
export function JsonTable({ table, label }: { readonly table: Table; readonly label: string }) {
  const columns = table.columns.slice(0, mostColumns)
  const template = { gridTemplateColumns: `4em repeat(${columns.length}, minmax(7em, 1fr))` }
  const hidden = table.columns.length - columns.length
  return (
    <>
      {hidden > 0 && <p class="inspect-hint">{hidden} more columns are in the tree.</p>}
      <VirtualList
        label={label}
        rows={table.rows}
        head={
          <div class="inspect-cells head" style={template}>
            <span>#</span>
            {columns.map((column) => (
              <span key={column}>{column}</span>
            ))}
          </div>
        }
        draw={(row, index) => (
          <div key={index} class="inspect-cells" style={template}>
            <span class="inspect-count">{index}</span>
            {columns.map((column) => (
              <span key={column} class={typeof row[column] === 'number' ? 'number' : ''}>
                {toText(row[column])}
              </span>
            ))}
          </div>
        )}
      />
    </>
  )
}

function toText(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

import type { AcceptedWidget } from 'deskwright/spec'
import type { Reason } from './why-empty.ts'

const rowTypes: readonly string[] = ['table', 'metric', 'newsfeed', 'multi_file_viewer']
const rows = 'an array of objects, one a row'

/** Says what is wrong with the shape of data that is there, where the widget type needs a certain one. */
export function findShapeReason({ type, data }: AcceptedWidget, part: unknown): Reason | undefined {
  if (type === 'table' && !Array.isArray(part)) return explainNoRows(part)
  if (type === 'table' && Array.isArray(part)) return findColumnReason(data?.table?.columnsDefs ?? [], part)
  if (rowTypes.includes(type) && typeof part !== 'object') {
    return { message: `${describe(part)} came, but a ${type} needs ${rows}.`, hint: 'Answer with JSON.' }
  }
  if (type === 'chart' && !Array.isArray((part as { readonly data?: unknown } | null)?.data)) {
    return {
      message: `${describe(part)} came, but a chart needs a Plotly figure with "data" and "layout".`,
      hint: 'In Python: json.loads(figure.to_json()).',
    }
  }
  return undefined
}

function explainNoRows(part: unknown): Reason {
  const entries = typeof part === 'object' && part !== null ? Object.entries(part) : []
  const candidate = entries.find(([, value]) => Array.isArray(value))
  return {
    message: `${describe(part)} came, but a table needs ${rows}.`,
    hint:
      candidate === undefined
        ? 'Answer with [] or [{…}, …].'
        : `Set data.dataKey to "${candidate[0]}", or answer with that array.`,
  }
}

function findColumnReason(
  columns: readonly { readonly field?: string }[],
  part: readonly unknown[],
): Reason | undefined {
  const [first] = part
  if (typeof first !== 'object' || first === null) {
    return { message: `An array of ${describe(first)} came, but a table needs ${rows}.`, hint: 'Answer with objects.' }
  }
  const keys = new Set(part.slice(0, 50).flatMap((row) => Object.keys(row ?? {})))
  const fields = columns.flatMap(({ field }) => (field === undefined ? [] : [field]))
  const missing = fields.filter((field) => !keys.has(field))
  if (missing.length === 0 || missing.length < fields.length) return undefined
  return {
    message: `None of its columns is in the rows: ${missing.slice(0, 6).join(', ')}.`,
    hint: `The rows have: ${[...keys].slice(0, 12).join(', ')}. A column's field has to be spelled the same.`,
  }
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (typeof value === 'object') return `an object with ${Object.keys(value).slice(0, 6).join(', ') || 'no keys'}`
  return `a ${typeof value}`
}

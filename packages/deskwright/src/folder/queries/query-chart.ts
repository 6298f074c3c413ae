import { chart } from '../../index.ts'
import { usualPrices, type Drawing } from '../../define/figure/drawing.ts'
import type { AnyWidget } from '../../define/widget.ts'
import { findNearest } from '../../internal/nearest.ts'
import type { SqlColumn } from '../../sql/index.ts'
import { toTableFields } from '../data/table-fields.ts'
import type { QueryFile } from './query-file.ts'
import type { Prepared } from './query-widget.ts'
import type { RefuseLine } from './refuse-line.ts'

/** Makes the chart of an SQL file. Refuses columns that its query does not have. */
export function toQueryChart({ file, bind, columns, database, options, refuse }: Prepared): AnyWidget {
  const titles = toTableFields(columns, database.engine.dialect).map(({ name, column }) => [name, column] as const)
  return chart({
    ...options,
    ...toDrawing(file, columns, refuse),
    columns: Object.fromEntries(titles),
    load: (values) => database.query(bind(values)),
  })
}

function toDrawing(
  { x, y, z, by, kind, lines }: QueryFile,
  columns: readonly SqlColumn[],
  refuse: RefuseLine,
): Drawing {
  const find = (key: string, wanted: string): string => {
    const names = columns.map(({ name }) => name)
    const found = names.find((name) => name.toLowerCase() === wanted.toLowerCase())
    if (found !== undefined) return found
    const nearest = findNearest(wanted, names)
    const hint = nearest === undefined ? nameColumns(columns) : `Did you mean ${nearest}? ${nameColumns(columns)}`
    return refuse(
      lines.get(key) ?? lines.get('kind') ?? lines.get('type') ?? 1,
      `the query has no column "${wanted}"`,
      hint,
    )
  }
  const values = y.map((name) => find('y', name))
  const [value = ''] = values
  const series = by === undefined ? {} : { by: find('by', by) }
  switch (kind) {
    case 'candlestick': {
      const day = columns.find(({ type }) => /^(?:DATE|TIMESTAMP)/.test(type))
      const usual = Object.keys(usualPrices)
      const [open = '', high = '', low = '', close = ''] =
        y.length === 0 ? usual.map((name) => find('kind', name)) : values
      if (close === '')
        refuse(lines.get('y') ?? 1, 'a candlestick draws four columns', 'Write: -- y open, high, low, close')
      return { kind, x: find('x', x ?? day?.name ?? 'date'), ohlc: { open, high, low, close } }
    }
    case 'histogram':
      return { kind, x: find('x', x ?? ''), ...series }
    case 'pie':
      return { kind, x: find('x', x ?? ''), y: value }
    case 'heatmap':
      return { kind, x: find('x', x ?? ''), y: value, z: find('z', z ?? '') }
    default:
      return { kind, x: find('x', x ?? ''), y: values.length === 1 ? value : values, ...series }
  }
}

/** Lists columns, for hints. */
export function nameColumns(columns: readonly SqlColumn[]): string {
  return `It has ${columns.map(({ name }) => name).join(', ')}.`
}

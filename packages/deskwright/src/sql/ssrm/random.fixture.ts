import { scalarFilterTypes, textFilterTypes } from '../../spec/payloads/filter-types.ts'
import fc from 'fast-check'
import type { Cell, ModelColumn, ModelRow, ModelTable } from './model.fixture.ts'

/** What tries to leave the place where it was put. */
export const injections = [
  `' or 1=1 --`,
  `"; drop table t; --`,
  `x" union select * from t --`,
  `') or ('1'='1`,
  `%`,
  `_`,
  `\\`,
  `\${1}`,
  `$1`,
  `?`,
  `/* */`,
  `__proto__`,
  `constructor`,
  `'; select pg_sleep(9); --`,
]

const words = fc.constantFrom(
  '',
  ' ',
  '\t',
  'a',
  'A',
  'ab',
  'aB',
  'Bar',
  'é',
  'É',
  '中文',
  '😀',
  'z',
  'ß',
  'null',
  ...injections,
)

/** How cells of a kind are made, and what filters compare them with. */
interface Maker {
  readonly type: string
  readonly kind: ModelColumn['kind']
  readonly scale?: number
  readonly cell: fc.Arbitrary<Cell>
  readonly bound: fc.Arbitrary<string | number>
}

const whole = (type: string, ...values: readonly bigint[]): Maker => ({
  type,
  kind: 'number',
  scale: 0,
  cell: fc.constantFrom(...values),
  bound: fc.oneof(
    fc.constantFrom(...values.map(String)),
    fc.constantFrom<string | number>(
      0,
      1.5,
      -1.5,
      2,
      -200,
      200,
      '0.5',
      '99999999999999999999999999999999999999999',
      -1e20,
    ),
  ),
})
const day = fc
  .integer({ min: 0, max: 5 })
  .map((days) => new Date(Date.UTC(2020, 1, 27 + days)).toISOString().slice(0, 10))
const clock = fc.constantFrom('00:00:00', '09:30:00', '23:59:59')

const makers: readonly Maker[] = [
  whole('TINYINT', -128n, -1n, 0n, 1n, 2n, 127n),
  whole('INTEGER', -2n, 0n, 1n, 2n, 3n),
  whole('BIGINT', -9223372036854775808n, 9007199254740993n, 9007199254740992n, 0n, 7n, 9223372036854775807n),
  whole('UBIGINT', 0n, 1n, 18446744073709551615n),
  whole('HUGEINT', -170141183460469231731687303715884105728n, 0n, 5n, 170141183460469231731687303715884105727n),
  {
    type: 'DECIMAL(9,2)',
    kind: 'number',
    scale: 2,
    cell: fc.constantFrom(-150n, -1n, 0n, 1n, 150n, 999999999n),
    bound: fc.constantFrom<string | number>(0, 1.5, -1.5, 1.505, -0.011, '0.01', 9999999.99, 99999999, -1e9),
  },
  {
    type: 'DOUBLE',
    kind: 'float',
    cell: fc.constantFrom(-2.5, 0, 0.5, 1, 1.5, 1e15, Number.NaN, Infinity, -Infinity),
    bound: fc.constantFrom<string | number>(0, 0.5, '1', 1.25, -3, 1e300),
  },
  {
    type: 'FLOAT',
    kind: 'float',
    cell: fc.constantFrom(-2.5, 0, 0.5, 1, Number.NaN),
    bound: fc.constantFrom<string | number>(0, 0.5, '1', 1.25),
  },
  { type: 'VARCHAR', kind: 'text', cell: words, bound: words },
  { type: 'BOOLEAN', kind: 'boolean', cell: fc.boolean(), bound: fc.constantFrom('true', 'false', 'x') },
  {
    type: 'DATE',
    kind: 'date',
    cell: day,
    bound: fc.oneof(
      day,
      fc.tuple(day, clock).map(([date, time]) => `${date} ${time}`),
    ),
  },
  {
    type: 'TIMESTAMP',
    kind: 'timestamp',
    cell: fc.tuple(day, clock).map(([date, time]) => `${date}T${time}`),
    bound: fc.oneof(
      day,
      fc.tuple(day, clock).map(([date, time]) => `${date} ${time}`),
    ),
  },
]

const names = ['a', 'b"x', 'select', 'Ünï', 'c d', "q'", 'rowid2', 'n', '$1', 'c0', 'g', 'cells']

interface MadeColumn extends ModelColumn {
  readonly maker: Maker
}

/** Random tables: few different values, so that there are duplicates, groups and hits. */
export const tables: fc.Arbitrary<ModelTable & { readonly columns: readonly MadeColumn[] }> = fc
  .tuple(
    fc.shuffledSubarray(names, { minLength: 1, maxLength: 5 }),
    fc.array(fc.nat(makers.length - 1), { minLength: 5, maxLength: 5 }),
  )
  .map(([chosen, types]) =>
    chosen.map((name, index): MadeColumn => {
      const maker = makers[types[index]!]!
      return {
        name,
        type: maker.type,
        kind: maker.kind,
        ...(maker.scale !== undefined && { scale: maker.scale }),
        maker,
      }
    }),
  )
  .chain((columns) => {
    const row = fc.record(
      Object.fromEntries(columns.map(({ name, maker }) => [name, fc.option(maker.cell, { nil: null, freq: 5 })])),
    ) as fc.Arbitrary<ModelRow>
    return fc.record({ columns: fc.constant(columns), rows: fc.array(row, { maxLength: 30 }) })
  })

/** Random requests of a grid over a table. */
export function requestsOf({
  columns,
  rows,
}: {
  columns: readonly MadeColumn[]
  rows: readonly ModelRow[]
}): fc.Arbitrary<object> {
  const column = fc.constantFrom(...columns)
  const named = column.map(({ name }) => ({ id: name, field: name, displayName: name }))
  const groups = fc.uniqueArray(named, { maxLength: 2, selector: ({ id }) => id })
  const start = fc.constantFrom(0, 0, 0, 1, 5, 40)
  return fc
    .record({
      start,
      length: fc.constantFrom(100, 0, 1, 3, 10),
      rowGroupCols: fc.oneof(fc.constant([]), groups),
      opened: fc.nat(2),
      from: fc.array(fc.nat(Math.max(rows.length - 1, 0)), { minLength: 2, maxLength: 2 }),
      valueCols: fc.uniqueArray(
        fc
          .tuple(named, fc.constantFrom('sum', 'min', 'max', 'avg', 'count', 'first', 'last'))
          .map(([one, aggFunc]) => ({ ...one, aggFunc })),
        { maxLength: 3, selector: ({ id }) => id },
      ),
      pivotMode: fc.boolean(),
      pivotCols: fc.oneof(fc.constant([]), groups),
      sortModel: fc.uniqueArray(
        fc.record({
          colId: fc.oneof(
            column.map(({ name }) => name),
            fc.constant('ag-Grid-AutoColumn'),
          ),
          sort: fc.constantFrom('asc', 'desc'),
        }),
        { maxLength: 3, selector: ({ colId }) => colId },
      ),
      filterModel: fc.oneof(
        fc.constant({}),
        fc
          .array(
            column.chain((one) => fc.tuple(fc.constant(one.name), columnFilter(one))),
            { maxLength: 2 },
          )
          .map(Object.fromEntries),
        advanced(column, 2),
      ),
    })
    .map(({ start: startRow, length, opened, from, rowGroupCols, ...request }) => {
      const depth = Math.min(opened, rowGroupCols.length)
      const groupKeys = rowGroupCols.slice(0, depth).map(({ id }, level) => {
        const cell = rows[from[level]!]?.[id] ?? null
        const maker = columns.find(({ name }) => name === id)!
        return toKey(cell, maker)
      })
      return { startRow, endRow: startRow + length, rowGroupCols, groupKeys, ...request }
    })
}

/** A cell as the client sends it back. */
function toKey(cell: Cell, { scale = 0 }: ModelColumn): string | null {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return null
  return typeof cell === 'bigint' && scale > 0 ? String(Number(cell) / 10 ** scale) : String(cell)
}

function simple({ kind, maker }: MadeColumn): fc.Arbitrary<object> {
  const text = fc.record({ filterType: fc.constant('text'), type: fc.constantFrom(...textFilterTypes), filter: words })
  if (kind === 'boolean') {
    return fc.record({ filterType: fc.constant('boolean'), type: fc.constantFrom('true', 'false') })
  }
  if (kind === 'text') return text
  const bounds = fc.tuple(maker.bound, maker.bound)
  const isDate = kind === 'date' || kind === 'timestamp'
  return fc
    .tuple(fc.constantFrom(...scalarFilterTypes), bounds)
    .map(([type, [from, to]]) =>
      isDate
        ? { filterType: 'date', type, dateFrom: String(from), dateTo: String(to) }
        : { filterType: 'number', type, filter: from, filterTo: to },
    )
}

function columnFilter(column: MadeColumn): fc.Arbitrary<object> {
  const set = fc
    .array(fc.oneof(column.maker.bound.map(String), fc.constant(null), words), { maxLength: 3 })
    .map((values) => ({ filterType: 'set', values }))
  const one = simple(column)
  const type =
    column.kind === 'text'
      ? 'text'
      : column.kind === 'boolean'
        ? 'boolean'
        : ['date', 'timestamp'].includes(column.kind)
          ? 'date'
          : 'number'
  const combined = fc
    .tuple(fc.constantFrom('AND', 'OR'), fc.array(one, { maxLength: 3 }))
    .map(([operator, conditions]) => ({ filterType: type, operator, conditions }))
  const old = fc
    .tuple(fc.constantFrom('AND', 'OR'), one, one)
    .map(([operator, condition1, condition2]) => ({ filterType: type, operator, condition1, condition2 }))
  const multi = fc
    .array(fc.option(fc.oneof(one, set), { nil: null }), { maxLength: 2 })
    .map((filterModels) => ({ filterType: 'multi', filterModels }))
  return fc.oneof(one, set, combined, old, multi)
}

function advanced(column: fc.Arbitrary<MadeColumn>, depth: number): fc.Arbitrary<object> {
  const leaf = column.chain((one) =>
    simple(one)
      .map((filter) => filter as { filterType: string; type: string; filter?: unknown; dateFrom?: unknown })
      .filter(({ type }) => type !== 'inRange')
      .map(({ filterType, type, filter, dateFrom }) => ({
        filterType: filterType === 'date' ? 'dateString' : filterType,
        colId: one.name,
        type,
        ...(filterType !== 'boolean' && { filter: filter ?? dateFrom }),
      })),
  )
  if (depth === 0) return leaf
  return fc.oneof(
    leaf,
    fc
      .tuple(fc.constantFrom('AND', 'OR'), fc.array(advanced(column, depth - 1), { maxLength: 3 }))
      .map(([type, conditions]) => ({ filterType: 'join', type, conditions })),
  )
}

/** Writes a cell as a literal of DuckDB. */
export function toDuckdbLiteral(cell: Cell, { type, scale = 0 }: ModelColumn): string {
  if (cell === null) return 'null'
  const text = typeof cell === 'bigint' && scale > 0 ? (Number(cell) / 10 ** scale).toFixed(scale) : String(cell)
  return `cast('${text.replaceAll("'", "''")}' as ${type})`
}

import { toCodeBlock } from './code-block.ts'
import type { ConsoleLimits, ConsoleTable } from './console.ts'

/** Writes what an empty prompt is answered with: the tables, queries to begin with, and the limits. */
export function toHelpPage(tables: readonly ConsoleTable[], limits: ConsoleLimits): string {
  const readable = tables.filter(({ columns }) => columns.length > 0)
  const [first] = readable
  return [
    'Write one `SELECT` over these tables.',
    ...tables.map((table) => toCodeBlock(toListing(table))),
    ...(first === undefined ? [] : ['For example:', toCodeBlock(toSamples(first).join('\n\n'), 'sql')]),
    `A query shows up to ${limits.rows.toLocaleString('en')} rows, and runs for up to ${limits.milliseconds / 1000} s in ` +
      `${limits.megabytes.toLocaleString('en')} MB of memory. It cannot change anything.`,
  ].join('\n\n')
}

function toListing({ name, columns }: ConsoleTable): string {
  const width = Math.max(0, ...columns.map((column) => column.name.length))
  const lines = columns.map((column) => `  ${column.name.padEnd(width)}  ${column.type}`)
  return [name, ...(lines.length > 0 ? lines : ['  cannot be read at the moment'])].join('\n')
}

function toSamples({ name, columns }: ConsoleTable): string[] {
  const table = toName(name)
  const text = columns.find(({ type }) => /^(varchar|text|enum|character)/i.test(type))
  const number = columns.find(({ type }) => /int|double|float|real|decimal|numeric/i.test(type))
  const by = text && toName(text.name)
  return [
    `select * from ${table} limit 20`,
    `select count(*) as rows from ${table}`,
    ...(by === undefined ? [] : [`select ${by}, count(*) as rows from ${table}\ngroup by ${by} order by rows desc`]),
    ...(number === undefined
      ? []
      : [`select min(${toName(number.name)}), avg(${toName(number.name)}), max(${toName(number.name)}) from ${table}`]),
  ]
}

/** A name as it is written in SQL: in quotes only when it needs them. */
function toName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`
}

const reserved: ReadonlySet<string> = new Set(
  (
    'all analyze and any array as asc between by case cast check collate column constraint create default desc describe distinct ' +
    'do else end except exists false fetch for foreign from grant group having in initially intersect into is join lateral ' +
    'leading left like limit natural not null offset on only or order outer over pivot placing primary qualify references ' +
    'returning right select show some summarize symmetric table then to trailing true union unique unpivot using variadic ' +
    'when where window with'
  ).split(' '),
)

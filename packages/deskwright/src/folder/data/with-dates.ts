import { duckdbDialect } from '../../sql/duckdb/dialect.ts'
import { toTextLiteral } from '../../sql/duckdb/literal.ts'
import type { DataProbe, ProbeTools } from './data-probe.ts'
import { toPathList } from './path-list.ts'
import { readAll } from './read-all.ts'

/** Ways to write dates that mean one day only, and that DuckDB does not find by itself. */
const formats = [
  '%b %d %Y',
  '%b %d, %Y',
  '%B %d, %Y',
  '%B %d %Y',
  '%d %b %Y',
  '%d %B %Y',
  '%d-%b-%Y',
  '%Y/%m/%d',
  '%Y/%m/%d %H:%M',
  '%Y/%m/%d %H:%M:%S',
] as const

type Format = (typeof formats)[number]

const sampleSize = 100

/** Finds the columns of text that hold nothing but dates, and reads them as such. */
export async function withDates(probe: DataProbe, { files, database }: ProbeTools): Promise<DataProbe> {
  const { columns, reader, likeness, rows } = probe
  const texts = columns.filter(({ type }) => type === 'VARCHAR').map(({ name }) => name)
  if (texts.length === 0 || rows === undefined || rows === 0) return probe
  const source = reader(toPathList(files, [probe.file]), columns)

  const dates = new Map<string, Format>()
  const likely = await find(`(select * from ${source} limit ${sampleSize})`, texts)
  for (const { name, format } of likely.length === 0 ? [] : await find(source, texts, likely)) dates.set(name, format)
  if (dates.size === 0) return probe

  const replacements = [...dates].map(([name, format]) => {
    const column = duckdbDialect.quoteIdentifier(name)
    return `strptime(${column}, ${toTextLiteral(format)})::${toType(format)} as ${column}`
  })
  return {
    ...probe,
    columns: columns.map(({ name, type }) => ({ name, type: dates.has(name) ? toType(dates.get(name)!) : type })),
    reader: (paths, typed, more) => {
      const read = typed.map(({ name, type }) => ({ name, type: dates.has(name) ? 'VARCHAR' : type }))
      return `(select * replace (${replacements.join(', ')}) from ${reader(paths, read, more)})`
    },
    likeness: JSON.stringify([likeness, ...dates]),
  }

  /** Tries every format on every column, or those that are left. */
  async function find(from: string, names: readonly string[], left?: readonly Candidate[]): Promise<Candidate[]> {
    const tried = left ?? names.flatMap((name) => formats.map((format) => ({ name, format })))
    const tests = tried.map(({ name, format }, index) => {
      const column = duckdbDialect.quoteIdentifier(name)
      const parsed = `count(try_strptime(${column}, ${toTextLiteral(format)}))`
      return `count(${column}) > 0 and count(${column}) = ${parsed} as fits_${index}`
    })
    const [found = {}] = await readAll<Record<string, boolean>>(database, `select ${tests.join(', ')} from ${from}`)
    return tried.filter((_, index) => found[`fits_${index}`] === true)
  }
}

interface Candidate {
  readonly name: string
  readonly format: Format
}

function toType(format: Format): 'DATE' | 'TIMESTAMP' {
  return format.includes('%H') ? 'TIMESTAMP' : 'DATE'
}

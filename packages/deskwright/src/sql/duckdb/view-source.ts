import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { isFragment, type SqlFragment } from '../fragment.ts'
import { toStatement } from '../statement.ts'
import { literalDialect } from './dialect.ts'
import { toTextLiteral } from './literal.ts'

/**
 * What a view reads: a path or glob pattern (relative to the folder the process runs in), a `file:` URL
 * (`new URL('./data/prices.parquet', import.meta.url)`), or a query.
 */
export type ViewSource = string | URL | SqlFragment

/** A view, ready to be made. */
export interface View {
  readonly name: string
  /** For messages: the path, or `its query`. */
  readonly source: string
  readonly select: string
  /** The files it reads, when it is nothing but files. */
  readonly files?: ViewFiles
}

/** The files of a view. */
export interface ViewFiles {
  /** A path or glob pattern, as a literal. */
  readonly path: string
  /** The call of the table function that reads them. */
  readonly reader: string
}

const readers: Readonly<Record<string, (path: string) => string>> = {
  '.parquet': (path) => `read_parquet(${path})`,
  '.csv': (path) => `read_csv(${path})`,
  '.tsv': (path) => `read_csv(${path}, delim = '\t')`,
  '.json': (path) => `read_json(${path})`,
  '.ndjson': (path) => `read_json(${path}, format = 'newline_delimited')`,
  '.jsonl': (path) => `read_json(${path}, format = 'newline_delimited')`,
}

/** Turns the `views` option into queries. Throws `sql-view-format`. */
export function toViews(sources: Readonly<Record<string, ViewSource>>): readonly View[] {
  return Object.entries(sources).map(([name, source]) => {
    if (isFragment(source)) return { name, source: 'its query', select: toStatement(source, literalDialect).text }
    const path = source instanceof URL ? toPath(source) : source
    const [, ending] = /(\.[a-z0-9]+)(?:\.gz|\.zst)?$/i.exec(path) ?? []
    const reader = readers[ending?.toLowerCase() ?? '']
    if (!reader) throw new DeskwrightError('sql-view-format', { view: name, file: path, allowed: Object.keys(readers) })
    const files: ViewFiles = { path: toTextLiteral(path), reader: reader(toTextLiteral(path)) }
    return { name, source: `"${path}"`, select: `select * from ${files.reader}`, files }
  })
}

/** Turns a `file:` URL into a path, on Windows too. */
export function toPath(url: URL): string {
  if (url.protocol !== 'file:') return url.href
  const path = decodeURIComponent(url.pathname)
  return /^\/[a-z]:\//i.test(path) ? path.slice(1) : path
}

/** Writes the query for a text that changes with the files of a view: their names, sizes and times. */
export function toStampQuery({ path }: ViewFiles): string {
  return `select md5(string_agg(concat_ws('|', filename, size, epoch_us(last_modified)), chr(10) order by filename)) as stamp
    from read_blob(${path})`
}

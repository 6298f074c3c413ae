import { toTextLiteral } from '../../sql/duckdb/literal.ts'
import type { SqlColumn } from '../../sql/index.ts'
import { DeskwrightError } from '../../index.ts'
import { toColumnList } from '../data/column-list.ts'
import type { DataProbe, ProbeTools } from '../data/data-probe.ts'
import { findColumns } from '../data/find-columns.ts'
import { toPathList } from '../data/path-list.ts'
import { readAll } from '../data/read-all.ts'
import { withDates } from '../data/with-dates.ts'
import type { FolderFile } from '../folder-files.ts'
import { readBeginning } from '../read-beginning.ts'
import { findDialect, type CsvDialect } from './dialect.ts'
import { decodeText, type CsvEncoding } from './encoding.ts'
import { toColumnNames } from './column-names.ts'
import { readRecords } from './read-records.ts'

const headSize = 1024 * 1024
const newline = 10
/** For files that are small: otherwise each reading sets 32 MB aside. */
const smallBuffer = 4 * 1024 * 1024

/**
 * Finds out how a file of delimited text is written, which columns it has and of which types. The dialect is our own finding:
 * DuckDB's takes a broken row for another dialect, and leaves rows out at the beginning.
 */
export async function probeCsv(file: FolderFile, tools: ProbeTools): Promise<DataProbe> {
  const { files, database, wholeSize } = tools
  const { bytes, whole } = await readBeginning(files, file, wholeSize, headSize)
  const decoded = decodeText(bytes, whole)
  if (decoded === undefined) {
    const bad = bytes.findIndex((byte) => byte >= 0x80 && byte < 0xa0)
    throw new DeskwrightError('folder-file-broken', {
      file: file.path,
      line: bytes.subarray(0, bad).filter((byte) => byte === newline).length + 1,
      reason: 'the text is neither UTF-8 nor UTF-16 nor Latin-1',
      fix: 'Save it as UTF-8.',
    })
  }
  const text = decoded.text.replace(/^\uFEFF/, '')
  if (text.trim() === '') throw new DeskwrightError('folder-file-broken', { file: file.path, reason: 'it is empty' })
  const dialect = findDialect(text.slice(0, headSize), whole && text.length <= headSize, toDelimiter(file.path))
  const options = toOptions(dialect, decoded.encoding)
  const names = toNames(text, dialect)
  const path = toPathList(files, [file])
  const buffer = whole ? `, buffer_size = ${smallBuffer}` : ''
  const toSource = (paths: string, { columns, formats }: TypedColumns, more = '') =>
    `read_csv(${paths}, auto_detect = false, ${options}${buffer}, columns = ${toColumnList(columns)}${formats}${more})`

  const sniff = async (sample: number): Promise<TypedColumns> => {
    const [{ columns = [], date = null, timestamp = null } = {}] = await readAll<Partial<Sniffed>>(
      database,
      `select "Columns" as columns, "DateFormat" as date, "TimestampFormat" as timestamp
       from sniff_csv(${path}, ${options}${buffer}, sample_size = ${sample})`,
    )
    const types = columns.map(({ type }, index) => (dialect.asText.includes(index) ? 'VARCHAR' : type))
    return {
      columns: names.map((name, index) => ({ name, type: types[index] ?? 'VARCHAR' })),
      formats: toFormat('dateformat', date) + toFormat('timestampformat', timestamp),
    }
  }
  const asText = async () => ({ columns: names.map((name) => ({ name, type: 'VARCHAR' })), formats: '' })

  const { guess, rows } = whole
    ? await findColumns(database, [() => sniff(20_480), () => sniff(-1), asText], (guess) => toSource(path, guess))
    : { guess: await sniff(200_000), rows: undefined }
  const { columns, formats } = guess
  const reader: DataProbe['reader'] = (paths, typed, more) => toSource(paths, { columns: typed, formats }, more)
  const likeness = JSON.stringify(['csv', options, buffer, formats, names])
  return withDates({ file, columns, rows, reader, likeness }, tools)
}

interface TypedColumns {
  readonly columns: readonly SqlColumn[]
  readonly formats: string
}

function toFormat(option: string, format: string | null): string {
  return format === null ? '' : `, ${option} = ${toTextLiteral(format)}`
}

interface Sniffed {
  readonly columns: readonly SqlColumn[]
  readonly date: string | null
  readonly timestamp: string | null
}

function toDelimiter(path: string): string | undefined {
  return /\.tsv(?:\.\w+)?$/i.test(path) ? '\t' : undefined
}

function toOptions({ delimiter, header, skip, decimalComma, thousands }: CsvDialect, encoding: CsvEncoding): string {
  return [
    `delim = ${toTextLiteral(delimiter)}`,
    `quote = '"', escape = '"', comment = ''`,
    `header = ${header}`,
    `skip = ${skip}`,
    `encoding = '${encoding}'`,
    ...(decimalComma ? [`decimal_separator = ','`] : []),
    ...(thousands === undefined ? [] : [`thousands = '${thousands}'`]),
    'hive_partitioning = false',
  ].join(', ')
}

/** The names in the header, or numbers. */
function toNames(text: string, { delimiter, header, skip }: CsvDialect): string[] {
  const [first] = readRecords(text, delimiter, true, skip + 1).filter(({ line }) => line > skip)
  const fields = first?.fields ?? []
  return toColumnNames(header ? fields : fields.map(() => ''))
}

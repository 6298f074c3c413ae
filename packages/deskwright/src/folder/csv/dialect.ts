import { readRecords, type CsvRecord } from './read-records.ts'

/** How a file of delimited text is written. */
export interface CsvDialect {
  readonly delimiter: string
  /** Whether the first row names the columns. */
  readonly header: boolean
  /** Lines before the first row. */
  readonly skip: number
  readonly decimalComma: boolean
  /** What groups digits: `1,234.5`, `1.234,5`. */
  readonly thousands: ',' | '.' | undefined
  /** Columns, by position, whose numbers have leading zeros that would be lost. */
  readonly asText: readonly number[]
}

const delimiters = ['\t', ';', '|', ','] as const

/** Finds out the dialect from the beginning of a file. `whole` says whether that is all of it. */
export function findDialect(text: string, whole: boolean, given?: string): CsvDialect {
  const readings = (given === undefined ? delimiters : [given]).map((delimiter) => read(text, delimiter, whole))
  const steadiest = readings.reduce((before, next) => (next.score > before.score ? next : before))
  // A single column has no delimiter: one that does not occur does no harm.
  const single = readings.findLast(({ records }) => records.every(({ fields }) => fields.length === 1))
  const best = steadiest.score < halfSteady && single !== undefined ? single : steadiest
  const { delimiter, records, width } = best
  const first = Math.max(
    0,
    records.findIndex(({ fields }) => fields.length === width),
  )
  const head = records[first]?.fields ?? []
  const rows = records.slice(first + 1).filter(({ fields }) => fields.length === head.length)
  const columns = head.map((_, column) =>
    rows.map(({ fields }) => fields[column]!.trim()).filter((cell) => cell !== ''),
  )
  const decimalComma = delimiter !== ',' && columns.some(isDecimalComma)
  const thousands = decimalComma
    ? pick(
        columns.some((cells) => cells.every(isNumberWithComma) && cells.some(hasDotGroups)),
        '.',
      )
    : pick(
        columns.some((cells) => cells.length > 0 && cells.every(isPlainOrGrouped) && cells.some(hasCommaGroups)),
        ',',
      )
  return {
    delimiter,
    header: isHeader(head),
    skip: (records[first]?.line ?? 1) - 1,
    decimalComma,
    thousands,
    asText: columns.flatMap((cells, column) => (cells.some((cell) => /^0\d+$/.test(cell)) ? [column] : [])),
  }
}

const halfSteady = 5

interface DelimitedReading {
  readonly delimiter: string
  readonly records: readonly CsvRecord[]
  readonly width: number
  readonly score: number
}

/** A delimiter fits the better the more rows have one width, and then the more columns it makes. */
function read(text: string, delimiter: string, whole: boolean): DelimitedReading {
  const records = readRecords(text, delimiter, whole)
  const counts = new Map<number, number>()
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
  const [width, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [1, 0])
  const steadiness = width > 1 ? count / Math.max(1, records.length) : 0
  return { delimiter, records, width, score: Math.round(steadiness * 10) + Math.min(width, 9) / 10 }
}

const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i
const year = /^(?:1[5-9]|2[01])\d\d$/

/** Names are no numbers and no dates; but a text followed by years is the header of a wide table. */
function isHeader(fields: readonly string[]): boolean {
  const cells = fields.map((field) => field.trim())
  const values = cells.filter((cell) => number.test(cell) || /^\d{4}-\d\d-\d\d/.test(cell))
  if (values.length === 0) return true
  const [first = ''] = cells
  return !values.includes(first) && values.every((cell) => year.test(cell)) && new Set(values).size === values.length
}

const isNumberWithComma = (cell: string): boolean => /^[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/.test(cell)
const hasDotGroups = (cell: string): boolean => /\d\.\d{3},\d/.test(cell)
const isPlainOrGrouped = (cell: string): boolean => /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?$/.test(cell)
const hasCommaGroups = (cell: string): boolean => /\d,\d{3}/.test(cell)

function isDecimalComma(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.includes(',')) && cells.every(isNumberWithComma)
}

function pick<Value>(condition: boolean, value: Value): Value | undefined {
  return condition ? value : undefined
}

import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { Database } from '../database.ts'
import type { RowPlace } from '../engine.ts'
import type { SqlFragment } from '../fragment.ts'
import { toStatement, type Statement } from '../statement.ts'
import { sql } from '../tag.ts'
import { toGridColumn } from './column.ts'
import type { GridSource } from './grid-source.ts'
import { createKept } from './kept.ts'
import { isRelation, toFromClause } from '../relation-source.ts'

/** A source, and which state of its rows it is about. */
export interface KnownSource {
  readonly source: GridSource
  /** Changes when the rows have changed. */
  readonly version: string
  /** Whether it was known before it was asked for. */
  readonly remembered: boolean
}

/** Finds out what grids are read from, and remembers it. */
export interface Sources {
  find(from: SqlFragment, signal?: AbortSignal): Promise<KnownSource>
  /** Forgets a source that does not fit its rows any more. */
  forget(from: SqlFragment): void
}

interface Entry {
  readonly place: RowPlace | undefined
  readonly source: GridSource
  readonly version: string
  readonly checkedAt: number
}

/** How long rows are taken to be the same without looking, where one can look; and where one cannot. In milliseconds. */
const lookAgainAfter = 1000
const unseenFor = 10_000

/** Makes an empty memory of sources. */
export function createSources(database: Database, now: () => number): Sources {
  const { dialect } = database.engine
  const entries = createKept<Entry>({ size: 200, time: Infinity, now })

  return {
    async find(from, signal) {
      const key = toStatementKey(toStatement(from, dialect))
      const known = entries.get(key)
      if (known && now() - known.checkedAt < (known.place ? lookAgainAfter : unseenFor))
        return { ...known, remembered: true }
      if (known?.place && (await known.place.version(signal)) === known.version) {
        entries.set(key, { ...known, checkedAt: now() }, 1)
        return { ...known, remembered: true }
      }
      const entry = await describe(from, signal)
      entries.set(key, entry, 1)
      return { ...entry, remembered: false }
    },
    forget: (from) => entries.delete(toStatementKey(toStatement(from, dialect))),
  }

  async function describe(from: SqlFragment, signal?: AbortSignal): Promise<Entry> {
    const { grid } = dialect
    if (grid === undefined) throw new DeskwrightError('ssrm-unsupported', { dialect: dialect.name })
    const checkedAt = now()
    const place = isRelation(from) ? await database.engine.place?.(from.path, signal) : undefined
    const version = place ? await place.version(signal) : String(checkedAt)
    const clause = place?.from ?? toFromClause(from)
    const described = await database.columns(sql`select * from ${clause}`, signal)
    const source: GridSource = {
      dialect: grid,
      from: clause,
      columns: described.map((column) => toGridColumn(column, grid)),
      keepsOrder: grid.keepsOrder && (isRelation(from) || !mayMixRows(from)),
      ...(place && { key: place.key, seekable: place.seekable ?? false }),
    }
    if (!place?.knowsExtremes) return { place, source, version, checkedAt }
    const finite = await findFinite(source, signal)
    const columns = described.map((column) => toGridColumn(column, grid, finite.has(column.name)))
    return { place, source: { ...source, columns }, version, checkedAt }
  }

  /** Finds the columns that hold neither NaN nor infinities, by their greatest and their least value. */
  async function findFinite({ dialect: grid, columns, from }: GridSource, signal?: AbortSignal): Promise<Set<string>> {
    const doubtful = columns.filter(({ kind }) => ['float', 'date', 'timestamp'].includes(kind.is))
    if (doubtful.length === 0) return new Set()
    const tests = doubtful.map(({ name, kind }, index) => {
      const [least, greatest] = [sql`min(${sql.identifier(name)})`, sql`max(${sql.identifier(name)})`]
      return sql`(${least} is null or (${grid.toFinite(least, kind)} is not null and ${grid.toFinite(greatest, kind)} is not null))
        as ${sql.identifier(`c${index}`)}`
    })
    const [row] = await database
      .query<Record<string, boolean>>(sql`select ${sql.join(tests)} from ${from}`)
      .rows(signal)
    return new Set(doubtful.filter((_column, index) => row?.[`c${index}`] === true).map(({ name }) => name))
  }
}

/** A query that groups or joins may give its rows in another order each time, unless it says in which. */
function mayMixRows({ parts }: SqlFragment): boolean {
  const text = parts.filter((part) => typeof part === 'string').join(' ')
  return /\b(group\s+by|distinct|join|union|intersect|except)\b/i.test(text) && !/\border\s+by\b/i.test(text)
}

/** Writes what makes two statements the same. */
export function toStatementKey({ text, values }: Statement): string {
  return JSON.stringify([text, values], (_name, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
}

import type { Calendar } from '../../define/trading/calendar.ts'
import type { BarRange } from '../../define/trading/history.ts'
import { toSeconds } from '../../define/trading/resolution.ts'
import { toWhole } from '../../define/trading/load-bars.ts'
import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'

/** The columns of a table of bars. */
export interface BarColumns {
  readonly symbol: string
  readonly time: string
  readonly open: string
  readonly high: string
  readonly low: string
  readonly close: string
  /** `null` when the table has none. */
  readonly volume: string | null
}

/** Bars of one symbol in a table. */
export interface StoredBars {
  /** What stands after `from`. */
  readonly from: SqlFragment
  readonly columns: BarColumns
  readonly symbol: string
  /** Whether the time column says its zone, rather than being UTC. */
  readonly zoned: boolean
}

/** A bar as the query gives it: `k` is its key in the calendar. */
export interface FoundBar {
  readonly k: number
  readonly o: number | null
  readonly h: number | null
  readonly l: number | null
  readonly c: number | null
  readonly v: number | null
}

const firstMonday = 4 * 86_400

/** Makes the bars of a range of those that are stored, in the database. */
export function toBarQuery(
  { from, columns, symbol, zoned }: StoredBars,
  calendar: Calendar,
  range: BarRange,
): SqlFragment {
  const name = (column: string) => sql.identifier(column)
  const time = name(columns.time)
  const whole = toWhole(range, calendar)
  const moment = (seconds: number) => {
    const text = new Date(seconds * 1000).toISOString()
    return zoned ? sql`cast(${text} as timestamptz)` : sql`cast(${text.slice(0, -1)} as timestamp)`
  }
  const price = (column: string) => sql`cast(${name(column)} as double precision)`
  const volume = columns.volume === null ? sql`cast(null as double precision)` : price(columns.volume)
  return sql`select k, (array_agg(o order by t))[1] as o, max(h) as h, min(l) as l, (array_agg(c order by t desc))[1] as c, sum(v) as v
    from (
      select ${toKey(time, zoned, calendar)} as k, ${time} as t, ${price(columns.open)} as o, ${price(columns.high)} as h,
        ${price(columns.low)} as l, ${price(columns.close)} as c, ${volume} as v
      from ${from}
      where ${name(columns.symbol)} = ${symbol} and ${time} >= ${moment(whole.from)} and ${time} < ${moment(whole.to)}
        and ${name(columns.open)} is not null and ${name(columns.close)} is not null
    ) as bars group by k order by k`
}

/** Writes what \`calendar.toKey\` computes. */
function toKey(time: SqlFragment, zoned: boolean, { resolution, offset, shift, timezone }: Calendar): SqlFragment {
  const { unit, count } = resolution
  const utc = zoned ? sql`timezone('UTC', ${time})` : sql`cast(${time} as timestamp)`
  const zone = sql`cast(${timezone ?? 'UTC'} as text)`
  const local = timezone === undefined ? utc : sql`timezone(${zone}, timezone('UTC', ${utc}))`
  if (unit === 'month') {
    const date = sql`(${local} + ${shift} * interval '1 second')`
    return floor(sql`(extract(year from ${date}) * 12 + extract(month from ${date}) - 1)`, count, 0)
  }
  const step = unit === 'minute' ? count * 60 : toSeconds(resolution)
  const from = unit === 'minute' ? offset : unit === 'week' ? firstMonday : 0
  return floor(sql`(extract(epoch from ${local}) + cast(${shift} as integer))`, step, from)
}

function floor(value: SqlFragment, step: number, from: number): SqlFragment {
  const [length, begin] = [sql`cast(${step} as double precision)`, sql`cast(${from} as double precision)`]
  return sql`cast(floor((cast(${value} as double precision) - ${begin}) / ${length}) * ${length} + ${begin} as bigint)`
}

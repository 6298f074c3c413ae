import { chart, column, metric, param, table } from 'deskwright'
import { sql, ssrmTable } from 'deskwright/sql'
import { db } from './data.ts'

const busiest = db.query<{ airport: string; flights: number }>(sql`
  select origin as airport, count(*) as flights from flights group by origin order by flights desc limit 50`)

const origin = param.endpoint('From', {
  value: 'ATL',
  options: async () => {
    const airports = await busiest.rows()
    return airports.map(({ airport, flights }) => ({
      label: airport,
      value: airport,
      extraInfo: { rightOfDescription: `${flights.toLocaleString('en')} flights` },
    }))
  },
})

/** The destinations depend on the origin: Workspace asks again when it changes. */
const destination = param.endpoint('To', {
  optionsParams: { origin },
  options: ({ origin }) =>
    db.values(sql`select distinct destination from flights where origin = ${origin ?? ''} order by 1`),
})

const selected = (origin: string, destination: string | undefined) =>
  sql`from flights where origin = ${origin} and (${destination ?? null}::varchar is null or destination = ${destination ?? null})`

export const routes = table({
  name: 'Routes',
  description: 'Where flights from one airport go, and how late they leave; click a destination to look at it alone',
  category: 'Flights',
  source: 'vega-datasets',
  gridData: { w: 18, h: 14 },
  params: { origin },
  columns: {
    destination: column.text('To', { pinned: 'left', width: 90, sets: destination }),
    flights: column.integer('Flights'),
    distance: column.integer('Miles'),
    delay: column.number('Mean delay', {
      decimalPlaces: 1,
      suffix: ' min',
      colorRules: [
        { condition: 'gt', value: 10, color: 'red' },
        { condition: 'lte', value: 5, color: 'green' },
      ],
    }),
    late: column.normalizedPercent('Over 15 min late', { decimalPlaces: 0 }),
  },
  load: ({ origin }) =>
    db.query(sql`
    select destination, count(*) as flights, max(distance) as distance, avg(delay) as delay,
      avg((delay > 15)::int) as late
    from flights where origin = ${origin} group by destination order by flights desc`),
})

export const delays = chart({
  name: 'Delay by hour',
  description: 'The mean delay of departures by the hour of the day',
  category: 'Flights',
  source: 'vega-datasets',
  gridData: { w: 22, h: 14 },
  params: { origin, destination },
  kind: 'bar',
  x: 'hour',
  y: 'delay',
  columns: { delay: column.number('Mean delay', { decimalPlaces: 1, suffix: ' min' }) },
  load: ({ origin, destination }) =>
    db.query<{ hour: number; delay: number; flights: number }>(sql`
    select hour(date)::int as hour, avg(delay) as delay, count(*) as flights
    ${selected(origin, destination)} group by 1 order by 1`),
})

const punctualityOf = (origin: string, destination: string | undefined) =>
  db.query<{ flights: number; delay: number; punctual: number }>(sql`
    select count(*) as flights, avg(delay) as delay, avg((delay <= 15)::int) as punctual
    ${selected(origin, destination)} having count(*) > 0`)

export const punctuality = metric({
  name: 'Punctuality',
  description: 'How many flights there are, and how many leave in time',
  category: 'Flights',
  source: 'vega-datasets',
  gridData: { w: 40, h: 5 },
  params: { origin, destination },
  load: async ({ origin, destination }) => {
    const found = await punctualityOf(origin, destination).rows()
    return found.flatMap(({ flights, delay, punctual }) => [
      { label: 'Flights', value: flights.toLocaleString('en') },
      { label: 'Mean delay', value: `${delay.toFixed(1)} min` },
      { label: 'Within 15 minutes', value: `${(punctual * 100).toFixed(0)} %` },
    ])
  },
})

export const allFlights = ssrmTable({
  name: 'All flights',
  description: 'Three million departures of 2001, paged, sorted, filtered and grouped on the server',
  category: 'Flights',
  source: 'vega-datasets',
  gridData: { w: 40, h: 16 },
  from: db.table('flights'),
  columns: {
    date: column.date('Departure', { width: 170 }),
    origin: column.text('From', { width: 90 }),
    destination: column.text('To', { width: 90 }),
    distance: column.integer('Miles'),
    delay: column.integer('Delay', { suffix: ' min' }),
  },
})

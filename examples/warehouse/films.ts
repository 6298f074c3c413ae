import { chart, column, metric, param, table } from 'deskwright'
import { sql, ssrmTable } from 'deskwright/sql'
import { db } from './data.ts'

const genre = param.endpoint('Genre', {
  value: 'Drama',
  description: 'The kind of film',
  options: () => db.values(sql`select distinct genre from film order by 1`),
})

/** Depends on the genre: only distributors who have films of it. */
const distributors = param.endpoint('Distributors', {
  value: '',
  multiSelect: true,
  description: 'Whose films; all when nothing is chosen',
  optionsParams: { genre },
  options: ({ genre }) =>
    db.values(sql`select distinct distributor from film_sheet where genre = ${genre ?? ''} order by 1`),
})

interface Chosen {
  readonly genre: string
  readonly distributors: readonly string[]
}

const chosen = ({ genre, distributors }: Chosen) => {
  const ofThem = distributors.length === 0 ? sql`` : sql`and distributor in ${distributors}`
  return sql`(select * from film_sheet where genre = ${genre} ${ofThem}) as film`
}

export const genres = table({
  name: 'Genres',
  description: 'What films of each genre cost and took in; click one to load it',
  category: 'Film',
  source: 'vega-datasets',
  gridData: { w: 20, h: 12 },
  columns: {
    genre: column.text('Genre', { pinned: 'left', sets: genre }),
    films: column.integer('Films'),
    budget: column.number('Mean budget, m', { prefix: '$', decimalPlaces: 1 }),
    gross: column.number('Mean gross, m', { prefix: '$', decimalPlaces: 1 }),
    imdb: column.number('IMDb', { decimalPlaces: 1 }),
    trend: column.sparkline('Films a year since 1990', { type: 'bar' }),
  },
  load: () =>
    db.query(sql`
    select genre, sum(films)::int as films, sum(budget) / nullif(sum(budgets), 0) / 1e6 as budget,
      sum(gross) / nullif(sum(grosses), 0) / 1e6 as gross, sum(imdb) / nullif(sum(rated), 0) as imdb,
      array_agg(films order by year) filter (where year >= 1990) as trend
    from (
      select genre, extract(year from released)::int as year, count(*) as films, sum(budget) as budget, count(budget) as budgets,
        sum(world_gross) as gross, count(world_gross) as grosses, sum(imdb) as imdb, count(imdb) as rated
      from film group by 1, 2) as years
    group by 1 order by films desc`),
})

export const figures = metric({
  name: 'Key figures',
  description: 'The films of a genre in four numbers',
  category: 'Film',
  source: 'vega-datasets',
  gridData: { w: 20, h: 5 },
  params: { genre, distributors },
  load: async (params) => {
    const [found] = await db
      .query<{ films: number; budget: number | null; gross: number | null; best: string | null }>(
        sql`
        select count(*) as films, sum(budget) / 1e9 as budget, sum(world_gross) / 1e9 as gross,
          (array_agg(title order by imdb desc nulls last, votes desc))[1] as best
        from ${chosen(params)}`,
      )
      .rows()
    const { films, budget, gross, best } = found!
    return [
      { label: 'Films', value: films.toLocaleString('en') },
      { label: 'Budgets, $ bn', value: (budget ?? 0).toFixed(2) },
      { label: 'World gross, $ bn', value: (gross ?? 0).toFixed(2) },
      { label: 'Best on IMDb', value: best ?? '–' },
    ]
  },
})

export const years = chart({
  name: 'Year by year',
  description: 'What the films of a genre cost and took in, by the year of their release',
  category: 'Film',
  source: 'vega-datasets',
  gridData: { w: 20, h: 12 },
  params: { genre, distributors },
  x: 'year',
  y: ['budget', 'gross'],
  columns: {
    budget: column.number('Budgets, $ m', { decimalPlaces: 0 }),
    gross: column.number('World gross, $ m', { decimalPlaces: 0 }),
  },
  load: (params) =>
    db.query<{ year: string; budget: number | null; gross: number | null }>(sql`
    select date_trunc('year', released)::date as year, sum(budget) / 1e6 as budget, sum(world_gross) / 1e6 as gross
    from ${chosen(params)} group by 1 order by 1`),
})

export const films = ssrmTable({
  name: 'Films',
  description: 'Every film: paged, sorted, filtered and grouped by the server',
  category: 'Film',
  source: 'vega-datasets',
  gridData: { w: 40, h: 16 },
  from: db.table('film_sheet'),
  columns: {
    title: column.text('Title', { pinned: 'left', width: 240 }),
    distributor: column.text('Distributor'),
    genre: column.text('Genre'),
    released: column.date('Released'),
    rating: column.text('Rating'),
    budget: column.number('Budget', { prefix: '$', decimalPlaces: 0 }),
    world_gross: column.number('World gross', { prefix: '$', decimalPlaces: 0 }),
    imdb: column.number('IMDb', { decimalPlaces: 1 }),
  },
})

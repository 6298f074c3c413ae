import { column, markdown, metric, param, table, vegaLite } from 'deskwright'
import { sql } from 'deskwright/sql'
import { db } from './data.ts'
import { colors } from './theme.ts'

const industries = param.endpoint('Industries', {
  value: 'Construction,Finance,Information',
  multiSelect: true,
  description: 'Which industries to compare',
  options: () => db.values(sql`select distinct industry from unemployment order by 1`),
})

const rates = (industries: readonly string[]) =>
  db.query(sql`
  select month, industry, rate from unemployment
  where industry in ${industries} order by month, industry`)

export const unemployment = vegaLite({
  name: 'Unemployment by industry',
  description: 'The unemployment rate of some industries in the United States, 2000 to 2010',
  category: 'Economy',
  source: 'vega-datasets',
  gridData: { w: 26, h: 14 },
  params: { industries },
  load: async ({ industries }, { theme }) => {
    const { text, grid } = colors[theme]
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
      background: 'transparent',
      data: { values: await rates(industries).rows() },
      mark: { type: 'line', tooltip: true },
      encoding: {
        x: { field: 'month', type: 'temporal', title: null },
        y: { field: 'rate', type: 'quantitative', title: 'Rate, %' },
        color: { field: 'industry', type: 'nominal', title: null },
      },
      config: { axis: { labelColor: text, titleColor: text, gridColor: grid }, legend: { labelColor: text } },
    }
  },
  raw: ({ industries }) => rates(industries),
})

export const ranking = table({
  name: 'Where jobs are hardest to find',
  description: 'Industries by their last unemployment rate; click one to see it alone',
  category: 'Economy',
  source: 'vega-datasets',
  gridData: { w: 14, h: 14 },
  columns: {
    industry: column.text('Industry', { sets: industries }),
    rate: column.percent('Rate', { decimalPlaces: 1 }),
    change: column.number('A year before', { decimalPlaces: 1, suffix: ' pp', renderFn: 'greenRed' }),
    people: column.integer('People, thousands'),
  },
  load: () =>
    db.query(sql`
    select industry, arg_max(rate, month) as rate,
      arg_max(rate, month) - max(rate) filter (month = date '2009-02-01') as change,
      arg_max(count, month) as people
    from unemployment group by industry order by rate desc`),
})

const lastMonth = db.query<{ month: string; nonfarm: number; nonfarm_change: number; manufacturing: number }>(sql`
  select month, nonfarm, nonfarm_change, manufacturing from employment order by month desc limit 1`)

export const jobs = metric({
  name: 'Jobs',
  description: 'Non-farm employment in the United States and its last change, in thousands',
  category: 'Economy',
  source: 'vega-datasets',
  gridData: { w: 20, h: 5 },
  load: async () => {
    const months = await lastMonth.rows()
    return months.flatMap(({ month, nonfarm, nonfarm_change, manufacturing }) => [
      {
        label: `Non-farm jobs, ${month.slice(0, 7)}`,
        value: `${(nonfarm / 1000).toFixed(1)} m`,
        delta: nonfarm_change,
      },
      { label: 'Manufacturing', value: `${(manufacturing / 1000).toFixed(1)} m` },
    ])
  },
})

const detail = param.boolean('By sector', { description: 'Shows the sectors beside the total' })

export const employment = table({
  name: 'Employment',
  description: 'Jobs in the United States month by month, in thousands',
  category: 'Economy',
  source: 'vega-datasets',
  gridData: { w: 20, h: 12 },
  params: { detail },
  chartView: { enabled: true, chartType: 'line', cellRangeCols: { line: ['month', 'nonfarm'] } },
  load: ({ detail }) =>
    detail
      ? db.query(
          sql`select month, nonfarm, construction, manufacturing, retail_trade, information, government from employment order by month`,
        )
      : db.query(sql`select month, nonfarm from employment order by month`),
})

const rowCounts = db.query<{ data: string; rows: number; file: string }>(sql`
  select 'S&P 500, daily' as data, (select count(*) from sp500) as rows, 'sp500-2000.csv' as file
  union all select 'Five stocks, monthly', (select count(*) from stocks), 'stocks.csv'
  union all select 'Flights in the United States', (select count(*) from flights), 'flights-3m.parquet'`)

export const about = markdown({
  name: 'About the data',
  description: 'Where the numbers of this desk come from',
  category: 'Help',
  gridData: { w: 20, h: 12 },
  load: async () => {
    const counts = await rowCounts.rows()
    const lines = counts.map(({ data, rows, file }) => `| ${data} | ${rows.toLocaleString('en')} | \`${file}\` |`)
    return `# About the data

Everything on this desk is real and comes with the npm package \`vega-datasets\`; DuckDB reads its files in place.

| data | rows | file |
| --- | ---: | --- |
${lines.join('\n')}

A return over one month is $r_t = p_t / p_{t-1} - 1$.`
  },
})

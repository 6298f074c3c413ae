import { column, markdown, param, table } from 'deskwright'
import { sql } from 'deskwright/sql'
import { companies, db } from './data.ts'

const maker = param.endpoint('Manufacturer', {
  value: 'toyota',
  options: () => db.values(sql`select distinct split_part("Name", ' ', 1) from cars order by 1`),
})
const year = param.text('Model year', { value: '1982', options: ['1982', '1980', '1978', '1976'] })

const averages = (company: string, when: string) =>
  db.query<{ cars: number; power: number | null; miles: number | null; weight: number | null }>(sql`
    select count(*) as cars, avg("Horsepower") as power, avg("Miles_per_Gallon") as miles, avg("Weight_in_lbs") as weight
    from cars where split_part("Name", ' ', 1) = ${company} and "Year"::date <= ${`${when}-12-31`}::date`)

const symbol = param.endpoint('Symbol', {
  value: 'AAPL',
  options: () => companies.map(({ label, value }) => ({ label, value })),
})

/** Widgets that share parameters, and follow one another. */
export const groups = {
  company_performance: table({
    name: 'Cars of a manufacturer',
    endpoint: 'company_performance',
    gridData: { w: 16, h: 8 },
    showAll: true,
    params: { company: maker, year },
    columns: {
      metric: column.text('Metric', { width: 150 }),
      value: column.text('Value', { width: 150 }),
      change: column.percent('Against all', { renderFn: 'greenRed', width: 150 }),
    },
    load: async ({ company, year: when }) => {
      const [own] = await averages(company, when).rows()
      const [all] = await db
        .query<{ power: number; miles: number; weight: number }>(
          sql`select avg("Horsepower") as power, avg("Miles_per_Gallon") as miles, avg("Weight_in_lbs") as weight from cars`,
        )
        .rows()
      const line = (metric: string, value: number | null | undefined, usual: number | undefined) => ({
        metric,
        value: value == null ? '–' : value.toFixed(1),
        change: value == null || usual === undefined ? null : (value / usual - 1) * 100,
      })
      return [
        line('Models', own?.cars, undefined),
        line('Horsepower', own?.power, all?.power),
        line('Miles per gallon', own?.miles, all?.miles),
        line('Weight in pounds', own?.weight, all?.weight),
      ]
    },
  }),
  company_details: markdown({
    name: 'About a manufacturer',
    endpoint: 'company_details',
    gridData: { w: 16, h: 8 },
    params: { company: maker, year },
    load: async ({ company, year: when }) => {
      const [own] = await averages(company, when).rows()
      return `# ${company}\n\n${own?.cars ?? 0} models up to ${when}.`
    },
  }),
  table_widget_with_grouping_by_cell_click: table({
    name: 'Stocks to click',
    endpoint: 'table_widget_with_grouping_by_cell_click',
    gridData: { w: 20, h: 9 },
    showAll: true,
    params: { symbol },
    columns: {
      symbol: column.text('Symbol', { width: 120, pinned: 'left', sets: symbol }),
      price: column.number('Price', { formatterFn: 'none', width: 120 }),
      change: column.percent('Change', { renderFn: 'greenRed', width: 120 }),
      volume: column.integer('Months', { width: 150 }),
    },
    load: () =>
      db.query(sql`
        select symbol, arg_max(price, month) as price, count(*) as volume,
          (arg_max(price, month) / arg_min(price, month) - 1) * 100 as change
        from stocks group by symbol order by symbol`),
  }),
  widget_managed_by_parameter_from_cell_click_on_table_widget: markdown({
    name: 'The stock that was clicked',
    endpoint: 'widget_managed_by_parameter_from_cell_click_on_table_widget',
    gridData: { w: 20, h: 6 },
    params: { symbol },
    load: ({ symbol: clicked }) => {
      const company = companies.find(({ value }) => value === clicked)
      return `# ${company?.label ?? clicked}\n\n${company?.extraInfo.description ?? ''}`
    },
  }),
}

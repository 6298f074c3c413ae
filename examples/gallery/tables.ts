import { column, table } from 'deskwright'
import { sql, ssrmTable } from 'deskwright/sql'
import { chains, db } from './data.ts'

const rows = () => chains.map(({ name, tvl, change_1d, change_7d }) => ({ name, tvl, change_1d, change_7d }))
const percent = { width: 120, minWidth: 70, maxWidth: 150 } as const

const plain = table({
  name: 'Table',
  description: 'Rows as they are: the columns follow from them',
  endpoint: 'table_widget',
  gridData: { w: 12, h: 4 },
  load: rows,
})

const defined = table({
  name: 'Table with columns',
  description: 'Headers, formats, widths, a pinned and a hidden column',
  endpoint: 'table_widget_with_column_definitions',
  gridData: { w: 20, h: 6 },
  columns: {
    name: column.text('Asset', { formatterFn: 'none', renderFn: 'titleCase', width: 120, pinned: 'left' }),
    tvl: column.integer('TVL (USD)', { headerTooltip: 'Total value locked', width: 150 }),
    change_1d: column.percent('24h change', percent),
    change_7d: column.percent('7d change', { ...percent, hide: true }),
  },
  load: rows,
})

const rendered = table({
  name: 'Table with render functions',
  description: 'Colours by rules and by sign',
  endpoint: 'table_widget_with_render_functions',
  gridData: { w: 20, h: 6 },
  columns: {
    name: column.text('Asset', { formatterFn: 'none', renderFn: 'titleCase', width: 120, pinned: 'left' }),
    tvl: column.integer('TVL (USD)', {
      headerTooltip: 'Total value locked',
      width: 150,
      colorRules: [
        { condition: 'between', range: { min: 30_000_000_000, max: 40_000_000_000 }, color: 'blue', fill: false },
        { condition: 'lt', value: 10_000_000_000, color: '#FFA500', fill: false },
        { condition: 'gt', value: 40_000_000_000, color: 'green', fill: true },
      ],
    }),
    change_1d: column.percent('24h change', { ...percent, renderFn: 'greenRed' }),
    change_7d: column.percent('7d change', { ...percent, renderFn: 'greenRed' }),
  },
  load: rows,
})

const hovered = table({
  name: 'Table with hover cards',
  description: 'A card with more about an asset, under the pointer',
  endpoint: 'table_widget_with_hover_card',
  gridData: { w: 20, h: 6 },
  columns: {
    name: column.hoverCard('Asset', {
      width: 120,
      pinned: 'left',
      hoverCard: {
        cellField: 'value',
        title: 'The project',
        markdown: '### {value}, since {foundedDate}\n{description}',
      },
    }),
    tvl: column.integer('TVL (USD)', { headerTooltip: 'Total value locked', width: 150 }),
    change_1d: column.percent('24h change', { ...percent, renderFn: 'greenRed' }),
    change_7d: column.percent('7d change', { ...percent, renderFn: 'greenRed' }),
  },
  load: () =>
    chains.map(({ name, founded, description, tvl, change_1d, change_7d }) => ({
      name: { value: name, description, foundedDate: founded },
      tvl,
      change_1d,
      change_7d,
    })),
})

const asColumns = table({
  name: 'Table as a chart',
  description: 'Shown as columns at first',
  endpoint: 'table_to_chart_widget',
  gridData: { w: 20, h: 12 },
  enableCharts: true,
  showAll: false,
  chartView: { enabled: true, chartType: 'column' },
  columns: {
    name: column.text('Asset', { chartDataType: 'category' }),
    tvl: column.number('TVL (USD)', { chartDataType: 'series' }),
    change_1d: column.percent('24h change', { chartDataType: 'excluded' }),
    change_7d: column.percent('7d change', { chartDataType: 'excluded' }),
  },
  load: rows,
})

const overTime = table({
  name: 'Table as a time series',
  description: 'Five days of three assets, shown as lines at first',
  endpoint: 'table_to_time_series_widget',
  gridData: { w: 20, h: 12 },
  enableCharts: true,
  showAll: false,
  chartView: { enabled: true, chartType: 'line' },
  columns: {
    date: column.date('Date', { chartDataType: 'time' }),
    Ethereum: column.number('Ethereum', { chartDataType: 'series' }),
    Bitcoin: column.number('Bitcoin', { chartDataType: 'series' }),
    Solana: column.number('Solana', { chartDataType: 'series' }),
  },
  load: () =>
    [0, 1, 2, 3, 4].map((day) => ({
      date: `2024-06-${String(6 + day).padStart(2, '0')}`,
      Ethereum: 1 + day * 0.1 + 0.05,
      Bitcoin: 1 - day * 0.02 + 0.005,
      Solana: 1 + day * 0.25 - 0.025,
    })),
})

const queried = table({
  name: 'Table from a query',
  description: 'The five stocks with the course of their prices, out of DuckDB',
  endpoint: 'table_widget_from_api_endpoint',
  gridData: { w: 12, h: 6 },
  columns: {
    symbol: column.text('Symbol', { width: 90 }),
    price: column.number('Last', { prefix: '$', decimalPlaces: 2, width: 100 }),
    course: column.sparkline('Since 2000', { type: 'area' }),
  },
  load: () =>
    db.query(sql`select symbol, arg_max(price, month) as price, list(price order by month) as course
      from stocks group by symbol order by symbol`),
})

const flights = ssrmTable({
  name: 'Table on the server',
  description: 'Three million flights, sorted, filtered and grouped where they lie',
  gridData: { w: 40, h: 12 },
  from: db.table('flights'),
})

/** Tables. */
export const tables = {
  table_widget: plain,
  table_widget_with_column_definitions: defined,
  table_widget_with_render_functions: rendered,
  table_widget_with_hover_card: hovered,
  table_to_chart_widget: asColumns,
  table_to_time_series_widget: overTime,
  table_widget_from_api_endpoint: queried,
  flights,
}

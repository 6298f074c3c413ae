import { chart, highcharts, param, vegaLite } from 'deskwright'
import { sql } from 'deskwright/sql'
import { db } from './data.ts'

const size = { gridData: { w: 40, h: 15 } } as const

interface Month {
  readonly month: string
  readonly price: number
}

const months = (symbol: string) =>
  db.query<Month>(sql`select month, price from stocks where symbol = ${symbol} order by month`).rows()

const colors = {
  dark: { text: '#FFFFFF', line: '#FF8000', bars: '#4C9BE8', grid: '#333333' },
  light: { text: '#222222', line: '#D96500', bars: '#1F6FB8', grid: '#DDDDDD' },
} as const

async function draw(theme: 'dark' | 'light', themed: boolean) {
  const rows = await months('AAPL')
  const { text, line, bars, grid } = colors[theme]
  const x = rows.map(({ month }) => month)
  return {
    data: [
      {
        type: 'scatter',
        mode: 'lines',
        name: 'Price',
        x,
        y: rows.map(({ price }) => price),
        line: { width: 2, ...(themed && { color: line }) },
      },
      {
        type: 'bar',
        name: 'Change',
        x,
        y: rows.map(({ price }, at) => price - (rows[at - 1]?.price ?? price)),
        ...(themed && { marker: { color: bars } }),
      },
    ],
    layout: {
      title: { text: 'Apple, by the month' },
      xaxis: { title: { text: 'Month' }, ...(themed && { gridcolor: grid }) },
      yaxis: { title: { text: 'USD' }, ...(themed && { gridcolor: grid }) },
      ...(themed && { font: { color: text }, paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)' }),
    },
  }
}

const toolbar = { displayModeBar: true, displaylogo: false, responsive: true, scrollZoom: true } as const
const symbols = ['AAPL', 'AMZN', 'GOOG', 'IBM', 'MSFT'] as const

/** Charts of the three libraries. */
export const charts = {
  plotly_chart: chart({
    name: 'Plotly',
    endpoint: 'plotly_chart',
    ...size,
    load: () => draw('dark', false),
    raw: () => months('AAPL'),
  }),
  plotly_chart_with_theme: chart({
    name: 'Plotly in the colours of the theme',
    endpoint: 'plotly_chart_with_theme',
    ...size,
    load: (_, { theme }) => draw(theme, true),
  }),
  plotly_chart_with_theme_and_toolbar: chart({
    name: 'Plotly with its toolbar',
    endpoint: 'plotly_chart_with_theme_and_toolbar',
    ...size,
    load: async (_, { theme }) => ({ ...(await draw(theme, true)), config: toolbar }),
  }),
  plotly_chart_with_theme_and_toolbar_using_config_file: chart({
    name: 'Plotly from rows',
    description: 'The figure, its colours and its toolbar follow from the rows',
    endpoint: 'plotly_chart_with_theme_and_toolbar_using_config_file',
    ...size,
    x: 'month',
    y: 'price',
    by: 'symbol',
    kind: 'line',
    load: () => db.query<Month & { symbol: string }>(sql`select symbol, month, price from stocks order by month`),
  }),
  plotly_heatmap: chart({
    name: 'Heat map',
    description: 'How the months of five stocks move together',
    endpoint: 'plotly_heatmap',
    ...size,
    params: {
      color_scale: param.text('Colours', {
        value: 'RdBu_r',
        options: ['RdBu_r', 'Viridis', 'Plasma', 'Inferno', 'Magma', 'Greens', 'Blues', 'Reds'],
      }),
    },
    load: async ({ color_scale }, { theme }) => {
      const rows = await db
        .query<{ one: string; other: string; correlation: number }>(
          sql`with moves as (
              select symbol, month, price / lag(price) over (partition by symbol order by month) - 1 as move from stocks)
            select a.symbol as one, b.symbol as other, corr(a.move, b.move) as correlation
            from moves a join moves b using (month) group by all`,
        )
        .rows()
      const z = symbols.map((row) =>
        symbols.map((cell) => rows.find(({ one, other }) => one === row && other === cell)?.correlation ?? 0),
      )
      return {
        data: [
          {
            type: 'heatmap',
            x: [...symbols],
            y: [...symbols],
            z,
            zmid: 0,
            colorscale: color_scale.replace('_r', ''),
            reversescale: color_scale.endsWith('_r'),
            text: z.map((row) => row.map((value) => value.toFixed(2))),
            texttemplate: '%{text}',
            textfont: { color: colors[theme].text },
            hovertemplate: '%{y} and %{x}: %{z:.2f}<extra></extra>',
            hoverongaps: false,
          },
        ],
        layout: { title: { text: 'Correlation of monthly moves' }, font: { color: colors[theme].text } },
      }
    },
  }),
  vega: vegaLite({
    name: 'Vega-Lite',
    gridData: { w: 20, h: 12 },
    load: async () => ({
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      data: { values: (await months('IBM')).map((row) => ({ ...row })) },
      mark: { type: 'area', line: true, opacity: 0.3 },
      encoding: { x: { field: 'month', type: 'temporal' }, y: { field: 'price', type: 'quantitative' } },
    }),
  }),
  highcharts: highcharts({
    name: 'Highcharts',
    gridData: { w: 20, h: 12 },
    load: async () => ({
      userOptions: {
        title: { text: 'Microsoft' },
        series: [{ type: 'column', name: 'USD', data: (await months('MSFT')).slice(-12).map(({ price }) => price) }],
      },
    }),
  }),
}

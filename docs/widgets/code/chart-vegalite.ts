import { defineBackend, vegaLite } from 'deskwright'

const values = [
  { sector: 'Technology', fund: 'Growth', weight: 58 },
  { sector: 'Technology', fund: 'Income', weight: 21 },
  { sector: 'Energy', fund: 'Growth', weight: 12 },
  { sector: 'Energy', fund: 'Income', weight: 34 },
  { sector: 'Utilities', fund: 'Growth', weight: 30 },
  { sector: 'Utilities', fund: 'Income', weight: 45 },
]

const sectors = vegaLite({
  name: 'Sectors',
  description: 'What two funds hold by sector, in per cent',
  load: () => ({
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: { values },
    mark: 'bar',
    encoding: { y: { field: 'fund' }, x: { field: 'weight', type: 'quantitative' }, color: { field: 'sector' } },
  }),
  raw: () => values,
})

export default defineBackend({ name: 'Vega-Lite', widgets: { sectors } })

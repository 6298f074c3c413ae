import { app, column, defineBackend, param, table } from 'deskwright'

const rate = param.number('Rate', { value: 0.05 })

const growth = table({
  name: 'Growth of 100',
  description: 'What 100 become at a yearly rate, over ten years',
  params: { rate },
  columns: { year: column.integer('Year'), value: column.number('Value', { decimalPlaces: 2 }) },
  load: ({ rate }) => Array.from({ length: 11 }, (_, year) => ({ year, value: 100 * (1 + rate) ** year })),
})

const desk = app({ name: 'Growth', tabs: { Growth: [[growth]] } })

export default defineBackend({ name: 'Hello', widgets: { growth }, apps: [desk] })

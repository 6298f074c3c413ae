import { defineBackend, markdown, param } from 'deskwright'

const method = markdown({
  name: 'Method',
  description: 'How the fund measures its risk',
  params: { days: param.number('Days', { value: 250, options: [60, 250] }) },
  load: ({ days }) => `## Volatility

The standard deviation of the last **${days}** daily returns, for a year:

$$\\sigma = \\sqrt{250} \\cdot \\operatorname{sd}(r_1, \\dots, r_{${days}})$$

| fund | volatility |
| --- | ---: |
| Growth | 14.2 % |
| Income | 7.9 % |`,
})

export default defineBackend({ name: 'Markdown', widgets: { method } })

import { defineBackend, highcharts } from 'deskwright'

const flows = highcharts({
  name: 'Flows',
  description: 'What came into the fund by quarter, in millions of dollars',
  load: (_params, { theme }) => ({
    userOptions: {
      chart: { type: 'column', backgroundColor: 'transparent' },
      title: { text: 'Flows by quarter', style: { color: theme === 'dark' ? '#FFFFFF' : '#222222' } },
      xAxis: { categories: ['Q1', 'Q2', 'Q3', 'Q4'] },
      yAxis: { title: { text: 'USD m' } },
      series: [{ name: 'Fund', data: [12, -4, 7, 15] }],
    },
  }),
  raw: () => [
    { quarter: 'Q1', flow: 12 },
    { quarter: 'Q2', flow: -4 },
    { quarter: 'Q3', flow: 7 },
    { quarter: 'Q4', flow: 15 },
  ],
})

export default defineBackend({ name: 'Highcharts', widgets: { flows } })
